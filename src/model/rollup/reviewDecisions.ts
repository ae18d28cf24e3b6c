import type { Decision, Outcome } from './decision.ts';
import { outcomes } from './decision.ts';
import type { ReviewSubject } from './reviewSubjects.ts';
import type { Rollup } from './rollup.ts';

/** Where a subject stands: decided in one of three ways, or not yet. */
export const reviewStates = ['未定', ...outcomes] as const;
export type ReviewState = '未定' | Outcome;

/** Fields of a decision to be changed; undefined takes one back. */
export type DecisionChange = {
  readonly [K in Exclude<keyof Decision, 'at'>]?: Decision[K] | undefined;
};

const undecided: Decision = { note: '', stage: '处室互查', at: 0 };

export const decisionOf = (
  { decisions }: Pick<Rollup, 'decisions'>,
  subjectId: string,
): Decision | undefined =>
  Object.prototype.hasOwnProperty.call(decisions, subjectId) ? decisions[subjectId] : undefined;

/**
 * The roll-up with a decision made or changed; what the change does not name stays.
 * @param now ms since 1970.
 */
export function decide(
  rollup: Rollup,
  subjectId: string,
  change: DecisionChange,
  now: number,
): Rollup {
  const merged = { ...(decisionOf(rollup, subjectId) ?? undecided), ...change, at: now };
  const kept = Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== undefined),
  ) as unknown as Decision;
  return { ...rollup, decisions: { ...rollup.decisions, [subjectId]: kept } };
}

export const stateOf = (rollup: Pick<Rollup, 'decisions'>, subjectId: string): ReviewState =>
  decisionOf(rollup, subjectId)?.outcome ?? '未定';

export interface ReviewProgress {
  readonly byState: Readonly<Record<ReviewState, number>>;
  readonly decided: number;
  readonly total: number;
}

/** How far the review has come. */
export function reviewProgress(
  rollup: Pick<Rollup, 'decisions'>,
  subjects: readonly ReviewSubject[],
): ReviewProgress {
  const byState: Record<ReviewState, number> = { 未定: 0, 采纳: 0, 并入已有风险点: 0, 不采纳: 0 };
  for (const { id } of subjects) byState[stateOf(rollup, id)] += 1;
  return { byState, decided: subjects.length - byState.未定, total: subjects.length };
}
