import { fontSizePx, lineHeightPx, type ChartPlan } from './chartPlan.ts';
import type { Layout, Point } from './readLayout.ts';
import { textWidthEm } from './textWidth.ts';

/**
 * Mermaid's layout keeps fixed distances that are generous for a chart of twelve steps. Where
 * neither a node nor a label nor a line along the way stands, distances are shrunk; everything else
 * only moves. Order and crossings stay as they are.
 */

/** Share of a gap that stays: downwards none beyond the least, sideways half. */
const share = { y: 0, x: 0.5 };
/** Downwards: enough for an arrow with its head. Sideways: enough to tell two lines apart. */
const leastGapPx = { y: 22, x: 14 };

type Axis = 'x' | 'y';

interface Band {
  readonly start: number;
  readonly end: number;
}

function merged(bands: readonly Band[]): Band[] {
  const result: Band[] = [];
  for (const band of [...bands].sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1];
    if (last && band.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, band.end) };
    } else {
      result.push(band);
    }
  }
  return result;
}

const around = (center: number, size: number): Band => ({
  start: center - size / 2,
  end: center + size / 2,
});

/** Upright parts of lines: sideways they must keep apart like nodes. */
function uprightBands({ edges }: Layout): Band[] {
  return edges.flatMap(({ points }) =>
    points.flatMap((point, i) => {
      const before = points[i - 1];
      return before && Math.abs(before.x - point.x) < 0.6 ? [{ start: point.x, end: point.x }] : [];
    }),
  );
}

function occupied(plan: ChartPlan, layout: Layout, axis: Axis): Band[] {
  const nodes = plan.nodes.flatMap(({ id, widthPx, heightPx }) => {
    const place = layout.nodes.get(id);
    if (!place) return [];
    return [axis === 'x' ? around(place.centerX, widthPx) : around(place.centerY, heightPx)];
  });
  const labels = layout.edges.flatMap(({ label }) => {
    if (!label) return [];
    const width = textWidthEm(label.text) * fontSizePx;
    return [axis === 'x' ? around(label.centerX, width) : around(label.centerY, lineHeightPx)];
  });
  return merged([...nodes, ...labels, ...(axis === 'x' ? uprightBands(layout) : [])]);
}

/** The new place of every old place: steady inside bands, shrunk between them, never turning back. */
function placeMap(bands: readonly Band[], axis: Axis): (place: number) => number {
  const stops: { old: number; now: number }[] = [];
  let now = 0;
  bands.forEach(({ start, end }, i) => {
    const before = bands[i - 1];
    if (before) {
      const gap = start - before.end;
      now += Math.min(gap, Math.max(leastGapPx[axis], gap * share[axis]));
    }
    stops.push({ old: start, now });
    now += end - start;
    stops.push({ old: end, now });
  });
  return (place) => {
    const after = stops.findIndex(({ old }) => old >= place);
    const [a, b] = [stops[after - 1], stops[after]];
    if (after === 0) return place - (stops[0]?.old ?? 0);
    if (!a || !b) {
      const last = stops[stops.length - 1] ?? { old: 0, now: 0 };
      return last.now + (place - last.old);
    }
    return b.old === a.old ? b.now : a.now + ((place - a.old) * (b.now - a.now)) / (b.old - a.old);
  };
}

/** Brings things closer together along one axis. */
export function compact(plan: ChartPlan, layout: Layout, axis: Axis): Layout {
  const place = placeMap(occupied(plan, layout, axis), axis);
  const x = (value: number) => (axis === 'x' ? place(value) : value);
  const y = (value: number) => (axis === 'y' ? place(value) : value);
  const move = (point: Point): Point => ({ x: x(point.x), y: y(point.y) });
  return {
    nodes: new Map(
      [...layout.nodes].map(([id, node]) => [
        id,
        { ...node, centerX: x(node.centerX), centerY: y(node.centerY) },
      ]),
    ),
    edges: layout.edges.map((edge) => ({
      ...edge,
      points: edge.points.map(move),
      ...(edge.label && {
        label: { ...edge.label, centerX: x(edge.label.centerX), centerY: y(edge.label.centerY) },
      }),
    })),
  };
}
