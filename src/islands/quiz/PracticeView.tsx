import { useState } from 'preact/hooks';
import { newSeed } from '../../browser/quizStore.ts';
import type { MyPost } from '../../model/myPost.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import { drawPaper, isForPost } from '../../model/quiz/draw.ts';
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
  const [drill, setDrill] = useState<{ ids: string[]; seed: string }>();
  const mine = index.questions.filter((entry) => isForPost(post, entry)).length;
  const start = () => {
    const seed = newSeed();
    setDrill({ seed, ids: drawPaper(index, { questionCount: count }, post, seed) });
  };
  if (drill) {
    return (
      <section aria-labelledby="practice">
        <h2 id="practice">练习</h2>
        <Drill
          key={drill.seed}
          ids={drill.ids}
          seed={drill.seed}
          onEnd={() => setDrill(undefined)}
          endLabel="再来一组"
        />
        <p class="quiz-leave">
          <button class="button is-small" type="button" onClick={() => setDrill(undefined)}>
            不做了，回去选
          </button>
        </p>
      </section>
    );
  }
  return (
    <section aria-labelledby="practice">
      <h2 id="practice">练习</h2>
      <p>答一题讲一题，每个选项都说为什么。错的隔几题再来，直到答对，同时放进错题本。</p>
      <PostPicker index={index} post={post} onChange={onPost} />
      <fieldset class="choices">
        <legend>一组几题</legend>
        {counts.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="count"
              checked={one === count}
              onChange={() => setCount(one)}
            />
            <span>{one} 题</span>
          </label>
        ))}
      </fieldset>
      <p role="status">
        这个岗位有 {mine} 题{mine < count && '，不够的从别的墙补'}。
      </p>
      <button class="button is-main" type="button" onClick={start}>
        开始练习
      </button>
    </section>
  );
}
