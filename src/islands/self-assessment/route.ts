import { useEffect, useState } from 'preact/hooks';

/** The parts of the self-assessment; each has an address, so that Back leads to the one before. */
export const views = ['fill', 'check', 'result', 'form'] as const;
export type View = (typeof views)[number];

export interface Route {
  readonly view: View;
  readonly recordId: string;
  /** A risk to go to. */
  readonly riskId: string | undefined;
}

/** `#fill/<record>` or `#fill/<record>/<risk>`; undefined for the start. */
function readRoute(): Route | undefined {
  const [view, recordId, riskId] = location.hash.slice(1).split('/');
  const known = views.find((one) => one === view);
  return known && recordId ? { view: known, recordId, riskId } : undefined;
}

export const routeHash = (view: View, recordId: string, riskId?: string): string =>
  `#${[view, recordId, riskId].filter(Boolean).join('/')}`;

/** The part that the address names. */
export function useRoute(): Route | undefined {
  const [route, setRoute] = useState(readRoute);
  useEffect(() => {
    const follow = () => setRoute(readRoute());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return route;
}
