import type { Point } from './placedParts.ts';
import { attributes, round, straight } from './svgText.ts';

const lengthPx = 9;
const halfWidthShare = 4 / 9;

/**
 * An arrowhead as path data; its tip is the end of the line. Shorter where the line's last piece is.
 * @param line corners of the line; without two of them there is no head.
 * @param longestPx its length.
 * @param halfShare half of its width as a share of its length.
 */
export function headPath(line: readonly Point[], longestPx: number, halfShare: number): string {
  const tip = line[line.length - 1];
  const before = line[line.length - 2];
  if (!tip || !before) return '';
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  if (length === 0) return '';
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const long = Math.min(longestPx, length);
  const half = long * halfShare;
  const base = { x: tip.x - dx * long, y: tip.y - dy * long };
  const toCorner = straight(base.x - dy * half - tip.x, base.y + dx * half - tip.y);
  const across = straight(2 * dy * half, -2 * dx * half);
  return `M${round(tip.x)} ${round(tip.y)}${toCorner}${across}z`;
}

/**
 * Arrowheads as one shape; each tip is the end of its line. They are shapes and no markers, because
 * no browser draws the markers of a drawing that is used a second time elsewhere on the page, and
 * that is how the printed sheets are made.
 * @param lines corners of each line.
 */
export function arrowHeads(lines: readonly (readonly Point[])[]): string {
  const heads = lines.map((line) => headPath(line, lengthPx, halfWidthShare)).join('');
  return heads && `<path${attributes({ class: 'head', d: heads })}/>`;
}
