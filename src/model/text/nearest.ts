import { bigrams, jaccard } from './similarity.ts';

/** Names that share less than this with the one that was written are no help. */
const leastLikeness = 0.2;

/** How alike two names look: by their characters and by the pairs of neighbours, half each. */
function likeness(a: string, b: string): number {
  if (a.length > 1 && b.length > 1 && (a.includes(b) || b.includes(a))) return 1;
  const characters = jaccard(new Set(a), new Set(b));
  return (characters + jaccard(bigrams(a), bigrams(b))) / 2;
}

/**
 * The names that somebody may have meant, the likeliest first.
 * @param known each with the further names under which it may be meant.
 * @param count at most so many.
 */
export function nearestNames(
  written: string,
  known: readonly { readonly name: string; readonly aliases: readonly string[] }[],
  count = 3,
): string[] {
  return known
    .map(({ name, aliases }) => ({
      name,
      score: Math.max(...[name, ...aliases].map((one) => likeness(written, one))),
    }))
    .filter(({ score }) => score >= leastLikeness)
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ name }) => name);
}
