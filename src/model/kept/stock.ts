import { laterThan, seal, unseal } from './envelope.ts';
import type { Shelf } from './shelf.ts';

/**
 * A second copy of what stands on the shelf, which a power cut does not reach. It never throws.
 * Chromium hands what a page has put into localStorage to the disk up to a minute later.
 */
export interface SafetyCopy {
  /**
   * Writes texts, undefined to remove. @returns whether they now stand on the disk.
   */
  put(entries: ReadonlyMap<string, string | undefined>): Promise<boolean>;
  /** Everything in it; undefined when it cannot be read. */
  all(): Promise<ReadonlyMap<string, string> | undefined>;
  /** Empties it. @returns whether it could. */
  clear(): Promise<boolean>;
}

/** One element to write; `data` undefined removes it. */
export interface Entry {
  readonly key: string;
  readonly schema: number;
  readonly data: unknown;
}

/**
 * The shelf and its safety copy as one. What the shelf cannot take is held in memory, so that the
 * page goes on with it, and is offered to the shelf again with every later write.
 */
export interface Stock {
  get(key: string): string | undefined;
  keys(): string[];
  /** Writes a sealed text to both places. */
  set(key: string, text: string): 'kept' | 'full' | 'blocked';
  /** Writes it to the shelf alone: what the copy holds may be later, and `restore` will tell. */
  place(key: string, text: string): 'kept' | 'full' | 'blocked';
  remove(key: string): void;
  /** Seals data with a time after the one that it replaces, and writes it. */
  write(entry: Entry, now: number): 'kept' | 'full' | 'blocked';
  /** Whether this page has written or removed the key since it was opened. */
  isTouched(key: string): boolean;
  /** Resolves when everything written so far is in the safety copy; false when it is not. */
  settled(): Promise<boolean>;
  /** The safety copy's texts. */
  copied(): Promise<ReadonlyMap<string, string> | undefined>;
  /** Empties both places. @returns whether nothing is left. */
  clear(): Promise<boolean>;
}

/**
 * @param shelf given anew for each use: on a shared computer a reader may change it.
 * @param copy absent where nothing may outlast the tab.
 * @param hasCopy whether a key belongs into the safety copy.
 */
export function stockOf(
  shelf: () => Shelf,
  copy: () => SafetyCopy | undefined,
  hasCopy: (key: string) => boolean,
): Stock {
  const held = new Map<string, string>();
  const touched = new Set<string>();
  let waiting = new Map<string, string | undefined>();
  let wasOnDisk = true;
  let running: Promise<boolean> = Promise.resolve(true);

  /** Hands on what waits. With nothing waiting, the batch before has taken it along. */
  const put = async (): Promise<boolean> => {
    const place = copy();
    if (!place) return false;
    if (waiting.size === 0) return wasOnDisk;
    const batch = waiting;
    waiting = new Map();
    wasOnDisk = await place.put(batch);
    // Offered again with the next change, unless that one is about the same element.
    if (!wasOnDisk) waiting = new Map([...batch, ...waiting]);
    return wasOnDisk;
  };
  const queue = (key: string, text: string | undefined) => {
    touched.add(key);
    if (hasCopy(key)) waiting.set(key, text);
  };
  const offerHeld = () => {
    for (const [key, text] of held) {
      if (shelf().set(key, text) === 'kept') held.delete(key);
    }
  };
  const place: Stock['place'] = (key, text) => {
    const outcome = shelf().set(key, text);
    if (outcome === 'kept') {
      held.delete(key);
      if (held.size > 0) offerHeld();
    } else {
      held.set(key, text);
    }
    return outcome;
  };
  const set: Stock['set'] = (key, text) => {
    queue(key, text);
    return place(key, text);
  };
  return {
    get: (key) => held.get(key) ?? shelf().get(key),
    keys: () => [...new Set([...shelf().keys(), ...held.keys()])],
    set,
    place,
    remove(key) {
      queue(key, undefined);
      held.delete(key);
      shelf().remove(key);
    },
    write({ key, schema, data }, now) {
      const before = held.get(key) ?? shelf().get(key);
      const at = laterThan(before === undefined ? undefined : unseal(key, before)?.at, now);
      return set(key, seal(key, { schema, at, data }));
    },
    isTouched: (key) => touched.has(key),
    settled() {
      running = running.then(put, put);
      return running;
    },
    copied: () => copy()?.all() ?? Promise.resolve(undefined),
    async clear() {
      held.clear();
      waiting.clear();
      for (const key of shelf().keys()) shelf().remove(key);
      const isCopyEmpty = (await copy()?.clear()) ?? true;
      return isCopyEmpty && shelf().keys().length === 0;
    },
  };
}
