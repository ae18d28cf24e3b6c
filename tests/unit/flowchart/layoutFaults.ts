import type { Box, ColumnLayout, PlacedWay, Point } from '../../../src/flowchart/placedParts.ts';
import { metricsOf } from '../../../src/flowchart/metrics.ts';
import { textWidthEm } from '../../../src/model/text/textWidth.ts';

/** What is wrong with a layout, in words; nothing when a reader would find no fault. */

interface Segment {
  readonly a: Point;
  readonly b: Point;
  readonly of: PlacedWay;
}

const segmentsOf = (way: PlacedWay): Segment[] =>
  way.lines.flatMap((line) =>
    line.slice(1).flatMap((b, i) => {
      const a = line[i];
      return a ? [{ a, b, of: way }] : [];
    }),
  );

const nameOf = ({ way }: PlacedWay) => `${way.from}→${way.to}`;

const isApart = (a: Box, b: Box, slack = 0) =>
  a.left + a.width <= b.left + slack ||
  b.left + b.width <= a.left + slack ||
  a.top + a.height <= b.top + slack ||
  b.top + b.height <= a.top + slack;

const boxOf = ({ a, b }: Segment): Box => ({
  left: Math.min(a.x, b.x),
  top: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

const circleBox = ({ x, y }: Point, radius: number): Box => ({
  left: x - radius,
  top: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});

/** All lines run level or upright, so two cross where their boxes meet inside of both. */
function crossings(segments: readonly Segment[]): string[] {
  return segments.flatMap((one, i) =>
    segments.slice(i + 1).flatMap((other) => {
      if (one.of.way.from === other.of.way.from) return [];
      const [p, q] = [boxOf(one), boxOf(other)];
      const meets =
        p.left < q.left + q.width + 0.1 &&
        q.left < p.left + p.width + 0.1 &&
        p.top < q.top + q.height + 0.1 &&
        q.top < p.top + p.height + 0.1;
      return meets ? [`两线相交：${nameOf(one.of)} 和 ${nameOf(other.of)}`] : [];
    }),
  );
}

/** Whether a corner of a box lies inside of a diamond. */
function isInDiamond(diamond: Box, { x, y }: Point): boolean {
  const dx = Math.abs(x - diamond.left - diamond.width / 2) / (diamond.width / 2);
  const dy = Math.abs(y - diamond.top - diamond.height / 2) / (diamond.height / 2);
  return dx + dy < 0.97;
}

const corners = ({ left, top, width, height }: Box): Point[] => [
  { x: left, y: top },
  { x: left + width, y: top },
  { x: left, y: top + height },
  { x: left + width, y: top + height },
];

export function layoutFaults(layout: ColumnLayout): string[] {
  const m = metricsOf(layout.level);
  const { nodes, ways, entrances } = layout;
  const segments = ways.flatMap(segmentsOf);
  const labels = ways.flatMap((way) => (way.label ? [{ ...way.label, way }] : []));
  const circles = [
    ...ways.flatMap(({ connector }) => (connector ? [connector] : [])),
    ...entrances.flatMap(({ connectors }) => connectors),
  ].map(({ center, number }) => ({ ...circleBox(center, m.circlePx), name: `圆圈 ${number}` }));
  const faults = crossings(segments);

  nodes.forEach((one, i) => {
    for (const other of nodes.slice(i + 1)) {
      if (!isApart(one, other)) faults.push(`两框重叠：${one.node.id} 和 ${other.node.id}`);
    }
  });
  for (const circle of circles) {
    for (const node of nodes) {
      if (!isApart(circle, node)) faults.push(`${circle.name} 压在 ${node.node.id} 上`);
    }
  }
  labels.forEach((label, i) => {
    const what = `“${label.text}”（${nameOf(label.way)}）`;
    if (label.width < textWidthEm(label.text) * m.labelPx - 0.5) faults.push(`${what}比位置宽`);
    for (const other of labels.slice(i + 1)) {
      if (!isApart(label, other)) faults.push(`${what}和“${other.text}”叠在一起`);
    }
    for (const segment of segments) {
      if (!isApart(label, boxOf(segment), 0.1))
        faults.push(`${what}压在线 ${nameOf(segment.of)} 上`);
    }
    for (const circle of circles) {
      if (!isApart(label, circle)) faults.push(`${what}压在${circle.name}上`);
    }
    for (const node of nodes) {
      const isHit =
        node.node.type === 'decision'
          ? corners(label).some((corner) => isInDiamond(node, corner))
          : !isApart(label, node, 0.1);
      if (isHit) faults.push(`${what}压在 ${node.node.id} 上`);
    }
  });
  for (const { left, top, width, height } of [...nodes, ...labels, ...circles]) {
    const isOut =
      left < 0 || top < 0 || left + width > layout.widthPx || top + height > layout.heightPx;
    if (isOut) faults.push('有东西在图外');
  }
  return faults;
}
