import { useEffect, useState } from 'preact/hooks';
import { fetchData } from '../../browser/data.ts';
import {
  addDetails,
  addRelations,
  addRows,
  createFinder,
  type Finder,
} from '../../model/finder/finder.ts';
import { buildNear, type NearFinder } from '../../model/finder/findNearest.ts';
import { addPages, createPageFinder, type PageFinder } from '../../model/finder/findPages.ts';
import { findRisks } from '../../model/finder/findRisks.ts';
import { stepHeadings } from '../../model/finder/pageTexts.ts';
import { markPhrases } from '../../model/finder/markPhrases.ts';
import type { FinderCore } from '../../model/finder/finderIndex.ts';
import { faultText, type DataFault, type Fetched } from '../../model/published/fetched.ts';

/** How far the fields behind the first answer have come; `partial` when they cannot be had. */
export type Progress = 'loading' | 'complete' | 'partial';

/** The pages as far as they have arrived. A new object with each file, around the same texts. */
export interface PagesRead {
  readonly finder: PageFinder;
  readonly isWhole: boolean;
}

interface FinderState {
  readonly finder: Finder | undefined;
  readonly near: NearFinder | undefined;
  readonly pages: PagesRead | undefined;
  readonly progress: Progress;
  /** What the server did not give, in words for the reader: one cause, told once. */
  readonly fault: string | undefined;
}

/** Pages that are taken in between two key presses; some milliseconds on a slow machine. */
const pagesAtATime = 8;

/** Lets key presses through between two portions of work. */
const pause = () => new Promise((done) => setTimeout(done));

/** Code that runs for the first time runs slowly; better before the first key press than in it. */
function warmUp(finder: Finder): void {
  const { entries } = finder;
  for (const { title } of entries.slice(0, 20)) {
    const { hits, phrases } = findRisks(finder, title.slice(0, 1));
    for (const { entry } of hits.slice(0, 10)) markPhrases(entry.manifestation, phrases);
  }
}

type Show = (change: Partial<FinderState>) => void;

/** The finder with every field, or what the server did not give. */
async function loadRows(core: FinderCore, show: Show): Promise<Fetched<Finder>> {
  let finder = createFinder(core);
  const parts = Array.from({ length: core.shardCount }, (_, part) => part);
  // One file after the other: each is prepared in a moment, and typing goes on between them.
  for (const part of parts.slice(1)) {
    const rows = await fetchData('finder-*', part);
    if (rows.status === 'absent') return rows;
    finder = addRows(finder, rows.data);
    show({ finder });
  }
  for (const part of parts) {
    const details = await fetchData('finder-details-*', part);
    if (details.status === 'absent') return details;
    finder = addDetails(finder, details.data);
  }
  return { status: 'present', data: finder };
}

async function prepareNear(finder: Finder): Promise<NearFinder> {
  const building = buildNear(finder);
  for (;;) {
    const { done, value } = building.next();
    if (done) return value;
    await pause();
  }
}

async function loadPages({ walls }: Finder, show: Show): Promise<DataFault | undefined> {
  const finder = createPageFinder(stepHeadings(walls));
  for (let part = 0, partCount = 1; part < partCount; part += 1) {
    const texts = await fetchData('pages-*', part);
    if (texts.status === 'absent') return texts.fault;
    partCount = texts.data.partCount;
    const { pages } = texts.data;
    for (let from = 0; from < pages.length; from += pagesAtATime) {
      addPages(finder, pages.slice(from, from + pagesAtATime));
      await pause();
    }
    show({ pages: { finder, isWhole: part + 1 === partCount } });
  }
  return undefined;
}

async function load(show: Show): Promise<void> {
  const core = await fetchData('finder');
  if (core.status === 'absent') {
    show({ fault: `查找用的数据没有取到。${faultText(core.fault)}也可以从防控墙目录里找。` });
    return;
  }
  const first = createFinder(core.data);
  show({ finder: first });
  warmUp(first);
  const rows = await loadRows(core.data, show);
  if (rows.status === 'absent') {
    show({ progress: 'partial', fault: `只查了一部分。${faultText(rows.fault)}` });
    return;
  }
  show({ finder: rows.data, progress: 'complete' });
  const relations = await fetchData('finder-relations');
  if (relations.status === 'absent') {
    show({ fault: `只逐字查了风险点。${faultText(relations.fault)}` });
    return;
  }
  const finder = addRelations(rows.data, relations.data);
  show({ finder, near: await prepareNear(finder) });
  const fault = await loadPages(finder, show);
  if (fault) show({ fault: `页面的文字没有取到，只查了风险点。${faultText(fault)}` });
}

/** The finder, first with titles and acts, then with every field, then with the pages. */
export function useFinder(): FinderState {
  const [state, setState] = useState<FinderState>({
    finder: undefined,
    near: undefined,
    pages: undefined,
    progress: 'loading',
    fault: undefined,
  });
  useEffect(() => {
    let isGone = false;
    void load((change) => {
      if (!isGone) setState((before) => ({ ...before, ...change }));
    });
    return () => {
      isGone = true;
    };
  }, []);
  return state;
}
