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

const names = { assessment: '自查记录', quiz: '测验成绩' } as const;

/**
 * What a picture is made of, to stand below it: `从 3 份自查记录算出，期间 2026年度；没有计入的 1 份（期间不符 1）。`
 */
export function countedText(counting: Counting, kind: keyof typeof names, period: string): string {
  const counts = standingCounts(counting, kind);
  const left = standings.flatMap((standing, i) =>
    standing === '计入' || !counts[i] ? [] : `${standing} ${counts[i]}`,
  );
  const sum = counts.reduce((total, one) => total + one, 0);
  const counted = counts[standings.indexOf('计入')] ?? 0;
  const rest =
    left.length === 0 ? '全部计入' : `没有计入的 ${sum - counted} 份（${left.join('，')}）`;
  return `从 ${counted} 份${names[kind]}算出，期间 ${period || '没有填'}；${rest}。`;
}
