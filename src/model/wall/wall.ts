import type { Risk, Step, WallSource } from './wallSchema.ts';
import { gradeEntries, grades, type Grade } from '../vocabulary.ts';

/** A wall with the name of its file, which is also its address. */
export interface NamedWall {
  readonly slug: string;
  readonly wall: WallSource;
}

/** The full name on the page and on paper. */
export function wallTitle({ powerItem }: Pick<WallSource, 'powerItem'>): string {
  return `${powerItem}工作廉政风险防控墙`;
}

/** An id as it is cited on paper: `w01-r07` → `W01-R07`. */
export function citedId(id: string): string {
  return id.toUpperCase();
}

/** Page anchors; saved links and printed references depend on them. */
export const stepAnchor = (id: string): string => `step-${id}`;
export const riskAnchor = (id: string): string => `risk-${id}`;
export const exitAnchor = (id: string): string => `exit-${id}`;

/** What a step without a legal limit says about time; `＿＿日` is filled in by the bureau. */
export const ownLimitText = (limit: string): string => `无法定时限，本单位规定${limit}`;

export interface PlacedRisk {
  readonly risk: Risk;
  readonly step: Step;
  /** Counted from 1 in the order of the wall. */
  readonly stepNumber: number;
}

/** All risks of a wall in reading order, each with its step. */
export function placedRisks({ steps }: Pick<WallSource, 'steps'>): PlacedRisk[] {
  return steps.flatMap((step, index) =>
    step.risks.map((risk) => ({ risk, step, stepNumber: index + 1 })),
  );
}

export type GradeCounts = Readonly<Record<Grade, number>>;

export function countByGrade(risks: readonly Pick<Risk, 'grade'>[]): GradeCounts {
  const counts = { 一类: 0, 二类: 0, 三类: 0 };
  for (const { grade } of risks) counts[grade] += 1;
  return counts;
}

/** Risks by grade, the gravest first; among equals the one written first. */
export function gravestFirst<R extends Pick<Risk, 'grade'>>(risks: readonly R[]): R[] {
  return [...risks].sort((a, b) => gradeEntries[a.grade].rank - gradeEntries[b.grade].rank);
}

/** `▲2 ■1`, gravest first, without zeros; empty when there is no risk. */
export function gradeSummary(counts: GradeCounts): string {
  return grades
    .filter((grade) => counts[grade] > 0)
    .map((grade) => `${gradeEntries[grade].mark}${counts[grade]}`)
    .join(' ');
}

/** The same for those who listen: `一类 2 个，二类 1 个`. */
export function gradeSummarySpoken(counts: GradeCounts): string {
  const parts = grades
    .filter((grade) => counts[grade] > 0)
    .map((grade) => `${grade} ${counts[grade]} 个`);
  return parts.length > 0 ? parts.join('，') : '没有列出风险点';
}
