import { canonicalJson } from './checkCode.ts';
import { keyOf, keyPrefix, parseKey, unseal } from './envelope.ts';
import { putAside } from './aside.ts';
import { readElement, type KeptKind, type Parts } from './kind.ts';
import type { WriteOutcome } from './shelf.ts';
import type { Stock } from './stock.ts';

/** An element that could not be read, to be named on the page. */
export interface Hurt {
  readonly key: string;
  readonly part: string;
  /** `damaged`: not as it was written. `unfit`: sound, but of a shape that this page does not know. */
  readonly cause: 'damaged' | 'unfit';
}

export type Opened<Item> =
  | { readonly status: 'present'; readonly item: Item; readonly hurt: readonly Hurt[] }
  | { readonly status: 'absent' }
  /**
   * Something of it was kept by a newer version of the site: none of it is moved or written.
   * `item`: as far as it can be read here, if at all, to be looked at and taken out as a file.
   */
  | { readonly status: 'newer'; readonly item: Item | undefined }
  /** Nothing of it can be read. */
  | { readonly status: 'damaged'; readonly hurt: readonly Hurt[] };

/** Keys of the elements of a kind by item. */
function keysByItem(stock: Stock, kind: string): Map<string, string[]> {
  const beginning = `${keyPrefix}${kind}:`;
  const items = new Map<string, string[]>();
  for (const key of stock.keys()) {
    if (!key.startsWith(beginning)) continue;
    const item = parseKey(key)?.item;
    if (item === undefined) continue;
    const keys = items.get(item);
    if (keys) keys.push(key);
    else items.set(item, [key]);
  }
  return items;
}

type Element =
  | { readonly status: 'sound'; readonly data: unknown }
  | { readonly status: 'absent' | 'newer' | 'damaged' | 'unfit' };

function elementAt<Item>(stock: Stock, kind: KeptKind<Item>, key: string, part: string): Element {
  const text = stock.get(key);
  if (text === undefined) return { status: 'absent' };
  const sealed = unseal(key, text);
  if (!sealed) return { status: 'damaged' };
  if (sealed.schema > kind.schema) return { status: 'newer' };
  const read = readElement(kind, part, sealed);
  return read ? { status: 'sound', data: read.data } : { status: 'unfit' };
}

/** Reads an item element by element: what is sound stays, what is not is named. Moves nothing. */
export function openItem<Item>(
  stock: Stock,
  kind: KeptKind<Item>,
  item: string,
  keys = keysByItem(stock, kind.name).get(item) ?? [],
): Opened<Item> {
  const parts: Record<string, unknown> = {};
  const hurt: Hurt[] = [];
  let isNewer = false;
  for (const key of keys) {
    const part = parseKey(key)?.part ?? '';
    const element = elementAt(stock, kind, key, part);
    if (element.status === 'newer') isNewer = true;
    else if (element.status === 'sound') parts[part] = element.data;
    else if (element.status !== 'absent') hurt.push({ key, part, cause: element.status });
  }
  const joined = Object.keys(parts).length > 0 ? kind.join(item, parts) : undefined;
  if (isNewer) return { status: 'newer', item: joined };
  if (joined !== undefined) return { status: 'present', item: joined, hurt };
  return hurt.length > 0 ? { status: 'damaged', hurt } : { status: 'absent' };
}

/** Opens every item of a kind. */
export function openItems<Item>(
  stock: Stock,
  kind: KeptKind<Item>,
): { readonly id: string; readonly opened: Opened<Item> }[] {
  return [...keysByItem(stock, kind.name)].map(([id, keys]) => ({
    id,
    opened: openItem(stock, kind, id, keys),
  }));
}

const isSame = (a: unknown, b: unknown) => a === b || canonicalJson(a) === canonicalJson(b);

const worse: readonly WriteOutcome[] = ['kept', 'full', 'blocked', 'newer'];
export const worstOf = (outcomes: readonly WriteOutcome[]): WriteOutcome =>
  outcomes.reduce<WriteOutcome>(
    (worst, one) => (worse.indexOf(one) > worse.indexOf(worst) ? one : worst),
    'kept',
  );

/**
 * Writes single elements of an item, each joined with what stands there now.
 * @param values by part; undefined removes.
 */
export function writeParts<Item>(
  stock: Stock,
  kind: KeptKind<Item>,
  item: string,
  values: Parts,
  now: number,
): WriteOutcome {
  const entries = Object.entries(values).map(([part, value]) => {
    const key = keyOf({ kind: kind.name, item, part });
    return { key, part, value, stored: elementAt(stock, kind, key, part) };
  });
  // An older page stops writing: its shape would corrupt what the newer one has kept.
  if (entries.some(({ stored }) => stored.status === 'newer')) return 'newer';
  return worstOf(
    entries.map(({ key, part, value, stored }): WriteOutcome => {
      if (stored.status === 'damaged' || stored.status === 'unfit') {
        putAside(stock, key, stock.get(key) ?? '', now);
      }
      if (value === undefined) {
        stock.remove(key);
        return 'kept';
      }
      const data =
        stored.status === 'sound' ? (kind.joinPart?.(part, stored.data, value) ?? value) : value;
      return stock.write({ key, schema: kind.schema, data }, now);
    }),
  );
}

/**
 * Saves what has changed in an item since it was last read or saved; everything else in it stays as
 * other tabs have left it.
 * @param before undefined for an item that is new here.
 */
export function saveItem<Item>(
  stock: Stock,
  kind: KeptKind<Item>,
  item: string,
  before: Item | undefined,
  next: Item,
  now: number,
): WriteOutcome {
  const was = before === undefined ? {} : kind.partsOf(before);
  const is = kind.partsOf(next);
  const changed: Record<string, unknown> = {};
  for (const [part, value] of Object.entries(is)) {
    if (!isSame(was[part], value)) changed[part] = value;
  }
  for (const part of Object.keys(was)) if (!(part in is)) changed[part] = undefined;
  return writeParts(stock, kind, item, changed, now);
}

/** Removes an item whole, what is damaged in it included. */
export function removeItem(stock: Stock, { name }: { readonly name: string }, item: string): void {
  for (const key of keysByItem(stock, name).get(item) ?? []) stock.remove(key);
}
