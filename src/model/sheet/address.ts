/** Excel's letters of a column, counted from 0: `A`, `Z`, `AA`. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? letter : columnLetter(rest - 1) + letter;
}

/** `B5`, both counted from 0. */
export const cellName = (row: number, column: number) => `${columnLetter(column)}${row + 1}`;

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Row and column of `B5` or `$B$5`, counted from 0; undefined for anything else. */
export function cellPlace(name: string): CellPlace | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(name);
  if (!match) return undefined;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** Cells that are one; all counted from 0, the last included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function cellRange(name: string): CellRange | undefined {
  const [from, to] = name.split(':').map(cellPlace);
  if (!from || !to) return undefined;
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
