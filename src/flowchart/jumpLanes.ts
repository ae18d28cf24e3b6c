import { fontSizePx, type ChartPlan, type PlannedEdge } from './chartPlan.ts';
import type { Layout, PlacedEdge } from './readLayout.ts';
import { textWidthEm } from './textWidth.ts';

/**
 * Returns to earlier steps, and jumps over later ones, run in lanes of their own on the left of the
 * chart. Left to the layout they push the main line from side to side, since it takes every line for
 * equally important.
 */

const laneGapPx = 16;
/** Between the lines that leave one diamond, or arrive at one card. */
const portGapPx = 20;
const labelGapPx = 8;
/** From a question to the place where its ways part. */
const forkPx = 8;

interface Span {
  readonly edge: PlannedEdge;
  /** Where the line leaves its node. */
  readonly startY: number;
  /** Where it runs to its lane: further ways of one question fork off below the first. */
  readonly fromY: number;
  readonly toY: number;
  readonly startX: number;
  readonly endX: number;
}

const top = ({ fromY, toY }: Span) => Math.min(fromY, toY);
const bottom = ({ fromY, toY }: Span) => Math.max(fromY, toY);

/** The first lane that no other jump uses at these heights; short ones first, so they lie inside. */
function assignLanes(spans: readonly Span[]): Map<Span, number> {
  const lanes: Span[][] = [];
  const result = new Map<Span, number>();
  const byLength = [...spans].sort((a, b) => bottom(a) - top(a) - (bottom(b) - top(b)));
  for (const span of byLength) {
    const isFree = (lane: readonly Span[]) =>
      lane.every((other) => bottom(other) + 4 < top(span) || bottom(span) + 4 < top(other));
    let index = lanes.findIndex(isFree);
    if (index < 0) index = lanes.push([]) - 1;
    lanes[index]?.push(span);
    result.set(span, index);
  }
  return result;
}

function spansOf(plan: ChartPlan, layout: Layout): Span[] {
  const nodes = new Map(plan.nodes.map((node) => [node.id, node]));
  const leaving = new Map<string, number>();
  const arriving = new Map<string, number>();
  const next = (counts: Map<string, number>, id: string) => {
    const index = counts.get(id) ?? 0;
    counts.set(id, index + 1);
    return index;
  };
  return plan.edges.flatMap((edge) => {
    const from = nodes.get(edge.from);
    const to = nodes.get(edge.to);
    const fromPlace = layout.nodes.get(edge.from);
    const toPlace = layout.nodes.get(edge.to);
    if (!edge.isJump || !from || !to || !fromPlace || !toPlace) return [];
    const down = next(leaving, edge.from) * portGapPx;
    const isQuestion = from.type === 'decision';
    // Arrivals start at the middle of the card and go down, each later one below the last.
    const arrival = toPlace.centerY + next(arriving, edge.to) * portGapPx;
    return {
      edge,
      startY: fromPlace.centerY + (isQuestion ? 0 : down),
      fromY: fromPlace.centerY + down,
      startX: fromPlace.centerX - from.widthPx / 2,
      toY: Math.min(arrival, toPlace.centerY + to.heightPx / 2 - 6),
      endX: toPlace.centerX - to.widthPx / 2,
    };
  });
}

/** Adds the jumps of a plan to a layout that was made without them. */
export function addJumps(plan: ChartPlan, layout: Layout): Layout {
  const spans = spansOf(plan, layout);
  const lanes = assignLanes(spans);
  const cardsLeft = Math.min(...spans.map(({ endX }) => endX));
  const jumps = spans.map((span): PlacedEdge => {
    const { edge, startY, fromY, toY, startX, endX } = span;
    const forkX = startX - forkPx;
    const laneX = cardsLeft - laneGapPx * ((lanes.get(span) ?? 0) + 1);
    const labelWidth = edge.label ? textWidthEm(edge.label) * fontSizePx : 0;
    return {
      from: edge.from,
      to: edge.to,
      hasArrow: true,
      isDotted: true,
      points: [
        { x: startX, y: startY },
        ...(fromY === startY
          ? []
          : [
              { x: forkX, y: startY },
              { x: forkX, y: fromY },
            ]),
        { x: laneX, y: fromY },
        { x: laneX, y: toY },
        { x: endX, y: toY },
      ],
      ...(edge.label && {
        label: {
          text: edge.label,
          centerX: forkX - labelGapPx - labelWidth / 2,
          centerY: fromY,
        },
      }),
    };
  });
  return { nodes: layout.nodes, edges: [...layout.edges, ...jumps] };
}
