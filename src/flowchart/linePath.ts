import type { Point } from './readLayout.ts';
import { round } from './svgText.ts';

const cornerRadiusPx = 6;

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

function towards(from: Point, to: Point, length: number): Point {
  const share = length / distance(from, to);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;

/** Drops points that repeat or lie on the straight line between their neighbours. */
function corners(points: readonly Point[]): Point[] {
  const distinct = points.filter((point, i) => {
    const before = points[i - 1];
    return !before || distance(point, before) > 0.5;
  });
  return distinct.filter((point, i) => {
    const before = distinct[i - 1];
    const after = distinct[i + 1];
    if (!before || !after) return true;
    const cross =
      (point.x - before.x) * (after.y - before.y) - (point.y - before.y) * (after.x - before.x);
    return Math.abs(cross) > 1;
  });
}

/** Path data of a line through points, with its corners rounded. */
export function linePath(points: readonly Point[]): string {
  const turns = corners(points);
  const [first, ...rest] = turns;
  if (!first) return '';
  const parts = [`M${at(first)}`];
  rest.forEach((point, i) => {
    const before = turns[i];
    const after = turns[i + 2];
    if (!before || !after) {
      parts.push(`L${at(point)}`);
      return;
    }
    const radius = Math.min(
      cornerRadiusPx,
      distance(before, point) / 2,
      distance(point, after) / 2,
    );
    parts.push(
      `L${at(towards(point, before, radius))}`,
      `Q${at(point)} ${at(towards(point, after, radius))}`,
    );
  });
  return parts.join('');
}
