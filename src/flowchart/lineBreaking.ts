import { textWidthEm } from './textWidth.ts';

/** Marks that never begin a line, and marks that never end one (GB/T 15834 and common typesetting). */
const neverFirst = new Set('、，。；：？！）》〉】」』”’…—·,.;:?!)%');
const neverLast = new Set('（《〈【「『“‘(');

/** Latin words and numbers stay whole; every Chinese character may end a line. */
function pieces(text: string): string[] {
  const raw = text.match(/[A-Za-z0-9.\-+%]+|\s+|[^A-Za-z0-9\s]/gu) ?? [];
  const joined: string[] = [];
  for (const piece of raw) {
    const last = joined[joined.length - 1];
    const sticks = last !== undefined && (neverFirst.has(piece) || neverLast.has(last.slice(-1)));
    if (sticks) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

/**
 * Breaks a text into lines.
 * @param maxEm widest line, in em; a single piece that is wider stands alone.
 */
export function breakLines(text: string, maxEm: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text.trim())) {
    if (line !== '' && textWidthEm(line + piece) > maxEm) {
      lines.push(line.trim());
      line = piece.trim();
    } else {
      line += piece;
    }
  }
  if (line.trim()) lines.push(line.trim());
  return lines;
}

/** Breaks a text so that its lines are about equally long: no single character left over. */
export function breakEvenly(text: string, maxEm: number): string[] {
  const count = breakLines(text, maxEm).length;
  if (count <= 1) return breakLines(text, maxEm);
  const average = textWidthEm(text) / count;
  for (let width = Math.ceil(average); width < maxEm; width += 0.5) {
    const lines = breakLines(text, width);
    if (lines.length === count) return lines;
  }
  return breakLines(text, maxEm);
}
