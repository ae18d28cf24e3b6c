import {
  categories,
  gradeEntries,
  grades,
  type Category,
  type Grade,
  type PostLevel,
  type PowerClass,
} from '../vocabulary.ts';
import type { FinderCore, FinderDetails, FinderShard } from './finderIndex.ts';

/** A risk as the finder sees it; texts for searching are folded once, not at every key press. */
export interface Entry {
  readonly id: string;
  readonly slug: string;
  readonly wall: string;
  readonly step: string;
  readonly title: string;
  readonly manifestation: string;
  readonly category: Category;
  readonly grade: Grade;
  readonly postLevel: PostLevel;
  readonly powerClasses: readonly PowerClass[];
  readonly folded: {
    readonly title: string;
    readonly manifestation: string;
    readonly place: string;
  };
  /** The further fields, a line each; empty until they have been fetched. */
  readonly details: string;
  readonly foldedDetails: string;
  readonly order: number;
  /** What this risk counts as in each facet. */
  readonly facetValues: Readonly<Record<FacetKey, readonly string[]>>;
}

export interface Finder {
  readonly entries: readonly Entry[];
  /** Folded, like all that is compared. */
  readonly synonyms: readonly (readonly string[])[];
  /** Whether causes, signs and controls are searched too. */
  readonly isComplete: boolean;
}

export interface Facets {
  readonly grade?: Grade;
  readonly category?: Category;
  readonly postLevel?: PostLevel;
  readonly powerClass?: PowerClass;
  readonly wall?: string;
}

export type FacetKey = keyof Facets;

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
  /** What to mark in the results, longest first. */
  readonly phrases: readonly string[];
}

/** Full width to half width, lower case, no spaces: differences that a reader does not see. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ \t\u3000]+/g, '');
}

/**
 * Prepares the published index for searching; shards and details may come later.
 * Files of another content version, left in a cache by an earlier visit, are not used.
 */
export function createFinder(
  core: FinderCore,
  shards: readonly FinderShard[] = [],
  details?: FinderDetails,
): Finder {
  const current = shards.filter(({ contentVersion }) => contentVersion === core.contentVersion);
  const rows = [...core.risks, ...current.flatMap(({ risks }) => risks)];
  const isComplete =
    details?.contentVersion === core.contentVersion && current.length === core.furtherShards;
  return {
    synonyms: core.synonyms.map((group) => group.map(fold)),
    isComplete,
    entries: rows.map(
      ([id, wallIndex, stepIndex, title, manifestation, category, grade, postLevel], order) => {
        const wall = core.walls[wallIndex];
        const step = wall?.steps[stepIndex] ?? '';
        const name = wall?.name ?? '';
        const further = (isComplete && details.texts[order]) || '';
        return {
          id,
          slug: wall?.slug ?? '',
          wall: name,
          step,
          title,
          manifestation,
          category,
          grade,
          postLevel,
          powerClasses: wall?.powerClasses ?? [],
          order,
          folded: {
            title: fold(title),
            manifestation: fold(manifestation),
            place: [name, step, category, grade, id, ...(wall?.synonyms ?? [])]
              .map(fold)
              .join('\n'),
          },
          details: further,
          foldedDetails: fold(further),
          facetValues: {
            grade: [grade],
            category: [category],
            postLevel: [postLevel],
            powerClass: wall?.powerClasses ?? [],
            wall: [name],
          },
        };
      },
    ),
  };
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

const facetKeys: readonly FacetKey[] = ['grade', 'category', 'postLevel', 'powerClass', 'wall'];

/** The facets that keep an entry out. */
function misfits({ facetValues }: Entry, facets: Facets): FacetKey[] {
  return facetKeys.filter((key) => {
    const wanted = facets[key];
    return wanted !== undefined && !facetValues[key].includes(wanted);
  });
}

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

/**
 * Finds the risks that contain every word of the query, as typed or as a synonym; those that hold
 * it as typed come first. A phrase that stands nowhere finds nothing.
 * @param query words separated by spaces.
 */
export function findRisks(finder: Finder, query: string, facets: Facets = {}): FindResult {
  const typed = query
    .split(/[\s\u3000]+/)
    .map(fold)
    .filter(Boolean);
  const terms = typed.map((term): Term => ({ typed: [term], others: synonymsOf(term, finder) }));
  const all =
    terms.length === 0 ? [] : finder.entries.flatMap((entry) => matchEntry(entry, terms) ?? []);
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
    phrases: [...phrases].sort((a, b) => b.length - a.length),
  };
}

export interface MarkedPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Most characters are Chinese and fold to themselves; asking for each would cost a key press. */
function foldChar(char: string): string {
  return char >= '\u3400' && char <= '\u9fff' ? char : fold(char);
}

/** Cuts a text at the whole phrases to be marked; spaces and width may differ from the query's. */
export function markPhrases(text: string, phrases: readonly string[]): MarkedPart[] {
  const folded = Array.from(text, foldChar);
  const parts: MarkedPart[] = [];
  let plain = '';
  const chars = Array.from(text);
  for (let i = 0; i < chars.length;) {
    const length = phraseLengthAt(folded, i, phrases);
    if (length === 0) {
      plain += chars[i] ?? '';
      i += 1;
      continue;
    }
    if (plain) parts.push({ text: plain, isMarked: false });
    plain = '';
    parts.push({ text: chars.slice(i, i + length).join(''), isMarked: true });
    i += length;
  }
  if (plain) parts.push({ text: plain, isMarked: false });
  return parts;
}

/** How many characters from `start` on make up one of the phrases; 0 when none does. */
function phraseLengthAt(
  folded: readonly string[],
  start: number,
  phrases: readonly string[],
): number {
  for (const phrase of phrases) {
    let seen = '';
    for (let end = start; end < folded.length && seen.length < phrase.length; end += 1) {
      seen += folded[end] ?? '';
      if (seen === phrase && (folded[start] ?? '') !== '') return end - start + 1;
    }
  }
  return 0;
}
