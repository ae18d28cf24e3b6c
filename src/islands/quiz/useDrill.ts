import { useReducer } from 'preact/hooks';
import { noteInBook } from '../../browser/quizStore.ts';
import { isAnswered, isRight, questionScore, type Answer } from '../../model/quiz/answer.ts';
import type { OpenQuestion, QuestionKey } from '../../model/quiz/bank.ts';
import { drillAfter, startDrill, type Drill } from '../../model/quiz/drill.ts';
import { roundAfter, type Round } from '../../model/quiz/practice.ts';

interface Start {
  readonly ids: readonly string[];
  readonly known: readonly string[];
  readonly seed: string;
  readonly from: Round | undefined;
  /** Told after each answer, so that the round can be kept; `before` as it was kept last. */
  readonly onTurn: ((before: Round | undefined, round: Round) => void) | undefined;
}

interface Running {
  readonly drill: Drill;
  readonly answer: (answer: Answer) => void;
  /** “看答案”: a full answer counts from now on, in the wrong-answer book too. */
  readonly check: (question: OpenQuestion, key: QuestionKey) => void;
  readonly next: (question: OpenQuestion, key: QuestionKey) => void;
}

/** A round of practice, with what is kept of it. */
export function useDrill({ ids, known, seed, from, onTurn }: Start): Running {
  const [drill, dispatch] = useReducer(drillAfter, undefined, () =>
    startDrill(ids, known, seed, from),
  );
  return {
    drill,
    answer: (answer) => dispatch({ type: 'answer', answer }),
    check: (question, key) => {
      if (isAnswered(question, drill.answer)) {
        const wasRight = isRight(questionScore(question, key, drill.answer));
        noteInBook(question.id, wasRight);
        const { round } = drill;
        onTurn?.(round.turn > 0 ? round : undefined, roundAfter(round, wasRight));
      }
      dispatch({ type: 'check', question });
    },
    next: (question, key) => dispatch({ type: 'next', question, key }),
  };
}
