import { textWidthEm } from '../text/textWidth.ts';

/** The line of a printed paper; `paper.css` sets the same, and a browser test compares the two. */
export const paperLine = { widthMm: 169, fontPt: 10.5 } as const;

const mmPerPoint = 25.4 / 72;
const lineEm = paperLine.widthMm / (paperLine.fontPt * mmPerPoint);

/** Options stand in from the question, and apart from each other, in em. */
const indentEm = 1;
const gapEm = 1;

/** The letter, the full stop and the space before the text of an option, in em: 「A. 」. */
const letterEm = textWidthEm('M. ');

/** In how many columns options are printed. */
export type OptionColumns = 1 | 2 | 3 | 4;

/**
 * In how many columns these options fit without one of them breaking its line: four for four very
 * short ones, three where that saves a line, else two. Widths are reckoned, not measured, and rather
 * too wide than too narrow, so that a font of another machine does not break what fits here.
 * @param options texts without their letters.
 */
export function optionColumns(options: readonly string[]): OptionColumns {
  const widest = Math.max(0, ...options.map(textWidthEm)) + letterEm;
  const fits = (columns: number) => widest <= (lineEm - indentEm - (columns - 1) * gapEm) / columns;
  const lines = (columns: number) => Math.ceil(options.length / columns);
  if (options.length === 4 && fits(4)) return 4;
  if (lines(3) < lines(2) && fits(3)) return 3;
  return fits(2) ? 2 : 1;
}
