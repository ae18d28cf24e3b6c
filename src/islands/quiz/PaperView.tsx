import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { postNames } from '../../model/post/postList.ts';
import { describePost, type MyPost } from '../../model/post/myPost.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import type { DrawnPaper } from '../../model/quiz/printedPapers.ts';
import { Check } from '../controls/Check.tsx';
import { OneOf } from '../controls/Choices.tsx';
import { Message } from '../controls/Message.tsx';
import { TextField } from '../controls/TextField.tsx';
import { Sheet } from '../paper/Sheet.tsx';
import { Sheets } from '../paper/Sheets.tsx';
import { usePages } from '../paper/usePages.ts';
import { usePrinting } from '../paper/usePrinting.ts';
import { answerBlocks, keyBlocks, questionBlocks } from './paperBlocks.tsx';
import { PostPicker } from './PostPicker.tsx';
import { usePaperDesk } from './usePaperDesk.ts';

interface Props {
  readonly index: BankIndex;
  readonly post: MyPost;
  readonly onPost: (post: MyPost) => void;
}

interface Booklet {
  readonly name: string;
  readonly seed: string;
  readonly hasPerson: boolean;
  readonly blocks: readonly VNode[];
}

const bookletsOf = ({ letter, seed, questions, keys }: DrawnPaper): readonly Booklet[] => [
  { name: `试卷${letter}`, seed, hasPerson: true, blocks: questionBlocks(questions, seed) },
  { name: `答题卡${letter}`, seed, hasPerson: true, blocks: answerBlocks(questions) },
  { name: `答案${letter}`, seed, hasPerson: false, blocks: keyBlocks(questions, keys, seed) },
];

interface SheetProps {
  readonly index: BankIndex;
  readonly booklet: Booklet;
  readonly note: string;
  readonly blocks: readonly VNode[];
  readonly number: number;
  readonly count: number;
}

function PaperSheet({ index, booklet, note, blocks, number, count }: SheetProps) {
  return (
    <Sheet
      direction="portrait"
      class="paper-sheet"
      label={`${booklet.name}第 ${number} 页`}
      words={index.words}
      contentVersion={index.contentVersion}
      code={`卷号 ${booklet.seed}`}
      name={booklet.name}
      number={number}
      count={count}
    >
      {number === 1 && (
        <div class="paper-head">
          <p class="form-title">廉政风险测试{booklet.name}</p>
          {booklet.hasPerson && (
            <dl class="form-head">
              {['单位', '处室', '姓名', '得分'].map((name) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{name === '单位' ? index.unit : ''}</dd>
                </div>
              ))}
            </dl>
          )}
          <p class="form-note">{note}</p>
        </div>
      )}
      <div class="paper-blocks">{blocks}</div>
    </Sheet>
  );
}

/** One booklet as sheets: measured whole, then spread without cutting a question. */
function BookletSheets(props: Pick<SheetProps, 'index' | 'booklet' | 'note'>) {
  const { booklet } = props;
  const { measured, pages } = usePages({ list: '.paper-blocks', rows: '.paper-blocks > *' }, [
    booklet,
  ]);
  return (
    <>
      <div class="form-measure" aria-hidden="true" ref={measured}>
        <PaperSheet {...props} blocks={booklet.blocks} number={1} count={1} />
      </div>
      {pages.map(({ rows }, i) => (
        <PaperSheet
          key={i}
          {...props}
          blocks={rows.flatMap((row) => booklet.blocks[row] ?? [])}
          number={i + 1}
          count={pages.length}
        />
      ))}
    </>
  );
}

/** 印卷子: papers for exams on paper, with answer sheet and a separate key; A and B from two seeds. */
export function PaperView({ index, post, onPost }: Props) {
  const { desk, choose, draw } = usePaperDesk(index);
  const print = usePrinting('A4 portrait', 'form');
  const papers = index.exam?.papers ?? [];
  const { choice, run } = desk;
  const drawn = run.status === 'drawn' ? run : undefined;
  const booklets = useMemo(() => drawn?.papers.flatMap(bookletsOf) ?? [], [drawn]);
  if (papers.length === 0) {
    return <Message>还没有设考试。考试的规则写在 content/exam.yaml。</Message>;
  }
  return (
    <>
      <section class="no-print" aria-labelledby="paper">
        <h2 id="paper">印卷子</h2>
        <p>
          给在纸上考的处室用：试卷、答题卡、答案各是各的页，答案另收。记下卷号，同一版内容随时能再印出同一份。
        </p>
        <PostPicker index={index} post={post} onChange={onPost} />
        <OneOf
          legend="哪一种卷子"
          name="print-paper"
          values={papers.map(({ id }) => id)}
          nameOf={(id) => {
            const one = papers.find((other) => other.id === id);
            return one && `${one.name}（${one.questionCount} 题）`;
          }}
          chosen={choice.paperId}
          onChoose={(paperId) => choose({ paperId })}
        />
        <TextField
          id="paper-seed"
          label="卷号（要再印从前的卷子才填）"
          value={choice.typedSeed}
          maxLength={12}
          fault={run.status === 'fault' ? run.text : undefined}
          onChange={(typedSeed) => choose({ typedSeed })}
        />
        <p>
          <Check
            label="甲、乙两卷，题目不同，邻座不一样"
            isOn={choice.hasTwo}
            onChange={(hasTwo) => choose({ hasTwo })}
          />
        </p>
        <div class="actions">
          <button
            class="button is-main"
            type="button"
            onClick={() => void draw(post, describePost(post, postNames(index.posts, index.walls)))}
          >
            抽题
          </button>
          {drawn && (
            <button class="button" type="button" onClick={print}>
              打印
            </button>
          )}
        </div>
        <p role="status">
          {drawn &&
            `抽好了：卷号 ${drawn.papers.map(({ seed }) => seed).join('、')}。下面先看，再打印。`}
        </p>
      </section>
      <Sheets>
        {drawn &&
          booklets.map((booklet) => (
            <BookletSheets
              key={`${booklet.name} ${booklet.seed}`}
              index={index}
              booklet={booklet}
              note={drawn.note}
            />
          ))}
      </Sheets>
    </>
  );
}
