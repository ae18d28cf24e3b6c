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

/** Puts the main line (steps and their questions) on one vertical. */
export function straighten(plan: ChartPlan, layout: Layout): Layout {
  const spine = plan.nodes.filter(({ type }) => type !== 'exit').map(({ id }) => id);
  const centers = spine.flatMap((id) => layout.nodes.get(id)?.centerX ?? []);
  const axis = Math.min(...centers);
  const moveBy = (id: string) => {
    const node = layout.nodes.get(id);
    return node && spine.includes(id) ? axis - node.centerX : 0;
  };
  const isNext = (from: string, to: string) => spine.indexOf(to) === spine.indexOf(from) + 1;
  return {
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
}
