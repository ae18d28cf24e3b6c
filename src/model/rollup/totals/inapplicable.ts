import { figuresOf, type Axis } from './figures.ts';
import { judgedStates } from './marks.ts';
import type { Totals } from './totals.ts';

/** So many of those who judged a risk must say 不适用 before the wall is asked about. */
export const inapplicableLimit = 0.8;
/** With fewer judgements a share says nothing. */
export const leastJudgements = 5;

/** How often something was judged, and how often as 不适用. */
export interface InapplicableShare {
  readonly judged: number;
  readonly inapplicable: number;
  /** 0 to 1; undefined when nobody has judged. */
  readonly share: number | undefined;
  /** Nearly all say 不适用: it is rather the wall, or whom it is given to, that is wrong. */
  readonly isSuspect: boolean;
}

/** By number of the wall or risk. */
export function inapplicableShares(
  totals: Totals,
  of: Extract<Axis, 'wall' | 'risk'>,
): InapplicableShare[] {
  const figures = figuresOf(totals, of, 'all');
  return Array.from({ length: figures.height }, (_, number) => {
    const judged = figures.of(number, 0, judgedStates);
    const inapplicable = figures.of(number, 0, ['不适用']);
    const share = judged === 0 ? undefined : inapplicable / judged;
    return {
      judged,
      inapplicable,
      share,
      isSuspect: judged >= leastJudgements && share !== undefined && share >= inapplicableLimit,
    };
  });
}
