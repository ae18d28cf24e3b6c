import type { Category, Grade, PostLevel, PowerClass } from '../vocabulary.ts';
import { buildHaystack, type Haystack } from './haystack.ts';
import { unpackDetails } from './finderIndex.ts';
import type {
  FinderCore,
  FinderDetails,
  FinderRelations,
  FinderRow,
  FinderShard,
  FinderWall,
} from './finderIndex.ts';
import { unpackRelation } from './packRelation.ts';
import type { Relation } from './queryUnits.ts';
import { fold } from '../text/foldText.ts';

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

/** What results can be narrowed by. */
export const facetKeys = ['grade', 'category', 'postLevel', 'powerClass', 'wall'] as const;
export type FacetKey = (typeof facetKeys)[number];

/** The published index, prepared for searching. It grows while its further files arrive. */
export interface Finder {
  readonly contentVersion: string;
  readonly walls: readonly FinderWall[];
  readonly entries: readonly Entry[];
  /** What the entries hold, in their order. */
  readonly haystack: Haystack;
  /** Folded, like all that is compared. */
  readonly synonyms: readonly (readonly string[])[];
  /** The synonyms, and the looser words once they have arrived; folded. */
  readonly relations: readonly Relation[];
  /** Files still to come; at 0 causes, signs and controls are searched too. */
  readonly filesMissing: number;
}

function toEntry(row: FinderRow, order: number, walls: readonly FinderWall[]): Entry {
  const [id, wallIndex, stepIndex, title, manifestation, category, grade, postLevel] = row;
  const wall = walls[wallIndex];
  const step = wall?.steps[stepIndex] ?? '';
  const name = wall?.name ?? '';
  const powerClasses = wall?.powerClasses ?? [];
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
    powerClasses,
    order,
    folded: {
      title: fold(title),
      manifestation: fold(manifestation),
      place: [name, step, category, grade, id, ...(wall?.synonyms ?? [])].map(fold).join('\n'),
    },
    details: '',
    foldedDetails: '',
    facetValues: {
      grade: [grade],
      category: [category],
      postLevel: [postLevel],
      powerClass: powerClasses,
      wall: [name],
    },
  };
}

/** The entries together with what they are found by. */
function toSearchable(entries: readonly Entry[]): Pick<Finder, 'entries' | 'haystack'> {
  const texts = entries.map(({ folded: { title, manifestation, place }, foldedDetails }) =>
    [title, manifestation, place, foldedDetails].join('\n'),
  );
  return { entries, haystack: buildHaystack(texts) };
}

/** The finder with the rows of the first file: enough for a first answer. */
export function createFinder({
  contentVersion,
  walls,
  risks,
  synonyms,
  shardCount,
}: FinderCore): Finder {
  const groups = synonyms.map((group) => group.map(fold));
  return {
    contentVersion,
    walls,
    synonyms: groups,
    relations: groups.map((group) => ({ say: group, mean: [] })),
    ...toSearchable(risks.map((row, i) => toEntry(row, i, walls))),
    filesMissing: 2 * shardCount - 1,
  };
}

/** Adds the rows of a further file. A file of another content version, left in a cache, is not used. */
export function addRows(finder: Finder, { contentVersion, start, risks }: FinderShard): Finder {
  if (contentVersion !== finder.contentVersion) return finder;
  const rows = risks.map((row, i) => toEntry(row, start + i, finder.walls));
  return {
    ...finder,
    ...toSearchable([...finder.entries, ...rows]),
    filesMissing: finder.filesMissing - 1,
  };
}

/** Adds causes, signs and controls of rows that are already there. */
export function addDetails(finder: Finder, file: FinderDetails): Finder {
  if (file.contentVersion !== finder.contentVersion) return finder;
  const entries = finder.entries.map((entry) => {
    const details = unpackDetails(file, entry.order - file.start);
    return details === undefined ? entry : { ...entry, details, foldedDetails: fold(details) };
  });
  return {
    ...finder,
    ...toSearchable(entries),
    filesMissing: finder.filesMissing - 1,
  };
}

/** Adds the looser words, which only what comes nearest is found by. */
export function addRelations(finder: Finder, { contentVersion, related }: FinderRelations): Finder {
  if (contentVersion !== finder.contentVersion) return finder;
  return { ...finder, relations: [...finder.relations, ...related.map(unpackRelation)] };
}
