import { useState } from 'preact/hooks';
import { fetchData } from '../../browser/data.ts';
import { mountIn } from '../../browser/mountIsland.ts';
import { addStyles } from '../../browser/styles.ts';
import { newSeed } from '../../browser/quizStore.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import { randomFrom, shuffled } from '../../model/quiz/seed.ts';
import { Loaded } from '../controls/Loaded.tsx';
import { useFetched } from '../controls/useFetched.ts';
import { Drill } from './Drill.tsx';
// Comes with the questions: most readers of a wall never ask for them.
import questionStyles from './question.css?url';

/** So many questions after reading a wall. */
const roundLength = 5;

interface RoundProps {
  readonly index: BankIndex;
  readonly wallId: string;
}

function WallRounds({ index, wallId }: RoundProps) {
  const draw = () => {
    const seed = newSeed();
    const mine = index.questions.filter(({ wall }) => wall === wallId).map(({ id }) => id);
    return { seed, ids: shuffled(mine, randomFrom(seed)).slice(0, roundLength) };
  };
  const [{ seed, ids }, setRound] = useState<{ seed: string; ids: readonly string[] }>(draw);
  return (
    <Drill
      key={seed}
      ids={ids}
      seed={seed}
      onEnd={() => setRound(draw())}
      onAgain={(left) => setRound({ seed: newSeed(), ids: left })}
      endLabel="再来五题"
    />
  );
}

/** 测一测: a few questions on one wall, other ones each time. */
function WallQuiz({ wallId }: { readonly wallId: string }) {
  const index = useFetched('quiz', () => fetchData('quiz'));
  return (
    <Loaded what="题目" fetched={index}>
      {(data) => <WallRounds index={data} wallId={wallId} />}
    </Loaded>
  );
}

/** Starts the quiz of a wall in its place on the page. */
export function startWallQuiz(place: Element, wallId: string): void {
  void addStyles(questionStyles);
  mountIn(place, <WallQuiz wallId={wallId} />);
}
