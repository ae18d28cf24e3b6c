import { useEffect, useState } from 'preact/hooks';
import {
  fetchFinderCore,
  fetchFinderDetails,
  fetchFinderShards,
} from '../../browser/finderData.ts';
import { createFinder, type Finder } from '../../model/finder/findRisks.ts';

/** How far the fields behind the first answer have come; `partial` when they cannot be had. */
export type Progress = 'loading' | 'complete' | 'partial';

interface FinderState {
  readonly finder: Finder | undefined;
  readonly progress: Progress;
  /** Why there is no finder at all. */
  readonly fault: string | undefined;
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
    const loadRest = async (core: Awaited<ReturnType<typeof fetchFinderCore>>) => {
      const shards = await fetchFinderShards(core.furtherShards);
      show(createFinder(core, shards));
      const whole = createFinder(core, shards, await fetchFinderDetails());
      show(whole);
      if (!isGone) setProgress(whole.isComplete ? 'complete' : 'partial');
    };
    fetchFinderCore().then(
      (core) => {
        show(createFinder(core));
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
