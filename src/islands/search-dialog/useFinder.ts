import { useEffect, useState } from 'preact/hooks';
import { fetchFinderCore, fetchFinderDetails, fetchFinderRows } from '../../browser/finderData.ts';
import { addDetails, addRows, createFinder, type Finder } from '../../model/finder/finder.ts';
import { findRisks } from '../../model/finder/findRisks.ts';
import { markPhrases } from '../../model/finder/markPhrases.ts';
import type { FinderCore } from '../../model/finder/finderIndex.ts';

/** How far the fields behind the first answer have come; `partial` when they cannot be had. */
export type Progress = 'loading' | 'complete' | 'partial';

interface FinderState {
  readonly finder: Finder | undefined;
  readonly progress: Progress;
  /** Why there is no finder at all. */
  readonly fault: string | undefined;
}

/** Code that runs for the first time runs slowly; better before the first key press than in it. */
function warmUp(finder: Finder): void {
  const { entries } = finder;
  for (const { title } of entries.slice(0, 20)) {
    const { hits, phrases } = findRisks(finder, title.slice(0, 1));
    for (const { entry } of hits.slice(0, 10)) markPhrases(entry.manifestation, phrases);
  }
}

/** The finder, first with titles and acts, then with every field. */
export function useFinder(): FinderState {
  const [finder, setFinder] = useState<Finder>();
  const [progress, setProgress] = useState<Progress>('loading');
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    let isGone = false;
    const show = (next: Finder) => {
      if (!isGone) setFinder(next);
    };
    // One file after the other: each is prepared in a moment, and typing goes on between them.
    const loadRest = async (core: FinderCore) => {
      let whole = createFinder(core);
      const parts = Array.from({ length: core.shardCount }, (_, part) => part);
      for (const part of parts.slice(1)) {
        whole = addRows(whole, await fetchFinderRows(part));
        show(whole);
      }
      for (const part of parts) whole = addDetails(whole, await fetchFinderDetails(part));
      show(whole);
      if (!isGone) setProgress(whole.filesMissing === 0 ? 'complete' : 'partial');
    };
    fetchFinderCore().then(
      (core) => {
        const first = createFinder(core);
        show(first);
        warmUp(first);
        loadRest(core).catch(() => !isGone && setProgress('partial'));
      },
      () => !isGone && setFault('风险点数据没有取到，请刷新后再试；也可以从防控墙目录里找。'),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return { finder, progress, fault };
}
