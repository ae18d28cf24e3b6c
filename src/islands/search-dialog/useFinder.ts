import { useEffect, useState } from 'preact/hooks';
import {
  fetchFinderCore,
  fetchFinderDetails,
  fetchFinderShards,
} from '../../browser/finderData.ts';
import { createFinder, type Finder } from '../../model/finder/findRisks.ts';

/** The finder, first with titles and acts, then with every field. */
export function useFinder(): { finder: Finder | undefined; fault: string | undefined } {
  const [finder, setFinder] = useState<Finder>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    let isGone = false;
    void (async () => {
      try {
        const core = await fetchFinderCore();
        if (isGone) return;
        setFinder(createFinder(core));
        const shards = await fetchFinderShards(core.furtherShards);
        if (isGone) return;
        setFinder(createFinder(core, shards));
        const details = await fetchFinderDetails();
        if (!isGone) setFinder(createFinder(core, shards, details));
      } catch {
        if (!isGone) setFault('风险点数据没有取到，请刷新后再试；也可以从防控墙目录里找。');
      }
    })();
    return () => {
      isGone = true;
    };
  }, []);
  return { finder, fault };
}
