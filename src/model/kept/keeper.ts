import { adoptOld, adoptOldDamaged, kindOfOldKey } from './adopt.ts';
import { asidesOf, dropAside, type Aside } from './aside.ts';
import { parseKey } from './envelope.ts';
import { openItem, openItems, removeItem, saveItem, writeParts, type Opened } from './keep.ts';
import type { KeptKind, Parts } from './kind.ts';
import { restore, type Restored } from './restore.ts';
import type { WriteOutcome } from './shelf.ts';
import type { Stock } from './stock.ts';

/**
 * How a change was kept. `durable`: on the disk. `kept`: in the browser, which may take a minute to
 * put it on the disk.
 */
export type SaveOutcome = 'durable' | 'kept' | 'full' | 'blocked' | 'newer';

export interface Save {
  /** At once. */
  readonly outcome: WriteOutcome;
  /** When it is on the disk, or will not be. */
  readonly settled: Promise<SaveOutcome>;
}

/** The keeper of one kind. */
export interface KindKeeper<Item> {
  open(item: string): Opened<Item>;
  list(): readonly { readonly id: string; readonly opened: Opened<Item> }[];
  /** @param before as last read or saved here; undefined when the item is new. */
  save(item: string, before: Item | undefined, next: Item): Save;
  /** Writes single elements; undefined removes one. */
  write(item: string, values: Parts): Save;
  remove(item: string): void;
  /**
   * Calls back when an item is no longer as this page knows it.
   * @param item undefined for any of the kind. @returns ends the watch.
   */
  watch(item: string | undefined, changed: () => void): () => void;
}

/** Everything that is kept in this browser, behind one door. */
export interface Keeper {
  of<Item>(kind: KeptKind<Item>): KindKeeper<Item>;
  /** Another tab has written a key; undefined when it has removed everything. */
  noticed(key: string | undefined): void;
  /** Holds shelf and safety copy against each other, once. */
  ready(): Promise<Restored>;
  /** Calls back with how each write in this page ended. @returns ends the watch. */
  watchSaves(told: (outcome: SaveOutcome) => void): () => void;
  asides(): readonly Aside[];
  dropAside(id: string): void;
  /** Removes all that this site keeps. @returns whether nothing is left. */
  clear(): Promise<boolean>;
}

/** @param now ms since 1970. */
export function keeperOf(stock: Stock, now: () => number): Keeper {
  const watchers = new Set<{
    readonly kind: string;
    readonly item: string | undefined;
    changed(): void;
  }>();
  const known = new Map<string, KeptKind<unknown>>();
  const newer = new Set<string>();
  const listeners = new Set<(outcome: SaveOutcome) => void>();
  let restoring: Promise<Restored> | undefined;

  const tell = (isMeant: (kind: string, item: string | undefined) => boolean) => {
    for (const watcher of [...watchers]) {
      if (isMeant(watcher.kind, watcher.item)) watcher.changed();
    }
  };
  const tellKeys = (keys: readonly string[]) => {
    const items = new Set<string>();
    for (const key of keys) {
      const parsed = parseKey(key);
      if (parsed) items.add(parsed.kind).add(`${parsed.kind}:${parsed.item}`);
    }
    tell((kind, item) => items.has(item === undefined ? kind : `${kind}:${item}`));
  };
  const howKept = async (outcome: WriteOutcome): Promise<SaveOutcome> =>
    outcome !== 'newer' && (await stock.settled()) ? 'durable' : outcome;
  const saved = (outcome: WriteOutcome): Save => {
    const settled = howKept(outcome);
    void settled.then((one) => {
      for (const told of listeners) told(one);
    });
    return { outcome, settled };
  };

  const of = <Item>(kind: KeptKind<Item>): KindKeeper<Item> => {
    if (!known.has(kind.name)) {
      known.set(kind.name, kind);
      adoptOld(stock, kind, now());
    }
    const noteState = (item: string, opened: Opened<Item>) => {
      if (opened.status === 'newer') newer.add(`${kind.name}:${item}`);
      return opened;
    };
    const isNewer = (item: string) => newer.has(`${kind.name}:${item}`);
    return {
      open: (item) => noteState(item, openItem(stock, kind, item)),
      list: () =>
        openItems(stock, kind).map(({ id, opened }) => ({ id, opened: noteState(id, opened) })),
      save: (item, before, next) =>
        saved(isNewer(item) ? 'newer' : saveItem(stock, kind, item, before, next, now())),
      write: (item, values) =>
        saved(isNewer(item) ? 'newer' : writeParts(stock, kind, item, values, now())),
      remove(item) {
        removeItem(stock, kind, item);
        void stock.settled();
      },
      watch(item, changed) {
        const watcher = { kind: kind.name, item, changed };
        watchers.add(watcher);
        return () => void watchers.delete(watcher);
      },
    };
  };
  return {
    of,
    noticed(key) {
      if (key === undefined) {
        tell(() => true);
        return;
      }
      const oldKind = known.get(kindOfOldKey(key) ?? '');
      if (oldKind) {
        adoptOld(stock, oldKind, now());
        tell((kind) => kind === oldKind.name);
      } else {
        tellKeys([key]);
      }
    },
    ready() {
      restoring ??= restore(stock, now).then((restored) => {
        adoptOldDamaged(stock, now());
        void stock.settled();
        tellKeys(restored.changed);
        return restored;
      });
      return restoring;
    },
    watchSaves(told) {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
    asides: () => asidesOf(stock),
    dropAside(id) {
      dropAside(stock, id);
      void stock.settled();
    },
    async clear() {
      newer.clear();
      const isEmpty = await stock.clear();
      tell(() => true);
      return isEmpty;
    },
  };
}
