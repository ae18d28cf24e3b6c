import type { PlacedStage } from './columnStages.ts';
import type { Metrics } from './metrics.ts';
import type { Entrance } from './placedParts.ts';
import type { GraphWay } from './wallGraph.ts';

/** The circles before a step that nothing leads to from above. */
export function entranceOf(
  { stage: { step, lefts, decision }, box }: PlacedStage,
  ways: readonly GraphWay[],
  m: Metrics,
): Entrance {
  const sources = [
    ...new Set(
      ways
        .filter(({ to }) => to === step.id)
        .map(({ from }) => Number(from.replace(/\D/g, '')))
        // What comes back to it later is told where it leaves.
        .filter((number) => number < step.number),
    ),
  ].sort((a, b) => a - b);
  // On the left, unless that side of the box is taken.
  const direction = !decision && lefts.length > 0 ? 1 : -1;
  const edge = direction < 0 ? box.left : box.left + box.width;
  const y = box.top + box.height / 2;
  const nearest = edge + direction * m.arrowRoomPx;
  const count = sources.length;
  const connectors = sources.map((number, i) => ({
    // Read from left to right: the smallest number is the leftmost.
    center: {
      x:
        nearest +
        direction * m.circlePx +
        direction * 2 * m.circlePx * (direction < 0 ? count - 1 - i : i),
      y,
    },
    number,
    isReturn: false,
  }));
  return {
    to: step.id,
    connectors,
    line: [
      { x: nearest, y },
      { x: edge, y },
    ],
  };
}
