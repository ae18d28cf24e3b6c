import { useEffect, useState } from 'preact/hooks';
import { fetchData } from '../../browser/data.ts';
import { addDetails, addRows, createFinder, type Finder } from '../../model/finder/finder.ts';
import { findRisks } from '../../model/finder/findRisks.ts';
import { markPhrases } from '../../model/finder/markPhrases.ts';
import type { FinderCore } from '../../model/finder/finderIndex.ts';
import { faultText } from '../../model/published/fetched.ts';

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
    const loadRest = async (core: FinderCore): Promise<Progress> => {
      let whole = createFinder(core);
      const parts = Array.from({ length: core.shardCount }, (_, part) => part);
      for (const part of parts.slice(1)) {
        const rows = await fetchData('finder-*', part);
        if (rows.status === 'absent') return 'partial';
        whole = addRows(whole, rows.data);
        show(whole);
      }
      for (const part of parts) {
        const details = await fetchData('finder-details-*', part);
        if (details.status === 'absent') return 'partial';
        whole = addDetails(whole, details.data);
      }
      show(whole);
      return whole.filesMissing === 0 ? 'complete' : 'partial';
    };
    const load = async () => {
      const core = await fetchData('finder');
      if (isGone) return;
      if (core.status === 'absent') {
        setFault(`风险点没有取到。${faultText(core.fault)}也可以从防控墙目录里找。`);
        return;
      }
      const first = createFinder(core.data);
      show(first);
      warmUp(first);
      const reached = await loadRest(core.data);
      if (!isGone) setProgress(reached);
    };
    void load();
    return () => {
      isGone = true;
    };
  }, []);
  return { finder, progress, fault };
}
