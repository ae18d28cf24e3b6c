import type { ChartLevel, Metrics } from './metrics.ts';
import { bottom, type Box, type ColumnLayout, type Connector, type Point } from './placedParts.ts';

/** Moves everything so that it begins at the margin, and tells how large it is. */
export function shifted(
  level: ChartLevel,
  parts: Pick<ColumnLayout, 'nodes' | 'ways' | 'entrances'>,
  m: Metrics,
): ColumnLayout {
  const boxes = [
    ...parts.nodes,
    ...parts.ways.flatMap(({ label }) => (label ? [label] : [])),
    ...[
      ...parts.ways.flatMap(({ connector }) => (connector ? [connector] : [])),
      ...parts.entrances.flatMap(({ connectors }) => connectors),
    ].map(({ center, isReturn }) => ({
      left: center.x - m.circlePx - (isReturn ? m.hookPx : 0),
      top: center.y - m.circlePx,
      width: 2 * m.circlePx + (isReturn ? m.hookPx : 0),
      height: 2 * m.circlePx,
    })),
  ];
  const left = Math.min(...boxes.map((box) => box.left)) - m.marginPx;
  const top = Math.min(...boxes.map((box) => box.top)) - m.marginPx;
  const right = Math.max(...boxes.map((box) => box.left + box.width)) + m.marginPx;
  const low = Math.max(...boxes.map(bottom)) + m.marginPx;
  const point = ({ x, y }: Point): Point => ({ x: x - left, y: y - top });
  const box = <B extends Box>(one: B): B => ({ ...one, left: one.left - left, top: one.top - top });
  const circle = (one: Connector): Connector => ({ ...one, center: point(one.center) });
  return {
    level,
    nodes: parts.nodes.map(box),
    ways: parts.ways.map(({ lines, label, connector, way }) => ({
      way,
      lines: lines.map((line) => line.map(point)),
      ...(label && { label: box(label) }),
      ...(connector && { connector: circle(connector) }),
    })),
    entrances: parts.entrances.map(({ to, line, connectors }) => ({
      to,
      line: line.map(point),
      connectors: connectors.map(circle),
    })),
    widthPx: Math.ceil(right - left),
    heightPx: Math.ceil(low - top),
  };
}
