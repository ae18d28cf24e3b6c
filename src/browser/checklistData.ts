import type { ChecklistRisk } from '../model/assessment/checklist.ts';
import { allFetched, mapFetched, type Fetched } from '../model/published/fetched.ts';
import { fetchData } from './data.ts';

/** The texts of the risks on the given walls, walls in the given order. */
export async function fetchChecklistRisks(
  wallIds: readonly string[],
): Promise<Fetched<readonly ChecklistRisk[]>> {
  const walls = await Promise.all(wallIds.map((id) => fetchData('checklist/*', id)));
  return mapFetched(allFetched(walls), (files) => files.flatMap(({ risks }) => risks));
}
