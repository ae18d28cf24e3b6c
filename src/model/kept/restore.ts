import { putAside } from './aside.ts';
import { parseKey, unseal, type Sealed } from './envelope.ts';
import type { Stock } from './stock.ts';

/** What was found when the shelf and its safety copy were held against each other. */
export interface Restored {
  /** Whether there is a safety copy at all. */
  readonly hasCopy: boolean;
  /** Keys whose text on the shelf is another one now. */
  readonly changed: readonly string[];
  /** Damaged on the shelf, and made good from the copy. */
  readonly healed: readonly string[];
  /** Damaged, and nowhere sound: put aside. */
  readonly lost: readonly string[];
}

const kindOf = (key: string) => parseKey(key)?.kind;

/** The later one; at the same instant the text that sorts later, so that both places choose alike. */
function laterText(a: { text: string; at: number }, b: { text: string; at: number }): string {
  if (a.at !== b.at) return a.at > b.at ? a.text : b.text;
  return a.text > b.text ? a.text : b.text;
}

/**
 * Brings the shelf and its safety copy to one state: of each element the later sound text counts,
 * and what is damaged in both is put aside. To be called once when a page opens; elements that the
 * page has written before the copy had answered are left alone.
 */
export async function restore(stock: Stock, now: () => number): Promise<Restored> {
  const copied = await stock.copied();
  const changed: string[] = [];
  const healed: string[] = [];
  const lost: string[] = [];
  const opened = (
    key: string,
    text: string | undefined,
  ): (Sealed & { text: string }) | undefined => {
    const sealed = text === undefined ? undefined : unseal(key, text);
    return sealed && text !== undefined ? { ...sealed, text } : undefined;
  };
  for (const key of new Set([...stock.keys(), ...(copied?.keys() ?? [])])) {
    if (kindOf(key) === undefined || stock.isTouched(key)) continue;
    const text = stock.get(key);
    const copyText = copied?.get(key);
    const mine = opened(key, text);
    const other = opened(key, copyText);
    if (!mine && !other) {
      // What was put aside stays as it is, damaged or not.
      if (kindOf(key) === 'aside') continue;
      for (const one of new Set([text, copyText])) {
        if (one !== undefined) putAside(stock, key, one, now());
      }
      stock.remove(key);
      lost.push(key);
      continue;
    }
    const right = mine && other ? laterText(mine, other) : (mine ?? other)?.text;
    if (right === undefined) continue;
    // Written to both places: the stock hands on to the copy what it sets.
    if (text !== right || copyText !== right) stock.set(key, right);
    if (text === right) continue;
    changed.push(key);
    if (text !== undefined && !mine) healed.push(key);
  }
  return { hasCopy: copied !== undefined, changed, healed, lost };
}
