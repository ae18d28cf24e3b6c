import { wallTitle } from '../model/wall/wall.ts';
import type { WallSource } from '../model/wall/wallSchema.ts';
import { isRounded, planChart, type ChartPlan, type PlannedNode } from './chartPlan.ts';
import { layoutSource } from './chartSource.ts';
import { meetBorders, type Outline } from './borders.ts';
import { compact } from './compaction.ts';
import { drawChart } from './drawChart.ts';
import type { Size } from './measuring.ts';
import { printSheets } from './printSheets.ts';
import { readLayout } from './readLayout.ts';
import { renderMermaid } from './renderMermaid.ts';
import { addJumps } from './jumpLanes.ts';
import { makeRoomForExits, placeExits } from './placeExits.ts';
import { straighten } from './straighten.ts';
import { escapeText } from './svgText.ts';

export interface WallChart {
  /** The chart as SVG with links, at natural size. */
  readonly svg: string;
  /** The same chart cut to A4 sheets, for print only. */
  readonly printSheets: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What Mermaid adds around a label of the given shape, with the padding of renderMermaid. */
const addedByMermaid = { box: { x: 32, y: 16 }, rounded: { x: 16, y: 16 }, diamond: 16 };

function labelSize(node: PlannedNode): Size {
  const { widthPx, heightPx } = node;
  // A diamond's side is the sum of its label's width and height, so one of them is enough.
  if (node.type === 'decision') return { widthPx: widthPx - addedByMermaid.diamond, heightPx: 0 };
  const { x, y } = addedByMermaid[isRounded(node) ? 'rounded' : 'box'];
  return { widthPx: widthPx - x, heightPx: heightPx - y };
}

/** Sizes to report for labels, so that the shapes around them come out as planned. */
function labelSizes({ nodes }: ChartPlan): Map<string, Size> {
  return new Map(nodes.map((node) => [node.id, labelSize(node)]));
}

function outlines({ nodes }: ChartPlan): Map<string, Outline> {
  return new Map(
    nodes.map(({ id, type, widthPx, heightPx }) => [
      id,
      { halfWidthPx: widthPx / 2, halfHeightPx: heightPx / 2, isDiamond: type === 'decision' },
    ]),
  );
}

/**
 * The flowchart of a wall as it stands in the page: Mermaid lays it out, the drawing is ours.
 * The same wall always gives the same bytes.
 */
export async function renderWallChart(wall: WallSource): Promise<WallChart> {
  const plan = planChart(wall);
  const laidOut = readLayout(await renderMermaid(layoutSource(plan), labelSizes(plan)));
  const straight = straighten(plan, compact(plan, laidOut, 'y'));
  const mainLine = placeExits(plan, makeRoomForExits(plan, straight));
  const layout = meetBorders(compact(plan, addJumps(plan, mainLine), 'x'), outlines(plan));
  const id = `chart-${wall.id}`;
  const drawing = drawChart(plan, layout);
  const { widthPx, heightPx } = drawing;
  const svg =
    `<svg class="flowchart" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}" role="group" aria-labelledby="${id}-title ${id}-desc">` +
    `<title id="${id}-title">${escapeText(wallTitle(wall))}流程图</title>` +
    `<desc id="${id}-desc">自上而下共 ${wall.steps.length} 步，每一步写明由谁办、各等级风险点的个数，旁边是最重的一个风险点；菱形是判断。每一步都是链接。</desc>` +
    `<g id="${id}-drawing">${drawing.markup}</g></svg>`;
  return { svg, printSheets: printSheets(drawing, `${id}-drawing`), widthPx, heightPx };
}
