import type { PicturePlan } from '../model/results/picturePlan.ts';
import type { WallSource } from '../model/wall/wallSchema.ts';
import type { WallChart } from './renderWallChart.ts';
import { chartPlan, type ChartPlan } from './wallGraph.ts';

/** What can be drawn, and what each drawing gives back. */
export type DrawingRequest =
  | { readonly kind: 'wall'; readonly plan: ChartPlan }
  | {
      readonly kind: 'diagram';
      readonly source: string;
      readonly description: string;
      /** Path under which the site is published, with a slash at both ends. */
      readonly base: string;
    }
  | { readonly kind: 'picture'; readonly plan: PicturePlan };

export type Drawing<R extends DrawingRequest> = R extends { kind: 'wall' } ? WallChart : string;

/** The chart of a wall, as it is asked for. */
export const wallDrawing = (wall: WallSource) =>
  ({ kind: 'wall', plan: chartPlan(wall) }) as const satisfies DrawingRequest;

/** Draws in this very thread; Mermaid is loaded with the first drawing. */
export async function drawHere<R extends DrawingRequest>(request: R): Promise<Drawing<R>> {
  if (request.kind === 'wall') {
    const { renderWallChart } = await import('./renderWallChart.ts');
    return (await renderWallChart(request.plan)) as Drawing<R>;
  }
  if (request.kind === 'picture') {
    const { plan } = request;
    const { outsideBrowser } = await import('./mermaidRoom.ts');
    return outsideBrowser(async () => {
      const { drawPicture } = await import('../pictures/drawPicture.ts');
      return drawPicture(plan) as Drawing<R>;
    });
  }
  const { renderDiagram } = await import('./renderDiagram.ts');
  return (await renderDiagram(request.source, request.description, request.base)) as Drawing<R>;
}

/** Loads what the first drawing would have to wait for. */
export async function readyToDraw(): Promise<void> {
  await import('./renderWallChart.ts');
  const { readFlowchart } = await import('./readMermaid.ts');
  await readFlowchart('flowchart TB\n a --> b');
}
