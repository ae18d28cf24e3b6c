import { fold } from '../text/foldText.ts';
import type { Finder } from './finder.ts';

/** Words that share less than this with what was typed are another matter. */
const leastShared = 0.5;

/** How many characters two words share, of the longer one. */
function shared(a: string, b: string): number {
  const left = Array.from(b);
  let common = 0;
  for (const char of a) {
    const at = left.indexOf(char);
    if (at < 0) continue;
    left.splice(at, 1);
    common += 1;
  }
  return common / Math.max(a.length, b.length);
}

/** The words that the site knows: synonyms, everyday words, and the names of walls and steps. */
function vocabulary({ walls, relations }: Finder): Set<string> {
  return new Set([
    ...relations.flatMap(({ say, mean }) => [...say, ...mean]),
    ...walls.flatMap(({ name, synonyms, steps }) => [name, ...synonyms, ...steps].map(fold)),
  ]);
}

/**
 * Words of the site that somebody may have meant who has mistyped one of two or three characters,
 * the likeliest first. Only for what nothing comes near to.
 */
export function suggestWords(finder: Finder, words: readonly string[], count = 4): string[] {
  const typed = words.join('');
  if (typed === '') return [];
  return [...vocabulary(finder)]
    .filter((word) => word.length > 1 && word !== typed)
    .map((word) => ({
      word,
      score: shared(typed, word) + (word.startsWith(typed[0] ?? '') ? 0.1 : 0),
    }))
    .filter(({ score }) => score >= leastShared)
    .sort((a, b) => b.score - a.score || a.word.length - b.word.length)
    .slice(0, count)
    .map(({ word }) => word);
}
