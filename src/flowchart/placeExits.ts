import { fontSizePx, lineHeightPx, type ChartPlan, type PlannedEdge } from './chartPlan.ts';
import type { Layout, PlacedEdge, PlacedNode } from './readLayout.ts';
import { textWidthEm } from './textWidth.ts';

/** From the main line to the exits on its right. */
const exitGapPx = 30;
/** Between exits, one above the other. */
const stackGapPx = 12;
/** From a node to the place where its ways to several exits part. */
const forkPx = 12;
const labelGapPx = 6;
const labelPaddingPx = 4;
const arrowRoomPx = 16;

interface Way {
  readonly edge: PlannedEdge;
  readonly startX: number;
  readonly startY: number;
  readonly labelWidthPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

function waysToExits(plan: ChartPlan, layout: Layout): Way[] {
  const nodes = new Map(plan.nodes.map((node) => [node.id, node]));
  return plan.edges.flatMap((edge) => {
    const from = nodes.get(edge.from);
    const exit = nodes.get(edge.to);
    const place = layout.nodes.get(edge.from);
    if (!from || exit?.type !== 'exit' || !place) return [];
    return {
      edge,
      startX: place.centerX + from.widthPx / 2,
      startY: place.centerY,
      labelWidthPx: edge.label ? textWidthEm(edge.label) * fontSizePx : 0,
      widthPx: exit.widthPx,
      heightPx: exit.heightPx,
    };
  });
}

function drawWay(way: Way, left: number, centerY: number): PlacedEdge {
  const { edge, startX, startY } = way;
  const forkX = startX + forkPx;
  const isStraight = Math.abs(centerY - startY) < 1;
  const bend = [
    { x: forkX, y: startY },
    { x: forkX, y: centerY },
  ];
  return {
    from: edge.from,
    to: edge.to,
    hasArrow: true,
    isDotted: false,
    points: [{ x: startX, y: startY }, ...(isStraight ? [] : bend), { x: left, y: centerY }],
    ...(edge.label && {
      label: {
        text: edge.label,
        centerX: forkX + labelGapPx + labelPaddingPx + way.labelWidthPx / 2,
        centerY,
      },
    }),
  };
}

/**
 * Lowers what stands below a question with several exits as far as the last of them needs: its line
 * would run behind the next step otherwise, and its label with it.
 */
export function makeRoomForExits(plan: ChartPlan, layout: Layout): Layout {
  const ways = waysToExits(plan, layout);
  const boxes = plan.nodes.flatMap(({ id, type, heightPx }) => {
    const place = layout.nodes.get(id);
    if (!place || type === 'exit') return [];
    return [{ id, top: place.centerY - heightPx / 2, bottom: place.centerY + heightPx / 2 }];
  });
  const lowered = boxes.flatMap(({ id, bottom }) => {
    const stack = ways.filter(({ edge }) => edge.from === id);
    const [first] = stack;
    const last = stack[stack.length - 1];
    const nextTop = Math.min(...boxes.map(({ top }) => top).filter((top) => top >= bottom));
    if (!first || !last || stack.length < 2 || nextTop === Infinity) return [];
    const stackHeight = stack.reduce((sum, { heightPx }) => sum + heightPx + stackGapPx, 0);
    const lastCenter =
      first.startY - first.heightPx / 2 + stackHeight - stackGapPx - last.heightPx / 2;
    const by = lastCenter + lineHeightPx / 2 + stackGapPx / 2 - nextTop;
    return by > 0 ? [{ below: bottom, by }] : [];
  });
  const y = (value: number) =>
    lowered.reduce((sum, { below, by }) => (value > below ? sum + by : sum), value);
  return {
    nodes: new Map(
      [...layout.nodes].map(([id, node]) => [id, { ...node, centerY: y(node.centerY) }]),
    ),
    edges: layout.edges.map((edge) => ({
      ...edge,
      points: edge.points.map((point) => ({ ...point, y: y(point.y) })),
      ...(edge.label && { label: { ...edge.label, centerY: y(edge.label.centerY) } }),
    })),
  };
}

/**
 * Stands every exit on the right of the main line, level with the question that leads to it. Layout
 * would put it one layer lower, beside a step that has nothing to do with it.
 */
export function placeExits(plan: ChartPlan, layout: Layout): Layout {
  const ways = waysToExits(plan, layout);
  const lineRight = Math.max(
    ...plan.nodes.flatMap(({ id, type, widthPx }) => {
      const place = layout.nodes.get(id);
      return place && type === 'step' ? [place.centerX + widthPx / 2 + exitGapPx] : [];
    }),
  );
  // Exits stand in a column of their own, far enough out for the longest label on the way.
  const left = Math.max(
    lineRight,
    ...ways.map(
      ({ startX, labelWidthPx }) =>
        startX + forkPx + 2 * (labelGapPx + labelPaddingPx) + labelWidthPx + arrowRoomPx,
    ),
  );
  const nodes = new Map(layout.nodes);
  const edges: PlacedEdge[] = [];
  let bottom = -Infinity;
  for (const way of [...ways].sort((a, b) => a.startY - b.startY)) {
    const top = Math.max(way.startY - way.heightPx / 2, bottom + stackGapPx);
    bottom = top + way.heightPx;
    const centerY = top + way.heightPx / 2;
    const place = layout.nodes.get(way.edge.to);
    if (place) {
      const moved: PlacedNode = { ...place, centerX: left + way.widthPx / 2, centerY };
      nodes.set(way.edge.to, moved);
    }
    edges.push(drawWay(way, left, centerY));
  }
  const isExit = new Set(ways.map(({ edge }) => edge.to));
  return { nodes, edges: [...layout.edges.filter(({ to }) => !isExit.has(to)), ...edges] };
}
