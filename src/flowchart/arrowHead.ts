import type { Point } from './readLayout.ts';
import { attributes, round } from './svgText.ts';

const lengthPx = 9;
const halfWidthPx = 4;

/**
 * Arrowheads as one shape; each tip is the end of its line. They are shapes and no markers, because
 * no browser draws the markers of a drawing that is used a second time elsewhere on the page, and
 * that is how the printed sheets are made.
 * @param lines corners of each line.
 */
export function arrowHeads(lines: readonly (readonly Point[])[]): string {
  const heads = lines.flatMap((points) => {
    const tip = points[points.length - 1];
    const before = points[points.length - 2];
    if (!tip || !before) return [];
    const length = Math.hypot(tip.x - before.x, tip.y - before.y);
    if (length === 0) return [];
    const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
    const base = { x: tip.x - dx * lengthPx, y: tip.y - dy * lengthPx };
    const corner = (side: number) =>
      `${round(base.x - dy * halfWidthPx * side)} ${round(base.y + dx * halfWidthPx * side)}`;
    return [`M${round(tip.x)} ${round(tip.y)}L${corner(1)}L${corner(-1)}z`];
  });
  return heads.length > 0 ? `<path${attributes({ class: 'head', d: heads.join('') })}/>` : '';
}
