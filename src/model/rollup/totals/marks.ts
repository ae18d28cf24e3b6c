import { answerStates } from '../../assessment/record.ts';
import { grades } from '../../vocabulary.ts';
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
  /** By proposal: number of the grade in `grades`. */
  readonly proposedGrades: Uint8Array;
  /** By proposal: 1 where the person has written why. */
  readonly areReasoned: Uint8Array;
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

/** Above every date, `noDueDate` too. */
const dueRoom = 100_000_000;
/** Above every number of a grade with its reason. */
const proposalRoom = 2 * grades.length;

/** Measures in the order of their places. @param keys place and due date in one number. */
function measuresOf(keys: readonly number[]): Pick<Marks, 'measures' | 'dueDates'> {
  // `new` and loops: `from` goes through an iterator, which takes longer than all the rest.
  const sorted = new Float64Array(keys).sort();
  const measures = new Uint16Array(keys.length);
  const dueDates = new Uint32Array(keys.length);
  for (let i = 0; i < sorted.length; i += 1) {
    const key = sorted[i] ?? 0;
    measures[i] = Math.floor(key / dueRoom);
    dueDates[i] = key % dueRoom;
  }
  return { measures, dueDates };
}

type ProposalMarks = Pick<Marks, 'proposals' | 'proposedGrades' | 'areReasoned'>;

/** Proposals in the order of their places. @param keys place, grade and reason in one number. */
function proposalsOf(keys: readonly number[]): ProposalMarks {
  const sorted = new Uint32Array(keys).sort();
  const proposals = new Uint16Array(keys.length);
  const proposedGrades = new Uint8Array(keys.length);
  const areReasoned = new Uint8Array(keys.length);
  for (let i = 0; i < sorted.length; i += 1) {
    const key = sorted[i] ?? 0;
    proposals[i] = Math.floor(key / proposalRoom);
    proposedGrades[i] = Math.floor((key % proposalRoom) / 2);
    areReasoned[i] = key % 2;
  }
  return { proposals, proposedGrades, areReasoned };
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
  // Side by side with the ids: looking each one up by its name takes longer than all the rest.
  const values = Object.values(answers);
  for (let i = 0; i < ids.length; i += 1) {
    const number = ground.numberOf.get(ids[i] ?? '');
    const place = number === undefined ? -1 : (places[number] ?? -1);
    const answer = values[i];
    if (number === undefined || place < 0 || !answer) continue;
    answered += 1;
    const state = answer.state === undefined ? 0 : (stateNumbers[answer.state] ?? 0);
    states[place] = state;
    if (isOpenState[state] && answer.measure?.trim()) {
      found.measures.push(place * dueRoom + Math.min(dayNumber(answer.dueDate), noDueDate));
    }
    if (answer.grade !== undefined && answer.grade !== entries[number]?.grade) {
      const reason = answer.gradeReason?.trim() ? 1 : 0;
      found.proposals.push(place * proposalRoom + 2 * grades.indexOf(answer.grade) + reason);
    }
  }
  return {
    risks,
    states,
    ...measuresOf(found.measures),
    ...proposalsOf(found.proposals),
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
