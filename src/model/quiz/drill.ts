import { isAnswered, isRight, questionScore, type Answer } from './answer.ts';
import type { OpenQuestion, QuestionKey } from './bank.ts';
import { roundAfter, startRound, withoutGone, type Round } from './practice.ts';

/** A round of practice while it is on the screen: one question after the other, each explained at once. */
export interface Drill {
  readonly round: Round;
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
export function startDrill(
  ids: readonly string[],
  known: readonly string[],
  seed: string,
  from?: Round,
): Drill {
  const round = from ?? startRound(seed, ids);
  const practice = withoutGone(round.practice, known);
  return { round: { ...round, practice }, answer: {}, stage: 'answering' };
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
        round: roundAfter(drill.round, wasRight),
        answer: {},
        stage: 'answering',
      };
    }
  }
}
