/** Of a whole paper. */
export const fullMark = 100;

/**
 * What each question of a paper counts, in marks that add up to 100. All the same where halves allow
 * it; else whole marks, and the later questions, which are the harder ones, count one more.
 */
export function questionMarks(count: number): number[] {
  const halves = 2 * fullMark;
  if (halves % count === 0) return Array.from({ length: count }, () => halves / count / 2);
  const base = Math.floor(fullMark / count);
  const withMore = fullMark - base * count;
  return Array.from({ length: count }, (_, i) => (i < count - withMore ? base : base + 1));
}

/**
 * How the mark of a case is spread over its parts: evenly where halves allow it, else in halves, or
 * in quarters where there are too few halves; the later parts have what is left over.
 */
export function partMarks(mark: number, count: number): number[] {
  const unit = mark * 2 >= count ? 0.5 : 0.25;
  const units = Math.round(mark / unit);
  const base = Math.floor(units / count);
  const withMore = units - base * count;
  return Array.from({ length: count }, (_, i) => unit * (i < count - withMore ? base : base + 1));
}
