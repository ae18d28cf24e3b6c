import type { Layout, Point } from './readLayout.ts';

/** Outline of a node around its centre. */
export interface Outline {
  readonly halfWidthPx: number;
  readonly halfHeightPx: number;
  readonly isDiamond: boolean;
}

/** Where a line that comes from `from` and heads for `end` meets the outline. */
function onOutline(outline: Outline, center: Point, end: Point, from: Point): Point {
  const { halfWidthPx, halfHeightPx, isDiamond } = outline;
  const isVertical = Math.abs(end.x - from.x) <= Math.abs(end.y - from.y);
  // On a slanted side the outline comes nearer the further the line is off the centre.
  const shareX = isDiamond ? Math.min(1, Math.abs(end.x - center.x) / halfWidthPx) : 0;
  const shareY = isDiamond ? Math.min(1, Math.abs(end.y - center.y) / halfHeightPx) : 0;
  return isVertical
    ? { x: end.x, y: center.y + Math.sign(from.y - center.y) * halfHeightPx * (1 - shareX) }
    : { x: center.x + Math.sign(from.x - center.x) * halfWidthPx * (1 - shareY), y: end.y };
}

/** Layout leaves this much room, in px, between the end of a line and the border that it belongs to. */
const portGapPx = 6;

/** Whether a corner of a line already stands at the border of a rectangle. */
function isAtBorder(outline: Outline, center: Point, { x, y }: Point): boolean {
  const outX = Math.abs(x - center.x) - outline.halfWidthPx;
  const outY = Math.abs(y - center.y) - outline.halfHeightPx;
  return Math.max(outX, outY) <= portGapPx && Math.max(outX, outY) >= -portGapPx;
}

/**
 * Takes away the last bit of a line that has already arrived. Where several lines share one side of a
 * rectangle, Mermaid adds a piece along the border towards the middle, and all arrows run together.
 * @param outlines by node id.
 */
export function withoutStubs(layout: Layout, outlines: ReadonlyMap<string, Outline>): Layout {
  const trimmed = (id: string, points: readonly Point[]): readonly Point[] => {
    const outline = outlines.get(id);
    const node = layout.nodes.get(id);
    if (!outline || !node || outline.isDiamond) return points;
    const center = { x: node.centerX, y: node.centerY };
    let rest = points;
    for (let next = rest[1]; rest.length > 2 && next; next = rest[1]) {
      if (!isAtBorder(outline, center, next)) break;
      rest = rest.slice(1);
    }
    return rest;
  };
  return {
    nodes: layout.nodes,
    edges: layout.edges.map((edge) => {
      const fromStart = trimmed(edge.from, edge.points);
      const fromEnd = trimmed(edge.to, [...fromStart].reverse());
      return { ...edge, points: [...fromEnd].reverse() };
    }),
  };
}

/**
 * Lets every line end exactly on the outline of its nodes. Layout takes all nodes for rectangles of
 * its own reckoning, and Mermaid corrects only some of the ends.
 * @param outlines by node id.
 */
export function meetBorders(layout: Layout, outlines: ReadonlyMap<string, Outline>): Layout {
  const meet = (id: string, end: Point | undefined, from: Point | undefined) => {
    const outline = outlines.get(id);
    const node = layout.nodes.get(id);
    if (!outline || !node || !end || !from) return end;
    return onOutline(outline, { x: node.centerX, y: node.centerY }, end, from);
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
