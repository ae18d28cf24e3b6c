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
  /** Answers to risks outside the scope or on no wall any more: they do not count. */
  readonly strays: number;
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
  const { risks, places } = ground.scopeOf(scope);
  const { risks: entries } = ground.index;
  const states = new Uint8Array(risks.length);
  const found: { measures: number[]; proposals: number[] } = { measures: [], proposals: [] };
  let answered = 0;
  // By the answers and not by the risks: asking for an answer that is not there takes longest.
  const ids = Object.keys(answers);
  for (const id of ids) {
    const number = ground.numberOf.get(id);
    const place = number === undefined ? -1 : (places[number] ?? -1);
    const answer = answers[id];
    if (number === undefined || place < 0 || !answer) continue;
    answered += 1;
    const state = answer.state === undefined ? 0 : (stateNumbers[answer.state] ?? 0);
    states[place] = state;
    if (isOpenState[state] && answer.measure?.trim()) found.measures.push(place);
    if (answer.grade !== undefined && answer.grade !== entries[number]?.grade) {
      found.proposals.push(place);
    }
  }
  // `new` and loops: `from` goes through an iterator, which takes longer than all the rest.
  const measures = new Uint16Array(found.measures).sort();
  const dueDates = new Uint32Array(measures.length);
  for (let i = 0; i < measures.length; i += 1) {
    const risk = entries[risks[measures[i] ?? 0] ?? 0];
    dueDates[i] = dayNumber(risk && answers[risk.id]?.dueDate);
  }
  return {
    risks,
    states,
    measures,
    dueDates,
    proposals: new Uint16Array(found.proposals).sort(),
    strays: ids.length - answered,
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
