import type { CellValue } from './cellValue.ts';

/** What cells show whose formula went wrong: the error values of Excel and WPS, old and new. */
const errorValue =
  /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|BUSY!|PYTHON!|GETTING_DATA)$/i;

/**
 * What a cell shows in place of a value: an error such as `#N/A`, or a formula without a result.
 * @returns undefined for a cell that holds a value or nothing.
 */
export function formulaErrorIn(value: CellValue): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.normalize('NFKC').trim();
  return errorValue.test(text) || /^=./.test(text) ? text : undefined;
}
