import type { PlainContent } from '../model/content/contentSet.ts';
import { picturePlan } from '../model/results/picturePlan.ts';
import { controlCounts } from '../model/supervision/guards.ts';
import { loopDescription, loopSource } from '../model/supervision/loopChart.ts';
import { chainDescription, chainSource } from '../model/technology/systemMatrix.ts';
import { diagramOf } from './diagramsAhead.ts';
import { wallDrawing, type DrawingRequest } from './drawingRequest.ts';

/**
 * What the pages will ask to have drawn of the content's fields, in the words in which they ask: one
 * that is left out here is drawn as well, but by a thread that has to be started for it.
 */
export function drawingsOf({
  walls,
  results,
  supervision,
  technology,
}: PlainContent): DrawingRequest[] {
  const drawings: DrawingRequest[] = walls.map(wallDrawing);
  if (supervision) {
    const counts = controlCounts(walls);
    const { phases } = supervision;
    drawings.push(diagramOf(loopSource(phases, counts), loopDescription(phases, counts)));
  }
  if (technology) drawings.push(diagramOf(chainSource(technology), chainDescription(technology)));
  for (const group of results?.groups ?? []) {
    for (const picture of group.pictures)
      drawings.push({ kind: 'picture', plan: picturePlan(picture, group) });
  }
  return drawings;
}
