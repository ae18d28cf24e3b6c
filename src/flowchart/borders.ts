import type { ChartPlan, PlannedNode } from './chartPlan.ts';
import type { Layout, PlacedNode, Point } from './readLayout.ts';

/** Where a line along `from` → `end` meets the border of a diamond. */
function onDiamond(node: PlannedNode, { centerX, centerY }: PlacedNode, end: Point, from: Point) {
  const half = node.widthPx / 2;
  const isVertical = Math.abs(end.x - from.x) <= Math.abs(end.y - from.y);
  if (isVertical) {
    const reach = Math.max(0, half - Math.abs(end.x - centerX));
    return { x: end.x, y: centerY + Math.sign(from.y - centerY) * reach };
  }
  const reach = Math.max(0, half - Math.abs(end.y - centerY));
  return { x: centerX + Math.sign(from.x - centerX) * reach, y: end.y };
}

/**
 * Lets lines end on the slanted sides of diamonds. Layout takes every node for a rectangle, and
 * Mermaid corrects only some of the ends.
 */
export function meetBorders(plan: ChartPlan, layout: Layout): Layout {
  const decisions = new Map(
    plan.nodes.flatMap((node) => {
      const place = layout.nodes.get(node.id);
      return node.type === 'decision' && place ? [[node.id, { node, place }] as const] : [];
    }),
  );
  const meet = (id: string, end: Point | undefined, from: Point | undefined) => {
    const decision = decisions.get(id);
    return decision && end && from ? onDiamond(decision.node, decision.place, end, from) : end;
  };
  return {
    nodes: layout.nodes,
    edges: layout.edges.map((edge) => {
      const points = [...edge.points];
      const last = points.length - 1;
      const start = meet(edge.from, points[0], points[1]);
      const end = meet(edge.to, points[last], points[last - 1]);
      if (start) points[0] = start;
      if (end) points[last] = end;
      return { ...edge, points };
    }),
  };
}
