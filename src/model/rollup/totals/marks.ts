import { answerStates } from '../../assessment/record.ts';
import type { AssessmentHandIn } from '../rollup.ts';
import type { TallyGround } from './ground.ts';

/** Where an answer may stand, as numbers: 没填 is 0. Nothing said of a risk is 没填. */
export const tallyStates = ['没填', ...answerStates] as const;
export type TallyState = (typeof tallyStates)[number];

export const stateNumber = (state: TallyState): number => tallyStates.indexOf(state);

/** What is not settled: the states that the pictures call 没有落实到位. */
export const openStates = ['未落实', '部分落实'] as const satisfies readonly TallyState[];
/** Somebody has judged the risk; 待确认 is no judgement, see `isJudged`. */
export const judgedStates = [
  '已落实',
  '部分落实',
  '未落实',
  '不适用',
] as const satisfies readonly TallyState[];

/** In the place of the date of a measure that has none: later than every date. */
export const noDueDate = 99_999_999;

/** A hand-in in numbers, one for each risk of the person's scope. */
export interface Marks {
  /** Numbers of the risks, rising. */
  readonly risks: Uint16Array;
  /** At the same place: numbers of `tallyStates`. */
  readonly states: Uint8Array;
  /** Places at which the person has written a measure to something that is not settled. */
  readonly measures: Uint16Array;
  /** By measure: `20261231`, or `noDueDate`. */
  readonly dueDates: Uint32Array;
  /** Places at which another grade than the published one is proposed. */
  readonly proposals: Uint16Array;
  /** How many of the risks were answered; other answers of the hand-in belong nowhere. */
  readonly answered: number;
}

const stateNumbers: Readonly<Record<string, number>> = Object.fromEntries(
  tallyStates.map((state, number) => [state, number]),
);
/** By number of the state. */
const isOpenState = tallyStates.map((state) => openStates.some((one) => one === state));

const zero = '0'.charCodeAt(0);

/**
 * `2026-12-31` as a number that is compared with other days; `noDueDate` for nothing. Digit by digit:
 * a hundred thousand dates are read at once.
 */
export function dayNumber(day: string | undefined): number {
  if (!day) return noDueDate;
  let number = 0;
  for (let i = 0; i < day.length; i += 1) {
    const digit = day.charCodeAt(i) - zero;
    if (digit >= 0 && digit <= 9) number = number * 10 + digit;
  }
  return number;
}

function count(handIn: AssessmentHandIn, ground: TallyGround): Marks {
  const { answers, scope } = handIn;
  const risks = ground.risksOf(scope);
  const { risks: entries } = ground.index;
  const states = new Uint8Array(risks.length);
  const measures: number[] = [];
  const dueDates: number[] = [];
  const proposals: number[] = [];
  let answered = 0;
  for (let place = 0; place < risks.length; place += 1) {
    const entry = entries[risks[place] ?? 0];
    const answer = entry && answers[entry.id];
    if (!answer) continue;
    answered += 1;
    const state = answer.state === undefined ? 0 : (stateNumbers[answer.state] ?? 0);
    states[place] = state;
    if (isOpenState[state] && answer.measure?.trim()) {
      measures.push(place);
      dueDates.push(dayNumber(answer.dueDate));
    }
    if (answer.grade !== undefined && answer.grade !== entry.grade) proposals.push(place);
  }
  return {
    risks,
    states,
    measures: Uint16Array.from(measures),
    dueDates: Uint32Array.from(dueDates),
    proposals: Uint16Array.from(proposals),
    answered,
  };
}

const known = new WeakMap<AssessmentHandIn, { ground: TallyGround; marks: Marks }>();

/** Whether a hand-in has been put into numbers already. */
export const isMarked = (handIn: AssessmentHandIn, ground: TallyGround): boolean =>
  known.get(handIn)?.ground === ground;

/** A hand-in in numbers. Worked out once: when another file comes in only that one is read. */
export function marksOf(handIn: AssessmentHandIn, ground: TallyGround): Marks {
  const held = known.get(handIn);
  if (held?.ground === ground) return held.marks;
  const marks = count(handIn, ground);
  known.set(handIn, { ground, marks });
  return marks;
}

const written = new WeakMap<AssessmentHandIn, number>();

/** How many answers stand in a hand-in. Counting the keys takes as long as reading them: done once. */
export function countWritten(handIn: AssessmentHandIn): number {
  const held = written.get(handIn) ?? Object.keys(handIn.answers).length;
  written.set(handIn, held);
  return held;
}
