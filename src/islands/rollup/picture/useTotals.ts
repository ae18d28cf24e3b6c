import { useEffect, useState } from 'preact/hooks';
import type { ChecklistIndex } from '../../../model/assessment/checklist.ts';
import type { Counting } from '../../../model/rollup/counting.ts';
import { readAhead, totalsOf, type Totals } from '../../../model/rollup/totals/totals.ts';

/** So long a key press may have to wait for a portion, in ms. */
const portionMs = 25;

function readPortion(counting: Counting, index: ChecklistIndex): boolean {
  const end = Date.now() + portionMs;
  return readAhead(counting, index, () => Date.now() >= end);
}

/**
 * The totals of what counts. Thousands of hand-ins that were not read before are read portion by
 * portion, with key presses let through between.
 * @param order of the departments of the bureau.
 * @returns undefined until all have been read.
 */
export function useTotals(
  counting: Counting,
  index: ChecklistIndex,
  order: readonly string[],
): Totals | undefined {
  const [, setRound] = useState(0);
  const isRead = readPortion(counting, index);
  useEffect(() => {
    if (isRead) return undefined;
    const timer = setTimeout(() => setRound((round) => round + 1));
    return () => clearTimeout(timer);
  });
  return isRead ? totalsOf(counting, index, order) : undefined;
}
