import { keyOf, keyPrefix, laterThan, parseKey, seal, unseal } from './envelope.ts';
import type { Hurt, Opened } from './keep.ts';
import type { SaveOutcome } from './keeper.ts';
import { readElement, type KeptKind, type Parts } from './kind.ts';

/**
 * Keeping of what is too large for the shelf, in a database of its own: the same elements, envelopes
 * and times, but asynchronous, and read in pieces, so that thousands of elements do not stop the
 * page. There is no second copy: each write is answered only when it stands on the disk.
 */

/** Sealed texts by key; undefined where there is none, or where one goes. */
export type Texts = ReadonlyMap<string, string | undefined>;

/** A place for sealed texts. It never rejects: what it cannot do it says. */
export interface DepotPlace {
  /**
   * Texts whose keys begin so, in the order of the keys, so many at most.
   * @param after only those behind this key. @returns undefined when it cannot be read.
   */
  page(
    beginning: string,
    after: string | undefined,
    count: number,
  ): Promise<readonly (readonly [key: string, text: string])[] | undefined>;
  /** All keys that begin so; undefined when they cannot be read. */
  keys(beginning: string): Promise<readonly string[] | undefined>;
  /**
   * Reads and writes in one transaction, so that no other tab comes between.
   * @param decide told what stands there now; what it returns is written, undefined removes.
   */
  update(keys: readonly string[], decide: (now: Texts) => Texts): Promise<PlaceOutcome>;
  /** Empties it. @returns whether nothing is left. */
  clear(): Promise<boolean>;
}

/** `kept`: as long as the tab, where nothing may outlast it. */
export type PlaceOutcome = Exclude<SaveOutcome, 'newer'>;

/** A place that lasts as long as the page. */
export function memoryPlace(): DepotPlace {
  const texts = new Map<string, string>();
  const sorted = (beginning: string) =>
    [...texts.keys()].filter((key) => key.startsWith(beginning)).sort();
  return {
    page: async (beginning, after, count) =>
      sorted(beginning)
        .filter((key) => after === undefined || key > after)
        .slice(0, count)
        .map((key) => [key, texts.get(key) ?? ''] as const),
    keys: async (beginning) => sorted(beginning),
    async update(keys, decide) {
      for (const [key, text] of decide(new Map(keys.map((key) => [key, texts.get(key)])))) {
        if (text === undefined) texts.delete(key);
        else texts.set(key, text);
      }
      return 'kept';
    },
    async clear() {
      texts.clear();
      return true;
    },
  };
}

export interface Depot<Item> {
  /** Ids of the items; undefined when the place cannot be read. */
  list(): Promise<readonly string[] | undefined>;
  /** @returns `blocked` when the place cannot be read. */
  open(item: string): Promise<Opened<Item> | { readonly status: 'blocked' }>;
  /** Single elements as they stand there now, checked; undefined where one is gone. */
  read(item: string, parts: readonly string[]): Promise<Parts>;
  /** Writes single elements, each joined with what stands there; undefined removes one. */
  write(item: string, values: Parts): Promise<SaveOutcome>;
  remove(item: string): Promise<SaveOutcome>;
  /** Sealed elements out of a file: of each the later one counts. */
  merge(item: string, sealed: ReadonlyMap<string, string>): Promise<SaveOutcome>;
}

/** Elements fetched at once. */
const elementsAtATime = 50;
/** Longest reading of elements between two breaths of the page, in ms. */
const longestReadingMs = 30;

interface DepotTools {
  /** ms since 1970. */
  readonly now: () => number;
  /** Lets the page draw and answer. */
  readonly pause: () => Promise<void>;
}

/** @param place given anew for each use: on a shared computer a reader may change it. */
export function depotOf<Item>(
  place: () => DepotPlace,
  kind: KeptKind<Item>,
  { now, pause }: DepotTools,
): Depot<Item> {
  const beginningOf = (item: string) => `${keyPrefix}${kind.name}:${item}:`;
  const keyFor = (item: string, part: string) => keyOf({ kind: kind.name, item, part });

  const readText = (key: string, text: string) => {
    const sealed = unseal(key, text);
    if (!sealed) return { status: 'damaged' as const };
    if (sealed.schema > kind.schema) return { status: 'newer' as const };
    const read = readElement(kind, parseKey(key)?.part ?? '', sealed);
    return read ? { status: 'sound' as const, data: read.data } : { status: 'unfit' as const };
  };

  const open: Depot<Item>['open'] = async (item) => {
    const parts: Record<string, unknown> = {};
    const hurt: Hurt[] = [];
    const beginning = beginningOf(item);
    for (let after: string | undefined; ;) {
      const page = await place().page(beginning, after, elementsAtATime);
      if (!page) return { status: 'blocked' };
      let began = now();
      for (const [key, text] of page) {
        if (now() - began > longestReadingMs) {
          await pause();
          began = now();
        }
        const part = parseKey(key)?.part ?? key.slice(beginning.length);
        const element = readText(key, text);
        if (element.status === 'newer') return { status: 'newer', item: undefined };
        if (element.status === 'sound') parts[part] = element.data;
        else hurt.push({ key, part, cause: element.status });
      }
      after = page[page.length - 1]?.[0];
      if (page.length < elementsAtATime) break;
      await pause();
    }
    const joined = Object.keys(parts).length > 0 ? kind.join(item, parts) : undefined;
    if (joined !== undefined) return { status: 'present', item: joined, hurt };
    return hurt.length > 0 ? { status: 'damaged', hurt } : { status: 'absent' };
  };

  const write: Depot<Item>['write'] = async (item, values) => {
    const entries = Object.entries(values).map(([part, value]) => ({
      part,
      value,
      key: keyFor(item, part),
    }));
    let isNewer = false;
    const outcome = await place().update(
      entries.map(({ key }) => key),
      (texts) => {
        const written = new Map<string, string | undefined>();
        for (const { key, part, value } of entries) {
          const text = texts.get(key);
          const stored = text === undefined ? undefined : readText(key, text);
          if (stored?.status === 'newer') isNewer = true;
          if (value === undefined) {
            written.set(key, undefined);
            continue;
          }
          const isSound = stored?.status === 'sound';
          const data = isSound ? (kind.joinPart?.(part, stored.data, value) ?? value) : value;
          const before = text === undefined ? undefined : unseal(key, text)?.at;
          const at = laterThan(before, now());
          written.set(key, seal(key, { schema: kind.schema, at, data }));
        }
        // An older page stops writing: its shape would corrupt what the newer one has kept.
        return isNewer ? new Map<string, undefined>() : written;
      },
    );
    return isNewer ? 'newer' : outcome;
  };

  return {
    async list() {
      const keys = await place().keys(`${keyPrefix}${kind.name}:`);
      return keys && [...new Set(keys.flatMap((key) => parseKey(key)?.item ?? []))];
    },
    open,
    async read(item, parts) {
      const values: Record<string, unknown> = {};
      await place().update(
        parts.map((part) => keyFor(item, part)),
        (texts) => {
          for (const part of parts) {
            const key = keyFor(item, part);
            const text = texts.get(key);
            const read = text === undefined ? undefined : readText(key, text);
            // What is damaged or of a newer version stays as this page has it.
            if (!read) values[part] = undefined;
            else if (read.status === 'sound') values[part] = read.data;
          }
          return new Map<string, undefined>();
        },
      );
      return values;
    },
    write,
    async remove(item) {
      const keys = await place().keys(beginningOf(item));
      if (!keys) return 'blocked';
      return place().update(keys, () => new Map(keys.map((key) => [key, undefined])));
    },
    async merge(item, sealed) {
      const wanted = new Map([...sealed].map(([part, text]) => [keyFor(item, part), text]));
      return place().update([...wanted.keys()], (texts) => {
        const isLater = (key: string, text: string) => {
          const stored = texts.get(key);
          const at = stored === undefined ? undefined : unseal(key, stored)?.at;
          return at === undefined || (unseal(key, text)?.at ?? 0) > at;
        };
        return new Map([...wanted].filter(([key, text]) => isLater(key, text)));
      });
    },
  };
}
