import { useState } from 'preact/hooks';
import { keepRound, loadRounds, newSeed, rounds } from '../../browser/quizStore.ts';
import type { MyPost } from '../../model/post/myPost.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import { drawPaper, isForPost } from '../../model/quiz/draw.ts';
import type { Round } from '../../model/quiz/practice.ts';
import { useKeptList } from '../kept/useKeptList.ts';
import { OneOf } from '../controls/Choices.tsx';
import { Message } from '../controls/Message.tsx';
import { Drill } from './Drill.tsx';
import { PostPicker } from './PostPicker.tsx';

interface Props {
  readonly index: BankIndex;
  readonly post: MyPost;
  readonly onPost: (post: MyPost) => void;
}

/** A round of five minutes. */
const counts = [10, 20, 50];

/** 练习: chosen by post, in rounds. */
export function PracticeView({ index, post, onPost }: Props) {
  const [count, setCount] = useState(counts[0] ?? 10);
  const [drill, setDrill] = useState<{ ids: readonly string[]; seed: string; from?: Round }>();
  const [left, reload] = useKeptList(rounds, loadRounds);
  const mine = index.questions.filter((entry) => isForPost(post, entry)).length;
  const start = () => {
    const seed = newSeed();
    setDrill({ seed, ids: drawPaper(index, { questionCount: count }, post, seed) });
  };
  const leave = () => {
    setDrill(undefined);
    reload();
  };
  const goOn = (from: Round) => {
    setDrill({ seed: from.seed, ids: from.ids, from });
  };
  if (drill) {
    return (
      <section aria-labelledby="practice">
        <h2 id="practice">练习</h2>
        <Drill
          key={drill.seed}
          ids={drill.ids}
          seed={drill.seed}
          onEnd={leave}
          onAgain={(ids) => setDrill({ ids, seed: newSeed() })}
          endLabel="再来一组"
          from={drill.from}
          onTurn={keepRound}
        />
        <p class="quiz-leave">
          <button class="button is-small" type="button" onClick={leave}>
            先到这里，回去选
          </button>
        </p>
      </section>
    );
  }
  return (
    <section aria-labelledby="practice">
      <h2 id="practice">练习</h2>
      <p>答一题讲一题，每个选项都说为什么。错的隔几题再来一次，同时放进错题本。</p>
      {left.map((round) => (
        <Message key={round.seed} isBlock>
          <p>
            上次有一组没有做完：答对了 {round.practice.done.length} 题，还有{' '}
            {round.practice.queue.length} 题。
          </p>
          <div class="actions">
            <button class="button is-main" type="button" onClick={() => goOn(round)}>
              接着做
            </button>
            <button
              class="button"
              type="button"
              onClick={() => {
                rounds.remove(round.seed);
                reload();
              }}
            >
              不要了
            </button>
          </div>
        </Message>
      ))}
      <PostPicker index={index} post={post} onChange={onPost} />
      <OneOf
        legend="一组几题"
        name="count"
        values={counts}
        nameOf={(one) => `${one} 题`}
        chosen={count}
        onChoose={setCount}
      />
      <p role="status">
        这个岗位有 {mine} 题{mine < count && '，不够的从别的墙补'}。
      </p>
      <button class={left.length > 0 ? 'button' : 'button is-main'} type="button" onClick={start}>
        {left.length > 0 ? '另开一组' : '开始练习'}
      </button>
    </section>
  );
}
