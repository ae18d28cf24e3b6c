import type { ChecklistIndex, ChecklistRisk } from '../model/assessment/checklist.ts';
import { siteBase } from './siteBase.ts';

async function fetchData(path: string): Promise<unknown> {
  const response = await fetch(`${siteBase()}data/${path}.json`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** Which risks there are and whose they are. */
export const fetchChecklistIndex = () => fetchData('checklist') as Promise<ChecklistIndex>;

/** The texts of the risks on the given walls, walls in the given order. */
export async function fetchChecklistRisks(wallIds: readonly string[]): Promise<ChecklistRisk[]> {
  const walls = await Promise.all(
    wallIds.map((id) => fetchData(`checklist/${id}`) as Promise<ChecklistRisk[]>),
  );
  return walls.flat();
}
