/**
 * Breaks text into lines on a grid of full-width characters, as Chinese official documents are set.
 * The lines are broken here and not by the browser, so that the kernels of 2021 and of 2026 print
 * the same lines and pages can be counted before anything is drawn.
 */

export interface TextRun {
  readonly text: string;
  readonly isLead: boolean;
}

export type Line = readonly TextRun[];

/** Signs that may not begin a line, and signs that may not end one (避头尾). */
const notFirst = new Set('，。、；：？！）》」』】〉”’％·—…,.;:?!)]}%');
const notLast = new Set('（《「『【〈“‘([{');

/** Width in full-width characters. Latin letters are wider in the fall-back fonts than in 仿宋. */
export function charWidth(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? 0.56 : 1;
}

interface Piece {
  readonly text: string;
  readonly isLead: boolean;
  readonly width: number;
}

const widthOf = (text: string) => Array.from(text).reduce((sum, char) => sum + charWidth(char), 0);

/**
 * Latin words and numbers are not broken, nor is a blank with the 年, 月 or 日 behind it;
 * everything else may break between characters, and so may a word that no line holds, such as the
 * address of a page.
 */
function pieces(runs: readonly TextRun[], widthChars: number): Piece[] {
  return runs.flatMap(({ text, isLead }) =>
    (text.match(/＿+[年月日]?|[\x21-\x7e]+|[\s\S]/gu) ?? [])
      .flatMap((word) => (widthOf(word) > widthChars ? Array.from(word) : word))
      .map((one) => ({ text: one, isLead, width: widthOf(one) })),
  );
}

/** The text cut where a person began a new line; empty lines are left out. */
export function linesOf(runs: readonly TextRun[]): TextRun[][] {
  const lines: TextRun[][] = [[]];
  for (const { text, isLead } of runs) {
    text.split(/\r?\n/).forEach((part, i) => {
      if (i > 0) lines.push([]);
      if (part) lines[lines.length - 1]?.push({ text: part, isLead });
    });
  }
  const written = lines.filter((line) => line.some(({ text }) => text.trim()));
  return written.length > 0 ? written : [[]];
}

function joined(line: readonly Piece[]): TextRun[] {
  const runs: { text: string; isLead: boolean }[] = [];
  for (const { text, isLead } of line) {
    const last = runs[runs.length - 1];
    if (last?.isLead === isLead) last.text += text;
    else runs.push({ text, isLead });
  }
  return runs;
}

const first = (piece: Piece | undefined) => piece?.text.charAt(0) ?? '';
const last = (piece: Piece | undefined) => piece?.text.slice(-1) ?? '';

/** Where the line may end at or before `end`: no sign is left where it may not stand. */
function allowedEnd(all: readonly Piece[], start: number, end: number): number {
  for (let at = end; at > start + 1; at -= 1) {
    if (!notFirst.has(first(all[at])) && !notLast.has(last(all[at - 1]))) return at;
  }
  return end;
}

/** Characters that are read, without the signs behind them. */
const inked = (line: readonly Piece[]) =>
  Array.from(line.map(({ text }) => text).join('')).filter((char) => !notFirst.has(char)).length;

/**
 * Where the last line begins: a single character on it, with its full stop, looks like a mistake, so
 * the line above gives one more.
 */
function lastStart(all: readonly Piece[], before: number, start: number): number {
  if (inked(all.slice(start)) !== 1 || (all[start]?.text.length ?? 0) > 1) return start;
  const end = allowedEnd(all, before, start - 1);
  return end > before + 1 && !notFirst.has(first(all[end])) && !notLast.has(last(all[end - 1]))
    ? end
    : start;
}

/**
 * @param widthChars how many full-width characters a line holds.
 * @param indentChars how many the first line leaves free.
 * @returns at least one line, none wider than it may be.
 */
export function breakLines(
  runs: readonly TextRun[],
  widthChars: number,
  indentChars: number,
): Line[] {
  const all = pieces(runs, widthChars - indentChars);
  const starts: number[] = [];
  let start = 0;
  while (start < all.length) {
    let room = widthChars - (starts.length === 0 ? indentChars : 0);
    let end = start;
    for (let piece = all[end]; piece && piece.width <= room; piece = all[end]) {
      room -= piece.width;
      end += 1;
    }
    end = end === all.length ? end : allowedEnd(all, start, Math.max(end, start + 1));
    const before = starts[starts.length - 1];
    const isLast = end === all.length;
    starts.push(isLast && before !== undefined ? lastStart(all, before, start) : start);
    start = end;
  }
  const lines = starts.map((from, i) => joined(all.slice(from, starts[i + 1])));
  return lines.length > 0 ? lines : [[]];
}
