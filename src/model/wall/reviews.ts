import { citedId, type NamedWall } from './wall.ts';

/** Early enough to call the people together. */
export const reviewSoonDays = 60;

export const reviewStates = ['已过期', '快到期', '未到期'] as const;
export type ReviewState = (typeof reviewStates)[number];

export const reviewStateNames: Readonly<Record<ReviewState, string>> = {
  已过期: '已过期',
  快到期: `${reviewSoonDays} 天内到期`,
  未到期: '未到期',
};

const dayMs = 86_400_000;

/** Days from one date to another, both YYYY-MM-DD; below zero when the other is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

/** How a review stands. A wall may still be reviewed on the day itself. */
export function reviewStateOf(nextReviewDate: string, today: string): ReviewState {
  const days = daysBetween(today, nextReviewDate);
  if (days < 0) return '已过期';
  return days <= reviewSoonDays ? '快到期' : '未到期';
}

/** `过期 12 天`, `今天到期`, `还有 48 天`. */
export function reviewDaysText(nextReviewDate: string, today: string): string {
  const days = daysBetween(today, nextReviewDate);
  if (days === 0) return '今天到期';
  return days < 0 ? `过期 ${-days} 天` : `还有 ${days} 天`;
}

/** When a wall was last approved, and when it has to be looked at again. */
export interface Review {
  readonly wallId: string;
  readonly slug: string;
  readonly name: string;
  readonly departments: readonly string[];
  readonly version: string;
  readonly lastReviewDate: string;
  readonly nextReviewDate: string;
}

/** All reviews, those due first in front. */
export function reviewsOf(walls: readonly NamedWall[]): Review[] {
  return walls
    .map(({ slug, wall }) => ({
      wallId: wall.id,
      slug,
      name: wall.powerItem,
      departments: wall.leadDepartments,
      version: wall.version,
      lastReviewDate: wall.lastReviewDate,
      nextReviewDate: wall.nextReviewDate,
    }))
    .sort((a, b) => (a.nextReviewDate < b.nextReviewDate ? -1 : 1));
}

export const reviewColumns = [
  '编号',
  '防控墙',
  '主办处室',
  '版本',
  '上次审定',
  '复核期限',
  '状态',
  '天数',
] as const;

/** A review's cells in the order of `reviewColumns`. @param today YYYY-MM-DD. */
export function reviewCells(review: Review, today: string): string[] {
  const { wallId, name, departments, version, lastReviewDate, nextReviewDate } = review;
  return [
    citedId(wallId),
    name,
    departments.join('、'),
    version,
    lastReviewDate,
    nextReviewDate,
    reviewStateNames[reviewStateOf(nextReviewDate, today)],
    reviewDaysText(nextReviewDate, today),
  ];
}

/** `已过期 2 面，60 天内到期 3 面`; what there is none of is not told. */
export function reviewSummary(dates: readonly string[], today: string): string {
  const count = (state: ReviewState) =>
    dates.filter((date) => reviewStateOf(date, today) === state).length;
  const due = (['已过期', '快到期'] as const)
    .filter((state) => count(state) > 0)
    .map((state) => `${reviewStateNames[state]} ${count(state)} 面`);
  return due.length > 0 ? due.join('，') : `${reviewSoonDays} 天内没有到期的`;
}
