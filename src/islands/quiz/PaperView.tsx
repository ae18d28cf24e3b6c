import { useMemo } from 'preact/hooks';
import { postNames } from '../../model/post/postList.ts';
import { describePost, type MyPost } from '../../model/post/myPost.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import { Check } from '../controls/Check.tsx';
import { OneOf } from '../controls/Choices.tsx';
import { Message } from '../controls/Message.tsx';
import { TextField } from '../controls/TextField.tsx';
import { Sheets } from '../paper/Sheets.tsx';
import { usePrinting } from '../paper/usePrinting.ts';
import { bookletsOf, PaperBooklet } from './PaperBooklet.tsx';
import { PostPicker } from './PostPicker.tsx';
import { usePaperDesk } from './usePaperDesk.ts';

interface Props {
  readonly index: BankIndex;
  readonly post: MyPost;
  readonly onPost: (post: MyPost) => void;
}

/** 印卷子: papers for exams on paper, with a separate key; A and B from two seeds. */
export function PaperView({ index, post, onPost }: Props) {
  const { desk, choose, draw } = usePaperDesk(index);
  const print = usePrinting('A4 portrait', 'form');
  const papers = index.exam?.papers ?? [];
  const { choice, run } = desk;
  const drawn = run.status === 'drawn' ? run : undefined;
  const booklets = useMemo(
    () => drawn?.papers.flatMap((paper) => bookletsOf(paper, drawn.hasCard)) ?? [],
    [drawn],
  );
  if (papers.length === 0) {
    return <Message>还没有设考试。考试的规则写在 content/exam.yaml。</Message>;
  }
  return (
    <>
      <section class="no-print" aria-labelledby="paper">
        <h2 id="paper">印卷子</h2>
        <p>
          给在纸上考的处室用：姓名写在密封线外，答案写在卷子上；参考答案另是一页，另收。记下卷号，同一版内容随时能再印出同一份。
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
        <p>
          <Check
            label="另印答题卡，答案和得分写在卡上"
            isOn={choice.hasCard}
            onChange={(hasCard) => choose({ hasCard })}
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
            <PaperBooklet
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
