import { useEffect, useState } from 'preact/hooks';
import { onHashChange, readHash } from './hash.ts';

/**
 * The part of the page that the address names.
 * @param read makes a route of what stands behind the `#`. It is kept from the first drawing on.
 */
export function useHash<T>(read: (hash: string) => T): T {
  const [route, setRoute] = useState(() => read(readHash()));
  useEffect(() => onHashChange(() => setRoute(read(readHash()))), []);
  return route;
}
