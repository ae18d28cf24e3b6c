import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { setPageSize } from '../../browser/pageSize.ts';
import { fetchKeys, fetchQuestions } from '../../browser/quizData.ts';
import { newSeed } from '../../browser/quizStore.ts';
import { describePost, type MyPost } from '../../model/post/myPost.ts';
import { paginate } from '../../model/print/paginate.ts';
import { sheetFoot } from '../../model/print/sheetFoot.ts';
import type { BankIndex, OpenQuestion, QuestionKey } from '../../model/quiz/bank.ts';
import { drawPaper } from '../../model/quiz/draw.ts';
import { readSeed } from '../../model/quiz/seed.ts';
import { TextField } from '../self-assessment/TextField.tsx';
import { answerBlocks, keyBlocks, questionBlocks } from './paperBlocks.tsx';
import { PostPicker } from './PostPicker.tsx';

interface Props {
  readonly index: BankIndex;
  readonly post: MyPost;
  readonly onPost: (post: MyPost) => void;
}

interface Drawn {
  /** 甲 or 乙. */
  readonly letter: string;
  readonly seed: string;
  readonly questions: readonly OpenQuestion[];
  readonly keys: readonly QuestionKey[];
}

interface Booklet {
  readonly name: string;
  readonly seed: string;
  readonly hasPerson: boolean;
  readonly blocks: readonly VNode[];
}

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
    <section
      class="form-sheet is-portrait paper-sheet"
      aria-label={`${booklet.name}第 ${number} 页`}
    >
      <div class="form-body">
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
      </div>
      <p class="form-foot">
        <span>{sheetFoot(index.words, index.contentVersion)}</span>
        <span>卷号 {booklet.seed}</span>
        <span>
          {booklet.name} 第 {number} 页 共 {count} 页
        </span>
      </p>
    </section>
  );
}

/** One booklet as sheets: measured whole, then spread without cutting a question. */
function BookletSheets(props: Pick<SheetProps, 'index' | 'booklet' | 'note'>) {
  const { booklet } = props;
  const measured = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<readonly (readonly number[])[]>([]);
  useLayoutEffect(() => {
    const body = measured.current?.querySelector('.form-body')?.getBoundingClientRect();
    const blocks = measured.current?.querySelector('.paper-blocks');
    if (!body || !blocks) return;
    const heights = Array.from(blocks.children, (block) => block.getBoundingClientRect().height);
    const room = body.height - 4;
    // With its margin, which the block itself does not count.
    const head = blocks.getBoundingClientRect().top - body.top;
    const cut = paginate(heights, { first: room - head, other: room, end: 0 });
    setPages(cut.map(({ rows }) => rows));
  }, [booklet]);
  return (
    <>
      <div class="form-measure" aria-hidden="true" ref={measured}>
        <PaperSheet {...props} blocks={booklet.blocks} number={1} count={1} />
      </div>
      {pages.map((rows, i) => (
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
  const papers = index.exam?.papers ?? [];
  const [paperId, setPaperId] = useState(papers[0]?.id);
  const [hasTwo, setHasTwo] = useState(false);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState('');
  const [drawn, setDrawn] = useState<readonly Drawn[]>([]);
  const paper = papers.find(({ id }) => id === paperId);
  useEffect(() => setPageSize('A4 portrait'), []);
  useEffect(() => {
    document.documentElement.dataset['print'] = 'form';
    return () => {
      delete document.documentElement.dataset['print'];
    };
  }, []);
  const booklets = useMemo(
    () =>
      drawn.flatMap(({ letter, seed, questions, keys }): Booklet[] => [
        {
          name: `试卷${letter}`,
          seed,
          hasPerson: true,
          blocks: questionBlocks(questions, seed),
        },
        { name: `答题卡${letter}`, seed, hasPerson: true, blocks: answerBlocks(questions) },
        { name: `答案${letter}`, seed, hasPerson: false, blocks: keyBlocks(questions, keys, seed) },
      ]),
    [drawn],
  );
  if (!paper) return <p class="message">还没有设考试。考试的规则写在 content/exam.yaml。</p>;

  const make = async () => {
    const first = typed.trim() === '' ? newSeed() : readSeed(typed);
    if (!first) {
      setFault('卷号是六个字母数字，照卷子上印的填；不填就抽一份新的。');
      return;
    }
    const seeds = hasTwo ? [first, newSeed()] : [first];
    try {
      setDrawn(
        await Promise.all(
          seeds.map(async (seed, i): Promise<Drawn> => {
            const ids = drawPaper(index, paper, post, seed);
            const [questions, keys] = await Promise.all([fetchQuestions(ids), fetchKeys(ids)]);
            return { letter: hasTwo ? (i === 0 ? '（甲）' : '（乙）') : '', seed, questions, keys };
          }),
        ),
      );
    } catch {
      setFault('题目没有取到，请刷新后再试。');
    }
  };
  const note = `${paper.name}，${paper.questionCount} 题，${paper.minutes} 分钟，满分 100，${paper.passMark} 分合格，每题分值相同。范围：${describePost(post, (id) => index.walls.find((wall) => wall.id === id)?.name ?? id)}。`;
  return (
    <>
      <section class="no-print" aria-labelledby="paper">
        <h2 id="paper">印卷子</h2>
        <p>
          给在纸上考的处室用：试卷、答题卡、答案各是各的页，答案另收。记下卷号，同一版内容随时能再印出同一份。
        </p>
        <PostPicker index={index} post={post} onChange={onPost} />
        <fieldset class="choices">
          <legend>哪一种卷子</legend>
          {papers.map(({ id, name, questionCount }) => (
            <label key={id}>
              <input
                type="radio"
                name="print-paper"
                checked={id === paperId}
                onChange={() => setPaperId(id)}
              />
              <span>
                {name}（{questionCount} 题）
              </span>
            </label>
          ))}
        </fieldset>
        <TextField
          id="paper-seed"
          label="卷号（要再印从前的卷子才填）"
          value={typed}
          maxLength={12}
          fault={fault}
          onChange={(value) => {
            setTyped(value);
            setFault('');
          }}
        />
        <p>
          <label class="check">
            <input
              type="checkbox"
              checked={hasTwo}
              onChange={({ currentTarget: { checked } }) => setHasTwo(checked)}
            />
            <span>甲、乙两卷，题目不同，邻座不一样</span>
          </label>
        </p>
        <div class="actions">
          <button class="button is-main" type="button" onClick={() => void make()}>
            抽题
          </button>
          {drawn.length > 0 && (
            <button class="button" type="button" onClick={() => window.print()}>
              打印
            </button>
          )}
        </div>
        <p role="status">
          {drawn.length > 0 &&
            `抽好了：卷号 ${drawn.map(({ seed }) => seed).join('、')}。下面先看，再打印。`}
        </p>
      </section>
      <div class="form-sheets" tabIndex={0} role="group" aria-label="印出来的样子">
        {booklets.map((booklet) => (
          <BookletSheets
            key={`${booklet.name} ${booklet.seed}`}
            index={index}
            booklet={booklet}
            note={note}
          />
        ))}
      </div>
    </>
  );
}
