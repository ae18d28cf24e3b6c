import { isAnswered, isRight, questionScore, type Answer } from './answer.ts';
import type { OpenQuestion, QuestionKey } from './bank.ts';
import { afterAnswer, startPractice, withoutGone, type Practice, type Round } from './practice.ts';

/** A round of practice while it is on the screen: one question after the other, each explained at once. */
export interface Drill {
  readonly practice: Practice;
  /** Answers given so far: the order of options differs from one to the next. */
  readonly turn: number;
  /** To the question in view. */
  readonly answer: Answer;
  /** `reminded`: the answer was asked for before it was complete. */
  readonly stage: 'answering' | 'reminded' | 'explained';
}

export type DrillAction =
  | { readonly type: 'answer'; readonly answer: Answer }
  /** “看答案” for the question in view. */
  | { readonly type: 'check'; readonly question: OpenQuestion }
  | { readonly type: 'next'; readonly question: OpenQuestion; readonly key: QuestionKey };

/**
 * @param known questions that the bank has today; others leave the round.
 * @param from where a round that was kept stands; without one it begins.
 */
export function startDrill(ids: readonly string[], known: readonly string[], from?: Round): Drill {
  return {
    practice: withoutGone(from?.practice ?? startPractice(ids), known),
    turn: from?.turn ?? 0,
    answer: {},
    stage: 'answering',
  };
}

export function drillAfter(drill: Drill, action: DrillAction): Drill {
  switch (action.type) {
    case 'answer':
      // What has been explained can no longer be changed.
      return drill.stage === 'explained'
        ? drill
        : { ...drill, answer: action.answer, stage: 'answering' };
    case 'check':
      return {
        ...drill,
        stage: isAnswered(action.question, drill.answer) ? 'explained' : 'reminded',
      };
    case 'next': {
      if (drill.stage !== 'explained') return drill;
      const wasRight = isRight(questionScore(action.question, action.key, drill.answer));
      return {
        practice: afterAnswer(drill.practice, wasRight),
        turn: drill.turn + 1,
        answer: {},
        stage: 'answering',
      };
    }
  }
}

/** How the round stands once the answer in view counts: so it is kept, the book has it already. */
export function roundAfter(drill: Drill, seed: string, wasRight: boolean): Round {
  return { seed, turn: drill.turn + 1, practice: afterAnswer(drill.practice, wasRight) };
}
