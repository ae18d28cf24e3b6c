import { fontSizePx, lineHeightPx, type ChartPlan, type PlannedEdge } from './chartPlan.ts';
import { arrowHeads } from './arrowHead.ts';
import { drawNode } from './drawNode.ts';
import { linePath } from './linePath.ts';
import type { Layout, PlacedEdge } from './readLayout.ts';
import { attributes, escapeText, round } from './svgText.ts';
import { textWidthEm } from './textWidth.ts';

/** A span of heights that must not be cut when the drawing is spread over pages. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

export interface Drawing {
  /** Inner markup of the SVG, in px at natural size, from (0, 0). */
  readonly markup: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bands: readonly Band[];
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const marginPx = 6;
const labelPaddingPx = 4;

function labelBox({ centerX, centerY, text }: NonNullable<PlacedEdge['label']>): Box {
  const width = textWidthEm(text) * fontSizePx + 2 * labelPaddingPx;
  return {
    left: centerX - width / 2,
    right: centerX + width / 2,
    top: centerY - lineHeightPx / 2,
    bottom: centerY + lineHeightPx / 2,
  };
}

function drawLabel(edge: PlacedEdge, text: string): string {
  if (!edge.label) return '';
  const { left, top, right, bottom } = labelBox({ ...edge.label, text });
  return (
    `<g class="label"><rect${attributes({ x: round(left), y: round(top), width: round(right - left), height: round(bottom - top) })}/>` +
    `<text${attributes({ x: round(edge.label.centerX), y: round(edge.label.centerY + fontSizePx * 0.36), 'text-anchor': 'middle' })}>${escapeText(text)}</text></g>`
  );
}

function drawEdge(edge: PlacedEdge, planned: PlannedEdge): string {
  return `<path${attributes({
    class: planned.isReturn ? 'edge is-return' : 'edge',
    d: linePath(edge.points),
    'data-from': planned.from,
    'data-to': planned.to,
  })}/>`;
}

/** Layout hands edges over in its own order; each is matched with the plan by its ends. */
function matchEdges(plan: ChartPlan, layout: Layout): { edge: PlacedEdge; planned: PlannedEdge }[] {
  const waiting = [...layout.edges];
  return plan.edges.map((planned) => {
    const index = waiting.findIndex(
      (edge) =>
        edge.from === planned.from &&
        edge.to === planned.to &&
        (edge.label !== undefined) === (planned.label !== undefined),
    );
    const [edge] = index < 0 ? [] : waiting.splice(index, 1);
    if (!edge) throw new Error(`流程图里少了一条线：${planned.from} → ${planned.to}`);
    return { edge, planned };
  });
}

function boundsOf(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** Draws a plan where Mermaid's layout has put it. */
export function drawChart(plan: ChartPlan, layout: Layout): Drawing {
  const places = plan.nodes.map((node) => {
    const place = layout.nodes.get(node.id);
    if (!place) throw new Error(`流程图里少了一个框：${node.id}`);
    return { node, x: place.centerX, y: place.centerY };
  });
  const edges = matchEdges(plan, layout);
  const nodeBoxes = places.map(({ node, x, y }) => ({
    left: x - node.widthPx / 2,
    right: x + node.widthPx / 2,
    top: y - node.heightPx / 2,
    bottom: y + node.heightPx / 2,
  }));
  const labelBoxes = edges.flatMap(({ edge }) => (edge.label ? [labelBox(edge.label)] : []));
  const edgeBoxes = edges.flatMap(({ edge }) =>
    edge.points.map(({ x, y }) => ({ left: x, right: x, top: y, bottom: y })),
  );
  const bounds = boundsOf([...nodeBoxes, ...labelBoxes, ...edgeBoxes]);
  const dx = marginPx - bounds.left;
  const dy = marginPx - bounds.top;
  const markup = [
    `<g transform="translate(${round(dx)} ${round(dy)})">`,
    ...edges.map(({ edge, planned }) => drawEdge(edge, planned)),
    arrowHeads(edges.map(({ edge }) => edge.points)),
    ...edges.map(({ edge, planned }) => drawLabel(edge, planned.label ?? '')),
    ...places.map(({ node, x, y }) => drawNode(node, x, y)),
    '</g>',
  ].join('');
  return {
    markup,
    widthPx: Math.ceil(bounds.right - bounds.left + 2 * marginPx),
    heightPx: Math.ceil(bounds.bottom - bounds.top + 2 * marginPx),
    bands: [...nodeBoxes, ...labelBoxes].map(({ top, bottom }) => ({
      top: top + dy,
      bottom: bottom + dy,
    })),
  };
}
