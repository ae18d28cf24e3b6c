import { useEffect, useState, type Dispatch, type StateUpdater } from 'preact/hooks';
import { keeper } from '../../browser/keeper.ts';
import type { KindKeeper } from '../../model/kept/keeper.ts';

/** Messages of other tabs come one an element; the list is read once for all of them. */
const gatherMs = 30;

/**
 * What is read from the store of a kind, read again when another tab or the safety copy has changed
 * it. @returns what was read, a function that reads it now, and one that shows
 * another state of it, which is kept already.
 */
export function useKeptList<T>(
  store: KindKeeper<unknown>,
  read: () => T,
): readonly [T, () => void, Dispatch<StateUpdater<T>>] {
  const [found, setFound] = useState(read);
  const reload = () => setFound(read());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unwatch = store.watch(undefined, () => {
      clearTimeout(timer);
      timer = setTimeout(reload, gatherMs);
    });
    void keeper.ready();
    return () => {
      clearTimeout(timer);
      unwatch();
    };
  }, [store]);
  return [found, reload, setFound];
}
