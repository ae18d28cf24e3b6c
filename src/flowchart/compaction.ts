import type { ChartPlan } from './chartPlan.ts';
import { lineHeightPx } from './chartPlan.ts';
import type { Layout, Point } from './readLayout.ts';

/**
 * Mermaid's layout keeps a fixed distance between layers that is generous for a chart of twelve
 * steps. Where neither a node nor a label stands, heights are shrunk; everything else only moves.
 */

/** Enough for an arrow with its head, or for a label's line of its own. */
const leastGapPx = 22;
const shrink = 0.5;

interface Band {
  readonly top: number;
  readonly bottom: number;
}

function merged(bands: readonly Band[]): Band[] {
  const result: Band[] = [];
  for (const band of [...bands].sort((a, b) => a.top - b.top)) {
    const last = result[result.length - 1];
    if (last && band.top <= last.bottom) {
      result[result.length - 1] = { top: last.top, bottom: Math.max(last.bottom, band.bottom) };
    } else {
      result.push(band);
    }
  }
  return result;
}

function occupied(plan: ChartPlan, layout: Layout): Band[] {
  const nodes = plan.nodes.flatMap(({ id, heightPx }) => {
    const place = layout.nodes.get(id);
    return place
      ? [{ top: place.centerY - heightPx / 2, bottom: place.centerY + heightPx / 2 }]
      : [];
  });
  const labels = layout.edges.flatMap(({ label }) =>
    label
      ? [{ top: label.centerY - lineHeightPx / 2, bottom: label.centerY + lineHeightPx / 2 }]
      : [],
  );
  return merged([...nodes, ...labels]);
}

/** The new height of every old height: steady inside bands, shrunk between them, never turning back. */
function heightMap(bands: readonly Band[]): (y: number) => number {
  const stops: { old: number; now: number }[] = [];
  let now = 0;
  bands.forEach(({ top, bottom }, i) => {
    const before = bands[i - 1];
    if (before) {
      const gap = top - before.bottom;
      now += Math.min(gap, Math.max(leastGapPx, gap * shrink));
    }
    stops.push({ old: top, now });
    now += bottom - top;
    stops.push({ old: bottom, now });
  });
  return (y) => {
    const after = stops.findIndex(({ old }) => old >= y);
    const [a, b] = [stops[after - 1], stops[after]];
    if (!a) return y - (stops[0]?.old ?? 0);
    if (!b) {
      const last = stops[stops.length - 1] ?? { old: 0, now: 0 };
      return last.now + (y - last.old);
    }
    return b.old === a.old ? b.now : a.now + ((y - a.old) * (b.now - a.now)) / (b.old - a.old);
  };
}

/** Brings layers closer together without changing which stands above which. */
export function compact(plan: ChartPlan, layout: Layout): Layout {
  const height = heightMap(occupied(plan, layout));
  const move = ({ x, y }: Point): Point => ({ x, y: height(y) });
  return {
    nodes: new Map(
      [...layout.nodes].map(([id, node]) => [id, { ...node, centerY: height(node.centerY) }]),
    ),
    edges: layout.edges.map((edge) => ({
      ...edge,
      points: edge.points.map(move),
      ...(edge.label && { label: { ...edge.label, centerY: height(edge.label.centerY) } }),
    })),
  };
}
