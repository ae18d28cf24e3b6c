import type { ChartPlan } from './chartPlan.ts';
import type { Layout, PlacedEdge, Point } from './readLayout.ts';

/** Points on one vertical differ by less than this. */
const samePx = 0.6;

/** How many points from the start on lie on one vertical with the first. */
function runLength(points: readonly Point[]): number {
  const first = points[0];
  if (!first) return 0;
  const end = points.findIndex(({ x }) => Math.abs(x - first.x) > samePx);
  return end < 0 ? points.length : end;
}

const shift = (by: number) => (point: Point) => ({ x: point.x + by, y: point.y });

function moveLabel(edge: PlacedEdge, startBy: number, endBy: number): PlacedEdge['label'] {
  const { label, points } = edge;
  const start = points[0];
  if (!label || !start) return label;
  const isOnStart = Math.abs(label.centerX - start.x) <= samePx;
  return { ...label, centerX: label.centerX + (isOnStart ? startBy : endBy) };
}

function moveEdge(edge: PlacedEdge, startBy: number, endBy: number): PlacedEdge {
  const { points } = edge;
  const startRun = runLength(points);
  const endRun = runLength([...points].reverse());
  const label = moveLabel(edge, startBy, endBy);
  return {
    ...edge,
    points: points.map((point, i) => {
      if (i < startRun) return shift(startBy)(point);
      return i >= points.length - endRun ? shift(endBy)(point) : point;
    }),
    ...(label && { label }),
  };
}

const exitGapPx = 30;
const labelRisePx = 20;

/** An exit that stands in the way of the main line goes to its right, joined from the corner. */
function clearMainLine(plan: ChartPlan, layout: Layout, axis: number): Layout {
  const sizes = new Map(plan.nodes.map((node) => [node.id, node]));
  const lineWidth = Math.max(
    ...plan.nodes.filter(({ type }) => type === 'step').map(({ widthPx }) => widthPx),
  );
  const lineRight = axis + lineWidth / 2;
  const inTheWay = plan.nodes.filter(({ id, type, widthPx }) => {
    const node = layout.nodes.get(id);
    return type === 'exit' && node && node.centerX - widthPx / 2 < lineRight + exitGapPx / 2;
  });
  const moved = new Map(
    inTheWay.map(({ id, widthPx }) => [id, lineRight + exitGapPx + widthPx / 2] as const),
  );
  return {
    nodes: new Map(
      [...layout.nodes].map(([id, node]) => [
        id,
        { ...node, centerX: moved.get(id) ?? node.centerX },
      ]),
    ),
    edges: layout.edges.map((edge) => {
      const x = moved.get(edge.to);
      const from = layout.nodes.get(edge.from);
      const to = layout.nodes.get(edge.to);
      if (x === undefined || !from || !to) return edge;
      const top = to.centerY - (sizes.get(edge.to)?.heightPx ?? 0) / 2;
      const right = from.centerX + (sizes.get(edge.from)?.widthPx ?? 0) / 2;
      return {
        ...edge,
        points: [
          { x: right, y: from.centerY },
          { x, y: from.centerY },
          { x, y: top },
        ],
        ...(edge.label && {
          label: { ...edge.label, centerX: x, centerY: top - labelRisePx },
        }),
      };
    }),
  };
}

/**
 * Puts the main line (steps and their questions) on one vertical, at the leftmost place that layout
 * gave any of them: exits stand on the right, so nothing is run into.
 */
export function straighten(plan: ChartPlan, layout: Layout): Layout {
  const spine = plan.nodes.filter(({ type }) => type !== 'exit').map(({ id }) => id);
  const centers = spine.flatMap((id) => layout.nodes.get(id)?.centerX ?? []);
  const axis = Math.min(...centers);
  const moveBy = (id: string) => {
    const node = layout.nodes.get(id);
    return node && spine.includes(id) ? axis - node.centerX : 0;
  };
  const isNext = (from: string, to: string) => spine.indexOf(to) === spine.indexOf(from) + 1;
  const straight: Layout = {
    nodes: new Map(
      [...layout.nodes].map(([id, node]) => [id, { ...node, centerX: node.centerX + moveBy(id) }]),
    ),
    edges: layout.edges.map((edge) => {
      const first = edge.points[0];
      const last = edge.points[edge.points.length - 1];
      if (spine.includes(edge.from) && isNext(edge.from, edge.to) && first && last) {
        return {
          ...edge,
          points: [
            { x: axis, y: first.y },
            { x: axis, y: last.y },
          ],
          ...(edge.label && { label: { ...edge.label, centerX: axis } }),
        };
      }
      return moveEdge(edge, moveBy(edge.from), moveBy(edge.to));
    }),
  };
  return clearMainLine(plan, straight, axis);
}
