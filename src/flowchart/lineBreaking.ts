import { textWidthEm } from '../model/text/textWidth.ts';

/** Marks that never begin a line, and marks that never end one (GB/T 15834 and common typesetting). */
const neverFirst = new Set('、，。；：？！）》〉】」』”’…—·,.;:?!)%');
const neverLast = new Set('（《〈【「『“‘(');

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words stay whole, and punctuation stays with the word that it belongs to. */
function piecesOf(text: string): readonly string[] {
  const joined: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = joined[joined.length - 1];
    const sticks = last !== undefined && (neverFirst.has(segment) || neverLast.has(last.slice(-1)));
    if (sticks) joined[joined.length - 1] = last + segment;
    else joined.push(segment);
  }
  return joined;
}

/** The text that was taken apart last: breaking it evenly tries one width after the other. */
let lastText: { readonly text: string; readonly pieces: readonly string[] } = {
  text: '',
  pieces: [],
};

function pieces(text: string): readonly string[] {
  if (lastText.text !== text) lastText = { text, pieces: piecesOf(text) };
  return lastText.pieces;
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

const longest = (lines: readonly string[]) => Math.max(...lines.map(textWidthEm));

/** How many line ends fall where the sentence pauses by itself. */
const pauses = (lines: readonly string[]) =>
  lines.slice(0, -1).filter((line) => /[、，；：]$/.test(line)).length;

/**
 * Breaks a text into as few lines as it takes, at its own pauses where that costs no further line,
 * and otherwise so that the lines are about equally long: no single character left over.
 */
export function breakEvenly(text: string, maxEm: number): string[] {
  const widest = breakLines(text, maxEm);
  let best = widest;
  for (let width = maxEm - 0.5; width >= textWidthEm(text) / widest.length; width -= 0.5) {
    const lines = breakLines(text, width);
    if (lines.length !== widest.length) break;
    const gain = pauses(lines) - pauses(best);
    if (gain > 0 || (gain === 0 && longest(lines) < longest(best))) best = lines;
  }
  return best;
}
