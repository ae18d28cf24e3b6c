import type { FinderCore, FinderDetails, FinderShard } from '../model/finder/finderIndex.ts';
import { siteBase } from './siteBase.ts';

async function fetchData(name: string): Promise<unknown> {
  const response = await fetch(`${siteBase()}data/${name}.json`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}

/** What the finder's first answer needs. */
export const fetchFinderCore = () => fetchData('finder') as Promise<FinderCore>;

/** The rows behind the first answer; `part` counts from 1. */
export const fetchFinderRows = (part: number) =>
  fetchData(`finder-${part}`) as Promise<FinderShard>;

/** The further fields of a file of rows; `part` counts from 0. */
export const fetchFinderDetails = (part: number) =>
  fetchData(`finder-details-${part}`) as Promise<FinderDetails>;
