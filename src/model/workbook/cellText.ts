import type { CellValue } from '../sheet/cellValue.ts';
import type { Control } from '../wall/wallSchema.ts';
import type { ControlPhase } from '../vocabulary.ts';

export type { CellValue } from '../sheet/cellValue.ts';

const halfWidthDigits = (text: string) =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** The text of a cell with what Excel habits leave in it taken out; lines are kept. */
export function cellLines(value: CellValue): string[] {
  if (value === null || value === undefined) return [];
  return halfWidthDigits(String(value))
    .replace(/[\u200b\ufeff]/g, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/[\t\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** One line: Chinese runs on over a break, Latin words keep a space between them. */
export function cellLine(value: CellValue): string {
  return cellLines(value).reduce((text, line) => {
    const needsSpace = /[!-~]$/.test(text) && /^[!-~]/.test(line);
    return `${text}${needsSpace ? ' ' : ''}${line}`;
  }, '');
}

/** Ids and words from a closed list: no spaces, half-width, without the mark of a grade. */
export function cellCode(value: CellValue): string {
  return cellLine(value)
    .normalize('NFKC')
    .replace(/[\s▲■●]/g, '');
}

/** An id as it is written in files, also when it was copied from paper as `W01-R07`. */
export const cellId = (value: CellValue): string => cellCode(value).toLowerCase();

/** Citations, one to a line or separated as people separate. */
export function cellCitations(value: CellValue): string[] {
  return cellLines(value)
    .flatMap((line) => line.normalize('NFKC').split(/[;,、\s]+/))
    .filter((text) => text !== '');
}

/** Names of posts, one to a line or separated as people separate. */
export function cellNames(value: CellValue): string[] {
  return cellLines(value)
    .flatMap((line) => line.split(/[;；,，、/]+/))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * Controls, one to a line: who, a colon, what. A number in front is what Excel users put there.
 * @returns the controls, or the number (from 1) of the line that names nobody.
 */
export function cellControls(
  value: CellValue,
  phase: ControlPhase,
): { readonly controls: Control[]; readonly badLine?: number } {
  const controls: Control[] = [];
  for (const [i, line] of cellLines(value).entries()) {
    const match = /^(?:\d{1,2}\s*[.、．)）]\s*)?([^：:]+)[：:]\s*(.+)$/.exec(line);
    if (!match) return { controls, badLine: i + 1 };
    controls.push({ phase, by: (match[1] ?? '').trim(), text: match[2] ?? '' });
  }
  return { controls };
}
