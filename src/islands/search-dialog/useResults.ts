import { useEffect, useMemo, useState } from 'preact/hooks';
import { findNearest, type NearResult } from '../../model/finder/findNearest.ts';
import { findPages, type PagesFound } from '../../model/finder/findPages.ts';
import { findRisks, isWithin, type Facets, type FindResult } from '../../model/finder/findRisks.ts';
import { readQuery } from '../../model/finder/readQuery.ts';
import { suggestWords } from '../../model/finder/suggestWords.ts';
import type { ResultKind } from './FacetBar.tsx';
import { useFinder } from './useFinder.ts';

/** With so many literal hits nobody needs what only comes near. */
const enoughHits = 5;
const nearAtMost = 8;
const restDelayMs = 120;

export interface Asked {
  readonly query: string;
  readonly facets: Facets;
  readonly kind: ResultKind | undefined;
}

/** What the first press of a key shows, and what follows while the reader looks at it. */
export interface Results {
  readonly risks: FindResult | undefined;
  readonly near: NearResult | undefined;
  readonly pages: PagesFound | undefined;
  /** Words that may have been meant, when nothing else was found. */
  readonly meant: readonly string[];
  /** The risks once the typing rests; the choices and further rows are drawn from these. */
  readonly settled: FindResult | undefined;
}

type Data = ReturnType<typeof useFinder>;

function nearTo({ query, facets, kind }: Asked, risks: FindResult, data: Data) {
  if (!data.near || risks.hits.length >= enoughHits || query.trim() === '') return undefined;
  const literal = new Set(risks.hits.map(({ entry }) => entry.id));
  const isNarrowed = Object.values(facets).some((value) => value !== undefined);
  return findNearest(data.near, readQuery(query), nearAtMost, (hit) => {
    if (hit.kind !== 'risk') return !isNarrowed && kind !== '风险点';
    return kind !== '防控墙' && !literal.has(hit.entry.id) && isWithin(hit.entry, facets);
  });
}

/** Only walls have grades, categories and posts, and every wall has all of them. */
function pagesFor({ query, facets, kind }: Asked, { pages, finder }: Data): PagesFound | undefined {
  if (!pages || !finder || query.trim() === '') return undefined;
  const { grade, category, postLevel, powerClass, wall } = facets;
  const isAboutRisks = [grade, category, postLevel, powerClass, wall].some(Boolean);
  const found = findPages(pages.finder, readQuery(query), finder.relations);
  const hits = found.hits.filter(
    ({ page }) =>
      (kind ?? page.kind) === page.kind &&
      (!isAboutRisks || page.kind === '防控墙') &&
      (powerClass === undefined || page.powerClasses.includes(powerClass)) &&
      (wall === undefined || page.title.includes(wall)),
  );
  return { ...found, hits };
}

/** Everything that is found for a query: the literal hits with the key press, the rest behind it. */
export function useResults(asked: Asked): { readonly data: Data; readonly results: Results } {
  const { query, facets, kind } = asked;
  const data = useFinder();
  const { finder, near: nearFinder, pages: pagesRead } = data;
  const risks = useMemo(
    () => (finder ? findRisks(finder, query, facets) : undefined),
    [finder, query, facets],
  );
  const [settled, setSettled] = useState<FindResult>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(risks), restDelayMs);
    return () => clearTimeout(timer);
  }, [risks]);
  // Of an earlier query nothing stays: as long as the typing goes on there are no pages.
  const isResting = settled === risks;
  // With the key press only where there is nothing else to show.
  const isNearWanted = isResting || risks?.hits.length === 0;
  const near = useMemo(
    () => (risks && isNearWanted ? nearTo(asked, risks, data) : undefined),
    [risks, isNearWanted, nearFinder, kind],
  );
  const pages = useMemo(
    () => (isResting && kind !== '风险点' ? pagesFor(asked, data) : undefined),
    [isResting, risks, pagesRead, kind],
  );
  const isNothing =
    isResting &&
    pagesRead?.isWhole &&
    risks?.unfilteredCount === 0 &&
    near?.isWeak &&
    pages?.hits.length === 0;
  const meant = useMemo(
    () => (isNothing && finder ? suggestWords(finder, readQuery(query).plain) : []),
    [isNothing, finder, query],
  );
  return { data, results: { risks, near, pages, meant, settled } };
}
