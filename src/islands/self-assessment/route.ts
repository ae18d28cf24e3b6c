import { goToHash } from '../../browser/hash.ts';
import { useHash } from '../../browser/useHash.ts';

/** The parts of the self-assessment; each has an address, so that Back leads to the one before. */
export const views = ['fill', 'check', 'result', 'form'] as const;
export type View = (typeof views)[number];

export interface Route {
  readonly view: View;
  readonly recordId: string;
  /** A risk to go to. */
  readonly riskId: string | undefined;
}

/** `fill/<record>` or `fill/<record>/<risk>`; undefined for the start. */
function readRoute(hash: string): Route | undefined {
  const [view, recordId, riskId] = hash.split('/');
  const known = views.find((one) => one === view);
  return known && recordId ? { view: known, recordId, riskId } : undefined;
}

/** What stands behind the `#` for a part of a record. */
export const routeTo = (view: View, recordId: string, riskId?: string): string =>
  [view, recordId, riskId].filter(Boolean).join('/');

export const routeHash = (view: View, recordId: string, riskId?: string): string =>
  `#${routeTo(view, recordId, riskId)}`;

/** Leads to the checklist of a record. */
export function goToRecord(recordId: string): void {
  goToHash(routeTo('fill', recordId));
}

/** The part that the address names. */
export const useRoute = (): Route | undefined => useHash(readRoute);
