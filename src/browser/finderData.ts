import type { FinderCore, FinderDetails, FinderShard } from '../model/finder/finderIndex.ts';
import { siteBase } from './siteBase.ts';

async function fetchData(name: string): Promise<unknown> {
  const response = await fetch(`${siteBase()}data/${name}.json`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}

/** What the finder's first answer needs. */
export const fetchFinderCore = () => fetchData('finder') as Promise<FinderCore>;

/** The rows behind the first answer. */
export const fetchFinderShards = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, i) => fetchData(`finder-${i + 1}`) as Promise<FinderShard>),
  );

/** What is searched besides, once it has arrived. */
export const fetchFinderDetails = () => fetchData('finder-details') as Promise<FinderDetails>;
