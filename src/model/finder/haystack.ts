/**
 * The searched texts of all entries in one string: looking through it once is many times quicker
 * than asking each field of each entry.
 */
export interface Haystack {
  readonly text: string;
  /** Where the text of each entry begins. */
  readonly starts: readonly number[];
}

/** Keeps the entries apart: no word that is looked for holds a line break. */
const gap = '\n';

/** @param texts of each entry in turn, folded. */
export function buildHaystack(texts: readonly string[]): Haystack {
  let at = 0;
  const starts = texts.map((text) => {
    const start = at;
    at += text.length + gap.length;
    return start;
  });
  return { text: texts.join(gap), starts };
}

/** The number of the last entry that begins at or before a place, looked for from one on. */
function entryAt(starts: readonly number[], place: number, from: number): number {
  let low = from;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The numbers of the entries that hold one of the words. */
export function entriesWith({ text, starts }: Haystack, words: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (const word of words) {
    let entry = 0;
    for (let at = text.indexOf(word); at >= 0;) {
      entry = entryAt(starts, at, entry);
      found.add(entry);
      const next = starts[entry + 1];
      if (next === undefined) break;
      at = text.indexOf(word, next);
    }
  }
  return found;
}
