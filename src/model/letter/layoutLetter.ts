import { breakLines, linesOf, type Line } from '../text/breakLines.ts';
import type { Letter } from './letter.ts';

/**
 * Sizes of type on the area of GB/T 9704-2012 (156 x 225 mm). 三号 is set at 15.75 pt on 28.95 pt:
 * measured, this gives the 22 lines of 28 characters that the standard names; 16 pt gives 27.
 */
export const typeSizes = {
  三号: { charsPerLine: 28, linesPerSheet: 22, lineMm: 10.21 },
  四号: { charsPerLine: 31, linesPerSheet: 26, lineMm: 8.64 },
} as const;
export type TypeSize = keyof typeof typeSizes;

export interface LaidLine {
  readonly runs: Line;
  readonly indent: 0 | 2;
  /** The last line of a paragraph is not spread over the width. */
  readonly isLast: boolean;
  /** Which paragraph of the letter, so that a sheet can keep them together. */
  readonly paragraph: number;
}

export interface LetterSheet {
  readonly lines: readonly LaidLine[];
  readonly hasTitle: boolean;
  readonly hasSignatures: boolean;
}

export interface LaidLetter {
  readonly size: TypeSize;
  readonly sheets: readonly LetterSheet[];
  /** Lines used and lines there are at 三号 on one sheet, for the line budget. */
  readonly usedLines: number;
  readonly availableLines: number;
}

/** A blank line, the title, a blank line. */
const titleLines = 3;
/** The signature block never stands alone: at least so many lines of text stand above it. */
const linesWithSignatures = 2;

/** A row to sign on: the label, a rule with room for the pen above it, a date of its own. */
export const signatureRowMm = 15.3;

/** The date is never printed: who signs writes it. */
export const dateForPen = '　　　年　　月　　日';

/** A row for each signer, and the lines for members. */
export function signatureLines({ signers, memberLines }: Letter, size: TypeSize): number {
  const rows = Math.ceil((signers.length * signatureRowMm) / typeSizes[size].lineMm);
  return rows + (memberLines > 0 ? memberLines + 1 : 0);
}

function bodyLines({ paragraphs }: Letter, size: TypeSize): LaidLine[] {
  const { charsPerLine } = typeSizes[size];
  return paragraphs.flatMap(({ runs, indent }, paragraph) =>
    // A line that a person began anew stands as a paragraph of its own stands.
    linesOf(runs).flatMap((own) => {
      const lines = breakLines(own, charsPerLine, indent);
      return lines.map((line, i): LaidLine => ({
        runs: line,
        indent: i === 0 ? indent : 0,
        isLast: i === lines.length - 1,
        paragraph,
      }));
    }),
  );
}

/** Cuts the text so that no sheet ends or begins with a single line of a longer paragraph. */
function cutAt(lines: readonly LaidLine[], at: number): number {
  const before = lines[at - 1];
  const after = lines[at];
  if (!before || !after || before.paragraph !== after.paragraph) return at;
  const isFirstOfParagraph = lines[at - 2]?.paragraph !== before.paragraph;
  const isLastLine = after.isLast;
  return isFirstOfParagraph || (isLastLine && at > 2) ? at - 1 : at;
}

function sheetsOf(
  lines: readonly LaidLine[],
  linesPerSheet: number,
  signatures: number,
): LetterSheet[] {
  const sheets: LetterSheet[] = [];
  let rest = lines;
  for (let hasTitle = true; ; hasTitle = false) {
    const room = linesPerSheet - (hasTitle ? titleLines : 0);
    if (rest.length + signatures <= room) {
      sheets.push({ lines: rest, hasTitle, hasSignatures: true });
      return sheets;
    }
    // Enough text goes over to the next sheet to keep the signatures company.
    const most = Math.min(room, rest.length - linesWithSignatures);
    const at = Math.max(1, cutAt(rest, most));
    sheets.push({ lines: rest.slice(0, at), hasTitle, hasSignatures: false });
    rest = rest.slice(at);
  }
}

/**
 * Lays a letter out: on one sheet at 三号 if it fits, else on one at 四号, else on more sheets.
 * Text never runs into the signature block.
 */
export function layOutLetter(letter: Letter): LaidLetter {
  const signatures = signatureLines(letter, '三号');
  const large = bodyLines(letter, '三号');
  const budget = {
    usedLines: large.length,
    availableLines: typeSizes.三号.linesPerSheet - titleLines - signatures,
  };
  if (budget.usedLines <= budget.availableLines) {
    const [sheet] = sheetsOf(large, typeSizes.三号.linesPerSheet, signatures);
    return { size: '三号', sheets: sheet ? [sheet] : [], ...budget };
  }
  const small = bodyLines(letter, '四号');
  return {
    size: '四号',
    sheets: sheetsOf(small, typeSizes.四号.linesPerSheet, signatureLines(letter, '四号')),
    ...budget,
  };
}
