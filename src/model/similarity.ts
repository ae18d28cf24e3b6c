/** Pairs of neighbouring characters of a text; punctuation and spaces do not count. */
export function bigrams(text: string): Set<string> {
  const chars = Array.from(text.replace(/[^\p{L}\p{N}]/gu, ''));
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

export interface SimilarPair {
  readonly similarity: number;
  readonly first: string;
  readonly second: string;
}

/**
 * Compares all pairs of texts.
 * @param texts by a name that tells where each stands.
 * @returns how many pairs fall into each tenth (0 to 9), and the pairs above `limit`, worst first.
 */
export function compareAll(
  texts: readonly (readonly [name: string, text: string])[],
  limit: number,
): { readonly tenths: readonly number[]; readonly above: readonly SimilarPair[] } {
  const sets = texts.map(([, text]) => bigrams(text));
  const tenths = Array.from({ length: 10 }, () => 0);
  const above: SimilarPair[] = [];
  for (let i = 0; i < sets.length; i += 1) {
    for (let j = i + 1; j < sets.length; j += 1) {
      const similarity = jaccard(sets[i] ?? new Set(), sets[j] ?? new Set());
      const tenth = Math.min(9, Math.floor(similarity * 10));
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
      if (similarity > limit) {
        above.push({
          similarity,
          first: texts[i]?.join('：') ?? '',
          second: texts[j]?.join('：') ?? '',
        });
      }
    }
  }
  return { tenths, above: above.sort((a, b) => b.similarity - a.similarity) };
}
