import {
  categories,
  gradeEntries,
  grades,
  type Category,
  type Grade,
  type PostLevel,
  type PowerClass,
} from '../vocabulary.ts';
import { facetKeys, type Entry, type FacetKey, type Finder } from './finder.ts';
import { entriesWith } from './haystack.ts';
import { readQuery } from './readQuery.ts';
import { fold } from '../text/foldText.ts';

export interface Facets {
  readonly grade?: Grade;
  readonly category?: Category;
  readonly postLevel?: PostLevel;
  readonly powerClass?: PowerClass;
  readonly wall?: string;
}

export interface Hit {
  readonly entry: Entry;
  /** Where it was found: decides the rank. */
  readonly field: 'title' | 'manifestation' | 'place' | 'details';
  /** Whether every word stands there as typed, and none only as a synonym. */
  readonly isLiteral: boolean;
}

export interface FindResult {
  readonly hits: readonly Hit[];
  /** How many hits there are when no facet is set. */
  readonly unfilteredCount: number;
  /** How many hits each value of each facet would leave, given the other facets. */
  readonly facetCounts: Readonly<Record<FacetKey, Readonly<Record<string, number>>>>;
  /** Words that were searched besides those typed. */
  readonly widenedBy: readonly string[];
  /** The words that were searched in place of what was typed, which stands nowhere. */
  readonly readAs: readonly string[];
  /** What to mark in the results, longest first. */
  readonly phrases: readonly string[];
}

const officialNames: ReadonlySet<string> = new Set<string>([...grades, ...categories]);

/**
 * The other words of the groups that a term belongs to. A group that names a grade or a category
 * leads to its official name alone: that stands on every risk, while 三级 would find 三级审核.
 */
function synonymsOf(term: string, { synonyms }: Finder): string[] {
  const others = synonyms
    .filter((group) => group.includes(term))
    .flatMap((group) => {
      const official = group.filter((word) => officialNames.has(word));
      return official.length > 0 ? official : group;
    });
  return [...new Set(others)].filter((word) => word !== term);
}

const fieldRank = { title: 0, manifestation: 1, place: 2, details: 3 } as const;

function fieldOf(entry: Entry, words: readonly string[]): Hit['field'] | undefined {
  const has = (text: string) => words.some((word) => text.includes(word));
  if (has(entry.folded.title)) return 'title';
  if (has(entry.folded.manifestation)) return 'manifestation';
  if (has(entry.folded.place)) return 'place';
  if (has(entry.foldedDetails)) return 'details';
  return undefined;
}

/** The line of the further fields that holds one of the phrases, for hits that stand only there. */
export function passageOf({ entry, field }: Hit, phrases: readonly string[]): string | undefined {
  if (field !== 'details') return undefined;
  return entry.details
    .split('\n')
    .find((line) => phrases.some((phrase) => fold(line).includes(phrase)));
}

/** A word as typed, and its synonyms; all folded. */
interface Term {
  readonly typed: readonly [string];
  readonly others: readonly string[];
}

/** All terms must stand in the entry; the best field of any of them decides the rank. */
function matchEntry(entry: Entry, terms: readonly Term[]): Hit | undefined {
  let best: Hit['field'] = 'details';
  let isLiteral = true;
  for (const { typed, others } of terms) {
    const literal = fieldOf(entry, typed);
    const field = literal ?? fieldOf(entry, others);
    if (!field) return undefined;
    if (!literal) isLiteral = false;
    if (fieldRank[field] < fieldRank[best]) best = field;
  }
  return { entry, field: best, isLiteral };
}

/** The facets that keep an entry out. */
function misfits({ facetValues }: Entry, facets: Facets): FacetKey[] {
  return facetKeys.filter((key) => {
    const wanted = facets[key];
    return wanted !== undefined && !facetValues[key].includes(wanted);
  });
}

/** Whether an entry is within what was chosen. */
export const isWithin = (entry: Entry, facets: Facets): boolean =>
  misfits(entry, facets).length === 0;

/** One pass over all matches: an entry counts for a facet when no other facet keeps it out. */
function narrow(matches: readonly Hit[], facets: Facets) {
  const counts: Record<FacetKey, Record<string, number>> = {
    grade: {},
    category: {},
    postLevel: {},
    powerClass: {},
    wall: {},
  };
  const hits: Hit[] = [];
  for (const hit of matches) {
    const keptOutBy = misfits(hit.entry, facets);
    if (keptOutBy.length > 1) continue;
    if (keptOutBy.length === 0) hits.push(hit);
    for (const key of keptOutBy.length === 0 ? facetKeys : keptOutBy) {
      for (const value of hit.entry.facetValues[key]) {
        counts[key][value] = (counts[key][value] ?? 0) + 1;
      }
    }
  }
  return { hits, counts };
}

function matchAll(finder: Finder, words: readonly string[]) {
  const terms = words.map((word): Term => ({ typed: [word], others: synonymsOf(word, finder) }));
  const [first, ...others] = terms.map(({ typed, others }) =>
    entriesWith(finder.haystack, [...typed, ...others]),
  );
  const all = Array.from(first ?? [])
    .filter((at) => others.every((numbers) => numbers.has(at)))
    .sort((a, b) => a - b)
    .flatMap((at) => finder.entries[at] ?? [])
    .flatMap((entry) => matchEntry(entry, terms) ?? []);
  return { terms, all };
}

/**
 * Finds the risks that contain every word of the query, as typed or as a synonym; those that hold
 * it as typed come first. A phrase that stands nowhere finds nothing. Quotes, marks, traditional
 * characters and short ids are set right only when what was typed stands nowhere.
 */
export function findRisks(finder: Finder, query: string, facets: Facets = {}): FindResult {
  const { typed: asTyped, plain } = readQuery(query);
  const literal = matchAll(finder, asTyped);
  const isPlain = literal.all.length === 0 && plain.join(' ') !== asTyped.join(' ');
  const { terms, all } = isPlain ? matchAll(finder, plain) : literal;
  const typed = isPlain ? plain : asTyped;
  const { hits, counts } = narrow(all, facets);
  hits.sort(
    (a, b) =>
      Number(b.isLiteral) - Number(a.isLiteral) ||
      fieldRank[a.field] - fieldRank[b.field] ||
      gradeEntries[a.entry.grade].rank - gradeEntries[b.entry.grade].rank ||
      a.entry.order - b.entry.order,
  );
  const phrases = [...new Set(terms.flatMap((term) => [...term.typed, ...term.others]))];
  return {
    hits,
    unfilteredCount: all.length,
    facetCounts: counts,
    widenedBy: phrases.filter((word) => !typed.includes(word)),
    readAs: isPlain && all.length > 0 ? plain : [],
    phrases: [...phrases].sort((a, b) => b.length - a.length),
  };
}
