import { fold } from '../text/foldText.ts';
import type { Entry, Finder } from './finder.ts';
import { growIndex, rankTexts, type GrowingIndex, type NearText } from './nearIndex.ts';
import { queryUnits } from './queryUnits.ts';
import type { Query } from './readQuery.ts';

/** What comes near a query: a risk, a step, or a wall as a whole. */
export type NearHit =
  | { readonly kind: 'risk'; readonly entry: Entry }
  | { readonly kind: 'step'; readonly wall: number; readonly step: number }
  | { readonly kind: 'wall'; readonly wall: number };

/** Everything that can come near, and the index over it. */
export interface NearFinder {
  readonly finder: Finder;
  readonly hits: readonly NearHit[];
  readonly index: GrowingIndex;
}

function textOf(hit: NearHit, { walls }: Finder): NearText {
  if (hit.kind === 'risk') {
    const { folded, foldedDetails, wall } = hit.entry;
    return {
      fields: [folded.title, folded.manifestation, folded.place, foldedDetails],
      group: walls.findIndex(({ name }) => name === wall),
    };
  }
  const wall = walls[hit.wall];
  const names = fold([wall?.name ?? '', ...(wall?.synonyms ?? [])].join('\n'));
  return hit.kind === 'wall'
    ? { fields: [names], group: hit.wall }
    : { fields: [fold(wall?.steps[hit.step] ?? ''), '', names], group: hit.wall };
}

/** Texts that are taken in at a time; some milliseconds on a slow machine. */
const textsAtATime = 60;

/** The index over a finder, in portions: each `next()` takes in some texts, the last gives it. */
export function* buildNear(finder: Finder): Generator<undefined, NearFinder> {
  const hits: NearHit[] = [
    ...finder.walls.map((_, wall): NearHit => ({ kind: 'wall', wall })),
    ...finder.walls.flatMap(({ steps }, wall) =>
      steps.map((_, step): NearHit => ({ kind: 'step', wall, step })),
    ),
    ...finder.entries.map((entry): NearHit => ({ kind: 'risk', entry })),
  ];
  const index = growIndex();
  for (let from = 0; from < hits.length; from += textsAtATime) {
    index.add(hits.slice(from, from + textsAtATime).map((hit) => textOf(hit, finder)));
    yield undefined;
  }
  return { finder, hits, index };
}

/** The whole index at once. */
export function nearFinder(finder: Finder): NearFinder {
  const building = buildNear(finder);
  for (;;) {
    const { done, value } = building.next();
    if (done) return value;
  }
}

export interface NearResult {
  readonly hits: readonly NearHit[];
  /** The words that were looked for, longest first: those that stand in a hit are marked. */
  readonly phrases: readonly string[];
  /** Whether nothing holds more than some character of the query: it may be mistyped. */
  readonly isWeak: boolean;
}

/** Below this share of the query a text has only some common word in it. */
const leastCoverage = 0.1;
/** Each further hit of a wall that is there already has to be that much better. */
const sameWallShare = 0.7;
const ofOneWallAtMost = 3;
/** Pairs inside of longer words are looked for, and not marked. */
const leastMarkedWeight = 0.4;
/** Further down nothing is near any more. */
const rankedAtMost = 60;

interface Ranked {
  readonly hit: NearHit;
  /** Place in the index. */
  readonly at: number;
  readonly score: number;
  readonly group: number;
}

/** The best, with those of a wall that is there already held back a little. */
function spread(ranked: readonly Ranked[], count: number): NearHit[] {
  const left = [...ranked];
  const taken: NearHit[] = [];
  const ofWall = new Map<number, number>();
  const worth = ({ score, group }: Ranked) => score * sameWallShare ** (ofWall.get(group) ?? 0);
  while (taken.length < count) {
    const best = left.reduce<Ranked | undefined>(
      (top, one) => (top && worth(top) >= worth(one) ? top : one),
      undefined,
    );
    if (!best) break;
    left.splice(left.indexOf(best), 1);
    const before = ofWall.get(best.group) ?? 0;
    if (before >= ofOneWallAtMost) continue;
    ofWall.set(best.group, before + 1);
    taken.push(best.hit);
  }
  return taken;
}

/**
 * What comes nearest to a query: cut into words and pairs, with synonyms and everyday words, ranked
 * by how much of the query a text holds, where it stands, and how rare it is. Several walls are
 * among the first: who does not know the wall's words does not know the wall either.
 */
export function findNearest(
  { finder, hits, index }: NearFinder,
  { plain }: Query,
  count: number,
  isWanted: (hit: NearHit) => boolean = () => true,
): NearResult {
  const units = queryUnits(plain, finder.relations);
  const ranked = rankTexts(units, index)
    .filter(({ coverage }) => coverage >= leastCoverage)
    .flatMap(({ at, score }) => {
      const hit = hits[at];
      const group = index.texts[at]?.group ?? -1;
      return hit && isWanted(hit) ? [{ hit, at, score, group }] : [];
    })
    .slice(0, rankedAtMost);
  const phrases = units
    .filter(({ weight }) => weight >= leastMarkedWeight)
    .flatMap(({ words }) => words);
  const holdsWord = ({ at }: Ranked) =>
    index.texts[at]?.fields.some((field) => phrases.some((word) => field.includes(word))) ?? false;
  return {
    hits: spread(ranked, count),
    phrases: [...new Set(phrases)].sort((a, b) => b.length - a.length),
    isWeak: !ranked.slice(0, count).some(holdsWord),
  };
}
