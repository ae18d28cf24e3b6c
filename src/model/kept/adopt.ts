import { putAside } from './aside.ts';
import { keyOf, onlyItem, seal, unseal } from './envelope.ts';
import { isObject, type KeptKind } from './kind.ts';
import type { KindName } from './kinds.ts';
import { oldKeys, oldPrefix } from './oldKeys.ts';
import type { Stock } from './stock.ts';

/**
 * Takes over what versions before the envelope have kept: one JSON text an item, under keys of their
 * own. It is read element by element as well, and the old text goes only when all of it stands anew
 * or was put aside. A tab that still runs such a version may write its text again; it is taken over
 * again then, and of each element the later one counts.
 */

const oldDamaged = `${oldPrefix}damaged.`;
const oldEnvelope = 1;

/** The kind that an old key belongs to. */
export function kindOfOldKey(key: string): KindName | undefined {
  if (!key.startsWith(oldPrefix)) return undefined;
  const name = key.slice(oldPrefix.length);
  return (Object.keys(oldKeys) as KindName[]).find((one) => {
    const oldKey = oldKeys[one];
    return oldKey.endsWith('.') ? name.startsWith(oldKey) : name === oldKey;
  });
}

/** The data in an old text. @returns undefined when it is of an envelope that came later. */
function oldData(text: string): { readonly data: unknown } | undefined {
  const value: unknown = JSON.parse(text);
  // Choices were kept without an envelope.
  if (!isObject(value) || !('v' in value) || !('data' in value)) return { data: value };
  return value['v'] === oldEnvelope ? { data: value['data'] } : undefined;
}

const isNewer = (data: unknown, schema: number) =>
  isObject(data) && typeof data['schema'] === 'number' && data['schema'] > schema;

function adoptText<Item>(
  stock: Stock,
  kind: KeptKind<Item>,
  key: string,
  text: string,
  now: number,
): void {
  let old: ReturnType<typeof oldData>;
  try {
    old = oldData(text);
  } catch {
    putAside(stock, key, text, now);
    stock.remove(key);
    return;
  }
  if (!old || isNewer(old.data, kind.schema)) return;
  const oldKey = oldKeys[kind.name];
  const item =
    kind.itemOf?.(old.data) ??
    (oldKey.endsWith('.') ? key.slice(oldPrefix.length + oldKey.length) : onlyItem);
  let isWhole = true;
  for (const [part, value] of Object.entries(kind.partsOf(old.data))) {
    const place = keyOf({ kind: kind.name, item, part });
    const read = kind.readPart(part, value);
    if (!read) {
      putAside(stock, place, JSON.stringify(value), now);
      continue;
    }
    const at = kind.timeOf?.(read.data) ?? 1;
    const stored = stock.get(place);
    const storedAt = stored === undefined ? 0 : (unseal(place, stored)?.at ?? 0);
    if (storedAt >= at) continue;
    const outcome = stock.place(place, seal(place, { schema: kind.schema, at, data: read.data }));
    if (outcome !== 'kept') isWhole = false;
  }
  if (isWhole) stock.remove(key);
}

/** Takes over everything old of a kind. */
export function adoptOld<Item>(stock: Stock, kind: KeptKind<Item>, now: number): void {
  for (const key of stock.keys()) {
    if (kindOfOldKey(key) !== kind.name) continue;
    const text = stock.get(key);
    if (text !== undefined) adoptText(stock, kind, key, text, now);
  }
}

/** What an old version has put aside itself joins the rest. */
export function adoptOldDamaged(stock: Stock, now: number): void {
  for (const key of stock.keys()) {
    if (!key.startsWith(oldDamaged)) continue;
    const text = stock.get(key);
    if (text !== undefined) putAside(stock, key, text, now);
    stock.remove(key);
  }
}
