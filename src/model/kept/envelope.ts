import { fingerprint } from '../text/fingerprint.ts';

/**
 * How one element of something saved (an answer, a field, an entry of a list) stands in the
 * storage: `schema|time|sum|JSON`. Every element has an envelope of its own, so that one damaged
 * character costs at most the element that it hit, and two tabs that change different elements never
 * meet. The sum covers the key too: what was put under another key is no longer taken for sound.
 */

/** What app a file or an entry belongs to; those of other programs are told by it. */
export const fileApp = 'fangkongqiang';

/**
 * All keys of this site begin so. Versions before the envelope began theirs with `fangkong.`: tabs
 * that still run one list those keys and move what they cannot read.
 */
export const keyPrefix = 'fangkong:';

export interface ElementKey {
  readonly kind: string;
  /** Of the item; `-` where a browser has but one. */
  readonly item: string;
  /** Of the element within the item. */
  readonly part: string;
}

/** What an id of an item may hold: neither the separator nor a sign that a file name cannot have. */
export const itemIdPattern = /^[0-9A-Za-z-]{1,80}$/;

/** The id of kinds of which a browser has but one item. */
export const onlyItem = '-';

export function keyOf({ kind, item, part }: ElementKey): string {
  return `${keyPrefix}${kind}:${item}:${part}`;
}

/** @returns undefined when the key is none of an element. */
export function parseKey(key: string): ElementKey | undefined {
  const [, kind, item, part] = /^fangkong:([a-z-]+):([0-9A-Za-z-]+):([^:]+)$/.exec(key) ?? [];
  return kind === undefined || item === undefined || part === undefined
    ? undefined
    : { kind, item, part };
}

export interface Sealed {
  /** Of the shape of the data. */
  readonly schema: number;
  /** ms since 1970: the later of two states of one element counts. */
  readonly at: number;
  readonly data: unknown;
}

const sumOf = (key: string, head: string, json: string) => fingerprint(`${key}|${head}|${json}`);

/** The text that is stored under the key. */
export function seal(key: string, { schema, at, data }: Sealed): string {
  const head = `${schema}|${at.toString(36)}`;
  const json = JSON.stringify(data);
  return `${head}|${sumOf(key, head, json)}|${json}`;
}

/** @returns undefined when a single character is not as it was written. */
export function unseal(key: string, text: string): Sealed | undefined {
  const [whole, head, schema, at, sum] =
    /^((\d{1,6})\|([0-9a-z]{1,12}))\|([0-9a-f]{8})\|/.exec(text) ?? [];
  if (whole === undefined || head === undefined || at === undefined) return undefined;
  const json = text.slice(whole.length);
  if (sumOf(key, head, json) !== sum) return undefined;
  try {
    return { schema: Number(schema), at: parseInt(at, 36), data: JSON.parse(json) };
  } catch {
    return undefined;
  }
}

/**
 * The time of a change: now, but never before what it replaces. A clock that was put back must not
 * make a new answer older than the one that it corrects.
 * @param before ms since 1970 of the state that is replaced.
 */
export function laterThan(before: number | undefined, now: number): number {
  return before === undefined ? now : Math.max(now, before + 1);
}
