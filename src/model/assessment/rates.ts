import { grades, type Grade } from '../vocabulary.ts';
import type { ChecklistEntry } from './checklist.ts';
import { answerStates, isJudged, type AnswerState, type AssessmentRecord } from './record.ts';

/** How much a risk of each grade weighs in the weighted rate. */
export const gradeWeights: Readonly<Record<Grade, number>> = { 一类: 3, 二类: 2, 三类: 1 };
/** How much of a risk counts as settled. */
const shares: Readonly<Partial<Record<AnswerState, number>>> = { 已落实: 1, 部分落实: 0.5 };

export interface Rates {
  /** Risks of the post. */
  readonly total: number;
  /** Judged, 待确认 not included. */
  readonly answered: number;
  /** Not judged, 待确认 included: with `answered` it makes `total`. */
  readonly unjudged: number;
  readonly counts: Readonly<Record<AnswerState, number>>;
  /** Those that apply: the denominator of both rates. */
  readonly applicable: number;
  /** 已落实 in full and 部分落实 by half, of all that apply; undefined when none does. 0 to 1. */
  readonly plainRate: number | undefined;
  /** The same with 一类 counting 3, 二类 2, 三类 1. */
  readonly weightedRate: number | undefined;
}

/** Rates of any set of risks: all of a post, one wall, one grade. */
export function ratesOf(
  risks: readonly ChecklistEntry[],
  answers: AssessmentRecord['answers'],
): Rates {
  const counts = Object.fromEntries(answerStates.map((state) => [state, 0])) as Record<
    AnswerState,
    number
  >;
  let answered = 0;
  let applicable = 0;
  let settled = 0;
  let weight = 0;
  let settledWeight = 0;
  for (const { id, grade } of risks) {
    const state = answers[id]?.state;
    if (state) counts[state] += 1;
    if (isJudged(answers[id])) answered += 1;
    if (state === '不适用') continue;
    const share = (state && shares[state]) ?? 0;
    applicable += 1;
    settled += share;
    weight += gradeWeights[grade];
    settledWeight += share * gradeWeights[grade];
  }
  return {
    total: risks.length,
    answered,
    unjudged: risks.length - answered,
    counts,
    applicable,
    plainRate: applicable === 0 ? undefined : settled / applicable,
    weightedRate: weight === 0 ? undefined : settledWeight / weight,
  };
}

/** A rate in words; never 0/0. */
export function rateText(rate: number | undefined): string {
  if (rate === undefined) return '没有适用的';
  // 99.6 % is not yet everything, and 0.4 % is not nothing.
  const percent = rate * 100;
  if (percent > 99 && percent < 100) return '99%';
  if (percent > 0 && percent < 1) return '1%';
  return `${Math.round(percent)}%`;
}

/** The rates of each group of risks, groups in order of their first risk. */
export function ratesBy<Key extends string>(
  risks: readonly ChecklistEntry[],
  answers: AssessmentRecord['answers'],
  keyOf: (risk: ChecklistEntry) => Key,
): Map<Key, Rates> {
  const groups = new Map<Key, ChecklistEntry[]>();
  for (const risk of risks) {
    const key = keyOf(risk);
    const group = groups.get(key);
    if (group) group.push(risk);
    else groups.set(key, [risk]);
  }
  return new Map([...groups].map(([key, group]) => [key, ratesOf(group, answers)]));
}

/** Gravest first. */
export const byGrade = (a: { grade: Grade }, b: { grade: Grade }): number =>
  grades.indexOf(a.grade) - grades.indexOf(b.grade);
