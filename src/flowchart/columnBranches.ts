import type { Metrics } from './metrics.ts';
import { bottom, middle, type Box, type PlacedLabel, type Point } from './placedParts.ts';
import { textWidthEm } from '../model/text/textWidth.ts';
import type { GraphWay } from './wallGraph.ts';

/** What leaves a node: branches to both sides, and the label of the way down. */

const labelWidth = (text: string, { labelPx }: Metrics) => Math.ceil(textWidthEm(text) * labelPx);

export interface Branch {
  readonly way: GraphWay;
  /** Where its line begins, and the corners on its way to its own height. */
  readonly start: readonly Point[];
  readonly label?: PlacedLabel;
  /** From here on the line runs level to its target. */
  readonly from: Point;
}

/** Ways that leave one side of a node, one under the other. */
export function fan(
  ways: readonly GraphWay[],
  tip: Point,
  direction: 1 | -1,
  m: Metrics,
): readonly Branch[] {
  return ways.map((way, i) => {
    const y = tip.y + (i - (ways.length - 1) / 2) * m.branchPx;
    const isStraight = y === tip.y;
    const busX = tip.x + direction * m.busPx;
    const start = isStraight ? [tip] : [tip, { x: busX, y: tip.y }, { x: busX, y }];
    const begin = { x: isStraight ? tip.x : busX, y };
    if (!way.label) return { way, start, from: begin };
    const width = labelWidth(way.label, m);
    const nearX = tip.x + direction * (m.busPx + m.labelGapPx);
    const left = direction > 0 ? nearX : nearX - width;
    const label = {
      text: way.label,
      left,
      top: y - m.labelPx / 2 - 1,
      width,
      height: m.labelPx + 2,
    };
    return { way, start, label, from: { x: nearX + direction * (width + m.labelGapPx), y } };
  });
}

/** The label of the way down stands to the right of its line, clear of what leaves on that side. */
export function placeDownLabel(
  text: string | undefined,
  node: Box,
  rights: readonly Branch[],
  isDiamond: boolean,
  m: Metrics,
): PlacedLabel | undefined {
  if (!text) return undefined;
  const width = labelWidth(text, m);
  const left = middle(node) + (isDiamond ? m.downLabelPx : m.labelGapPx + 4);
  const height = m.labelPx + 1;
  // Beside the lower tip of a diamond there is room above its lowest point.
  const rise = isDiamond ? ((left - middle(node)) * node.height) / node.width : 0;
  const besideTip = bottom(node) - Math.min(rise, height) + 1;
  const lowest = Math.max(
    ...rights.flatMap(({ label, from }) => [
      label ? bottom(label) : from.y,
      from.y + m.branchPx / 2,
    ]),
    0,
  );
  const nearestX = Math.min(
    ...rights.map(({ start }) => start[start.length - 1]?.x ?? 0),
    Infinity,
  );
  const collides = rights.length > 0 && left + width + 2 > nearestX;
  return { text, left, top: collides ? Math.max(besideTip, lowest) : besideTip, width, height };
}

/** The line of a branch to where its target begins, left out where its label stands. */
export function branchLines(
  { start, label, from }: Branch,
  end: Point,
  direction: 1 | -1,
  m: Metrics,
) {
  if (!label) return [[...start, end]];
  const labelStart = { x: from.x - direction * (label.width + 2 * m.labelGapPx), y: from.y };
  return [
    [...start, labelStart],
    [from, end],
  ];
}
