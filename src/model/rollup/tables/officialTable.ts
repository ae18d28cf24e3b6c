import { csvText } from '../../text/csv.ts';

/** Cells of a row, one for each column; what people fill in by hand stays empty. */
export type Cell = string | number;

export interface OfficialColumn {
  readonly head: string;
  /** Share of the width on paper. */
  readonly width: number;
  /** In characters, for Excel. */
  readonly characters: number;
  /**
   * Cells are merged downwards while this column and the merged ones before it say the same. What is
   * merged is a name, never a number.
   */
  readonly isMerged?: true;
}

export interface OfficialRow {
  readonly id: string;
  readonly cells: readonly Cell[];
  /** The row that adds up all others. */
  readonly isSum?: true;
}

/** A table as it is filed: drawn on sheets, written to Excel and CSV from the same rows. */
export interface OfficialTable {
  readonly title: string;
  /** Under the title: whose, of when, how much. */
  readonly note: string;
  readonly columns: readonly OfficialColumn[];
  /** How many rows there are; they themselves may be made only when they are asked for. */
  readonly count: number;
  readonly rows: readonly OfficialRow[];
  /** Under the table: how the figures are counted. */
  readonly remarks: readonly string[];
}

export const column = (
  head: string,
  width: number,
  characters: number,
  isMerged = false,
): OfficialColumn => ({ head, width, characters, ...(isMerged && { isMerged: true }) });

/**
 * Rows that are made when they are first asked for: a hundred thousand open measures are counted at
 * once, and written out only for a file.
 */
export function madeLater(
  table: Omit<OfficialTable, 'rows'>,
  make: () => readonly OfficialRow[],
): OfficialTable {
  let rows: readonly OfficialRow[] | undefined;
  return {
    ...table,
    get rows() {
      rows ??= make();
      return rows;
    },
  };
}

/** A table of rows that stand already. */
export const tableOfRows = (table: Omit<OfficialTable, 'count'>): OfficialTable => ({
  ...table,
  count: table.rows.length,
});

/**
 * What a row is merged by in a column: equal names in one department are merged, the same name in the
 * next one is not.
 */
export function mergingKey(
  columns: readonly OfficialColumn[],
  { id, cells, isSum }: OfficialRow,
  position: number,
): string {
  if (isSum) return id;
  return columns
    .slice(0, position + 1)
    .flatMap(({ isMerged }, i) => (isMerged ? [String(cells[i] ?? '')] : []))
    .join('\n');
}

/** The table as CSV that Excel opens; every row says everything. */
export const tableCsv = ({ columns, rows }: OfficialTable): string =>
  csvText([columns.map(({ head }) => head), ...rows.map(({ cells }) => cells)]);

/** `12.5%`, or `—` where there is nothing to take a share of. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '—';
  return `${Math.round((part / whole) * 1000) / 10}%`;
}
