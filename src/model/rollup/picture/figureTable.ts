import type { Selection } from './selection.ts';

/** What stands in one place of a table. */
export interface FigureCell {
  readonly value: string | number;
  /** The list behind the number. */
  readonly selection?: Selection;
  /** How dark, 0 to 1, of the most that stands in the table; the number itself says it too. */
  readonly heat?: number;
  /** A page of the site, from the home page. */
  readonly path?: string;
}

export interface FigureColumn {
  readonly key: string;
  readonly head: string;
  /** Columns that follow each other and have the same one stand below it. */
  readonly group?: string;
  /** In characters, for Excel and for paper. */
  readonly width: number;
  readonly isNumber: boolean;
}

export interface FigureRow {
  readonly key: string;
  readonly cells: readonly FigureCell[];
}

/** A table of numbers or the list behind one: on the screen, on paper, as a file. */
export interface FigureTable {
  /** Without spaces, for file names. */
  readonly name: string;
  readonly columns: readonly FigureColumn[];
  /** Rows; they are made when they are asked for, since there may be hundreds of thousands. */
  readonly length: number;
  readonly rowAt: (i: number) => FigureRow;
  /** The sum below the rows. */
  readonly foot?: FigureRow;
}

export const textColumn = (key: string, head: string, width: number): FigureColumn => ({
  key,
  head,
  width,
  isNumber: false,
});
export const numberColumn = (key: string, head: string, group?: string): FigureColumn => ({
  key,
  head,
  width: 8,
  isNumber: true,
  ...(group !== undefined && { group }),
});

/** A table of rows that are there already. */
export const tableOf = (
  name: string,
  columns: readonly FigureColumn[],
  rows: readonly FigureRow[],
  foot?: FigureRow,
): FigureTable => ({
  name,
  columns,
  length: rows.length,
  rowAt: (i) => rows[i] ?? { key: String(i), cells: [] },
  ...(foot && { foot }),
});

/** A number with what stands behind it; nothing stands behind none. */
export const numberCell = (value: number, selection: Selection, heat?: number): FigureCell => ({
  value,
  ...(value > 0 && { selection }),
  ...(heat !== undefined && { heat }),
});

export const textCell = (value: string, path?: string): FigureCell => ({
  value,
  ...(path !== undefined && { path }),
});

/** Shades cells of these rows by the most that stands in any of them. */
export function withHeat(
  rows: readonly FigureRow[],
  isHeated: (column: number) => boolean,
): FigureRow[] {
  const number = ({ value }: FigureCell) => (typeof value === 'number' ? value : 0);
  const most = rows.reduce(
    (top, { cells }) =>
      cells.reduce(
        (high, cell, column) => (isHeated(column) ? Math.max(high, number(cell)) : high),
        top,
      ),
    1,
  );
  return rows.map(({ key, cells }) => ({
    key,
    cells: cells.map((cell, column) =>
      isHeated(column) ? { ...cell, heat: number(cell) / most } : cell,
    ),
  }));
}

/** What a column is called where its group does not stand above it. */
export const fullHead = ({ head, group }: FigureColumn): string =>
  group === undefined ? head : `${group}${head}`;

/** All rows as cells of a file, the sum among them. */
export function fileRows({ length, rowAt, foot }: FigureTable): (string | number)[][] {
  const rows = Array.from({ length }, (_, i) => rowAt(i));
  return [...rows, ...(foot ? [foot] : [])].map(({ cells }) => cells.map(({ value }) => value));
}

/** `35%`; nothing of nothing is told as a dash. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return '—';
  const percent = (part / whole) * 100;
  // 99.6 % is not yet everything, and 0.4 % is not nothing.
  if (percent > 99 && percent < 100) return '99%';
  if (percent > 0 && percent < 1) return '1%';
  return `${Math.round(percent)}%`;
}
