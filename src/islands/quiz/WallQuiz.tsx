import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchBankIndex } from '../../browser/quizData.ts';
import { newSeed } from '../../browser/quizStore.ts';
import { randomFrom, shuffled } from '../../model/quiz/seed.ts';
import { Drill } from './Drill.tsx';

/** So many questions after reading a wall. */
const roundLength = 5;

/** 测一测: a few questions on one wall, other ones each time. */
function WallQuiz({ wallId }: { readonly wallId: string }) {
  const [ids, setIds] = useState<readonly string[]>();
  const [seed, setSeed] = useState(newSeed);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    fetchBankIndex().then(
      ({ questions }) => {
        const mine = questions.filter(({ wall }) => wall === wallId).map(({ id }) => id);
        setIds(shuffled(mine, randomFrom(seed)).slice(0, roundLength));
      },
      () => setHasFailed(true),
    );
  }, [wallId, seed]);
  if (hasFailed) {
    return (
      <p class="message is-fault" role="alert">
        题目没有取到，请刷新后再试。
      </p>
    );
  }
  if (!ids) return <p class="muted">正在取题目…</p>;
  return (
    <Drill
      key={seed}
      ids={ids}
      seed={seed}
      onEnd={() => {
        setIds(undefined);
        setSeed(newSeed());
      }}
      endLabel="再来五题"
    />
  );
}

/** Starts the quiz of a wall in its place on the page. */
export function startWallQuiz(host: HTMLElement, wallId: string): void {
  host.textContent = '';
  render(<WallQuiz wallId={wallId} />, host);
}
