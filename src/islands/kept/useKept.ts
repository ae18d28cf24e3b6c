import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { afterPaint, onLeaving } from '../../browser/page.ts';
import { keeper } from '../../browser/keeper.ts';
import type { Hurt, Opened } from '../../model/kept/keep.ts';
import type { KindKeeper } from '../../model/kept/keeper.ts';
import { clockTime, unsaved, type SaveState } from './saveWords.ts';

export interface KeptItem<Item> {
  /** Undefined when there is nothing to work on; `status` says why. */
  readonly item: Item | undefined;
  readonly status: Opened<Item>['status'];
  /** What of it could not be read. */
  readonly hurt: readonly Hurt[];
  readonly save: SaveState;
  /** Changes the item: painted first, saved right after. */
  readonly change: (next: (item: Item) => Item) => void;
  /** Removes what is kept and begins anew; what a newer version of the site has kept stays. */
  readonly forget: () => void;
}

/** What there is to look at: of what a newer version keeps, as much as can be read here. */
function itemOf<Item>(opened: Opened<Item>, first?: () => Item): Item | undefined {
  switch (opened.status) {
    case 'present':
    case 'newer':
      return opened.item;
    case 'absent':
      return first?.();
    case 'damaged':
      return undefined;
  }
}

/** Messages of other tabs come one an element; a whole record is read once for all of them. */
const gatherMs = 30;

/**
 * An item that is kept while it is worked on: every change is painted first and saved right after,
 * what other tabs save shows here, and what a power cut has taken comes back when the page opens.
 * @param first the item where none is kept yet; it is kept with the first change.
 */
export function useKept<Item>(
  store: KindKeeper<Item>,
  id: string,
  first?: () => Item,
): KeptItem<Item> {
  const [opened, setOpened] = useState(() => store.open(id));
  const [item, setItem] = useState(() => itemOf(opened, first));
  const [save, setSave] = useState<SaveState>(unsaved);
  /** As shown, and as this page knows it to be kept: what differs is what has to be saved. */
  const shown = useRef(item);
  const kept = useRef(opened.status === 'present' ? opened.item : undefined);
  const isWaiting = useRef(false);
  const saves = useRef(0);

  const flush = useCallback(() => {
    if (!isWaiting.current || shown.current === undefined) return;
    isWaiting.current = false;
    const { settled } = store.save(id, kept.current, shown.current);
    kept.current = shown.current;
    saves.current += 1;
    const mine = saves.current;
    setSave(({ time }) => ({ outcome: 'saving', time }));
    void settled.then((outcome) => {
      if (mine === saves.current) setSave({ outcome, time: clockTime() });
    });
  }, [store, id]);

  const change = useCallback(
    (next: (item: Item) => Item) => {
      if (shown.current === undefined) return;
      shown.current = next(shown.current);
      setItem(shown.current);
      if (isWaiting.current) return;
      isWaiting.current = true;
      afterPaint(flush);
    },
    [flush],
  );

  const forget = useCallback(() => {
    isWaiting.current = false;
    if (store.open(id).status === 'newer') {
      setSave({ outcome: 'newer', time: clockTime() });
      return;
    }
    store.remove(id);
    kept.current = undefined;
    shown.current = first?.();
    setItem(shown.current);
    setSave(unsaved);
  }, [store, id]);

  useEffect(() => {
    const read = () => {
      flush();
      const now = store.open(id);
      setOpened(now);
      // What a newer version of the site has taken over is still shown, and no longer written.
      if (now.status === 'newer') return;
      if (now.status !== 'present') {
        // Removed elsewhere: what is here would come back in fragments with the next change.
        if (kept.current !== undefined) setItem((shown.current = first?.()));
        kept.current = undefined;
        return;
      }
      kept.current = now.item;
      shown.current = now.item;
      setItem(now.item);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unwatch = store.watch(id, () => {
      clearTimeout(timer);
      timer = setTimeout(read, gatherMs);
    });
    void keeper.ready();
    // The page may be gone before the next frame.
    const stay = onLeaving(flush);
    return () => {
      flush();
      clearTimeout(timer);
      unwatch();
      stay();
    };
  }, [store, id, flush]);

  const hurt = opened.status === 'present' || opened.status === 'damaged' ? opened.hurt : [];
  return { item, status: opened.status, hurt, save, change, forget };
}
