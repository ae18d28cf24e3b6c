import { fingerprint } from '../text/fingerprint.ts';
import { keyOf, keyPrefix, parseKey, unseal } from './envelope.ts';
import { isObject } from './kind.ts';
import type { Stock } from './stock.ts';

/** Something that could not be read, kept under a name of its own for whoever can mend it. */
export interface Aside {
  readonly id: string;
  /** Where it stood. */
  readonly key: string;
  readonly text: string;
  /** When it was put aside, in ms since 1970. */
  readonly at: number;
}

const kind = 'aside';
const part = 'text';
const schema = 1;

/** Puts a text aside. The same text of the same place is put aside once. */
export function putAside(stock: Stock, key: string, text: string, now: number): void {
  const item = fingerprint(`${key}\n${text}`);
  const place = keyOf({ kind, item, part });
  if (stock.get(place) !== undefined) return;
  stock.write({ key: place, schema, data: { key, text, at: now } }, now);
}

/** Everything that was put aside, the latest first. */
export function asidesOf(stock: Stock): Aside[] {
  return stock
    .keys()
    .filter((key) => key.startsWith(`${keyPrefix}${kind}:`))
    .flatMap((place): Aside[] => {
      const id = parseKey(place)?.item ?? place;
      const raw = stock.get(place) ?? '';
      const data = unseal(place, raw)?.data;
      // An entry that is damaged itself is shown as it stands: nothing is ever thrown away unasked.
      if (!isObject(data)) return [{ id, key: place, text: raw, at: 0 }];
      const { key, text, at } = data;
      return [{ id, key: String(key), text: String(text), at: typeof at === 'number' ? at : 0 }];
    })
    .sort((a, b) => b.at - a.at);
}

/** Drops one of them, after the reader has asked for it. */
export function dropAside(stock: Stock, id: string): void {
  stock.remove(keyOf({ kind, item: id, part }));
}
