import { standings, type Counting } from '../counting.ts';
import type { HandInKind } from '../rollup.ts';

/** How many hand-ins of a kind stand where, in the order of `standings`. */
export function standingCounts({ listed }: Counting, kind: HandInKind): readonly number[] {
  const counts = standings.map(() => 0);
  for (const { handIn, standing } of listed) {
    if (handIn.kind !== kind) continue;
    const place = standings.indexOf(standing);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** How many of a kind count, and in words those that do not. */
function countedOf(counting: Counting, kind: HandInKind): { count: number; others: string } {
  const counts = standingCounts(counting, kind);
  const count = counts[standings.indexOf('计入')] ?? 0;
  const left = standings.flatMap((standing, i) =>
    standing === '计入' || !counts[i] ? [] : `${standing} ${counts[i]}`,
  );
  const sum = counts.reduce((total, one) => total + one, 0);
  const others =
    left.length === 0 ? '全部计入' : `没有计入的 ${sum - count} 份（${left.join('，')}）`;
  return { count, others };
}

/**
 * What the pictures of the self-assessments are made of, to stand below them:
 * `从 3 份自查记录算出，期间 2026年度；没有计入的 1 份（期间不符 1）。`
 * @param strays answers that do not count, see `strayCount`.
 */
export function countedText(counting: Counting, period: string, strays: number): string {
  const { count, others } = countedOf(counting, 'assessment');
  const stray =
    strays === 0
      ? ''
      : `另有 ${strays} 条作答不在本人选的岗位里，或者风险点已经不在墙上，也没有计入。`;
  return `从 ${count} 份自查记录算出，期间 ${period || '没有填'}；${others}。${stray}`;
}

/** The same of the pictures of the exams. @param year whose exams count; @param examined people. */
export function countedExamsText(
  counting: Counting,
  year: number | undefined,
  examined: number,
): string {
  const { count, others } = countedOf(counting, 'quiz');
  const which = year === undefined ? '' : ` ${year} 年`;
  return `从 ${count} 份测验记录算出；${others}。其中 ${examined} 人有${which}交了的卷子，每人数最后交的一份。`;
}
