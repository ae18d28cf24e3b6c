import type { CellValue } from './cellText.ts';
import { cellCode } from './cellText.ts';
import { cellName, columnLetter } from '../sheet/address.ts';
import { columns, columnTitle, type ColumnKey } from './columns.ts';
import { formulaErrorIn } from '../sheet/formulaError.ts';

export interface SheetTable {
  readonly sheet: string;
  readonly rows: readonly (readonly CellValue[])[];
  /** Cells far away from the table, which were left out. */
  readonly strayCells?: readonly string[];
  /** There are more rows than are read. */
  readonly hasMoreRows?: boolean;
}

/** A row of a table of risks. Columns that the sheet does not have are absent. */
export interface TableRow {
  /** As the row is numbered in Excel. */
  readonly number: number;
  readonly cells: ReadonlyMap<ColumnKey, CellValue>;
}

export interface RiskTable {
  readonly sheet: string;
  readonly rows: readonly TableRow[];
  /** Excel's letter of each column. */
  readonly letters: ReadonlyMap<ColumnKey, string>;
  readonly notes: readonly string[];
  readonly faults: readonly string[];
}

/** A title may have slid down under a heading that somebody wrote above the table. */
const searchedRows = 10;

const keyOfTitle = new Map(columns.map(({ title, key }) => [title, key]));
const isBlank = (value: CellValue) =>
  value === null || value === undefined || String(value).trim() === '';

/** What the reader of the file left out of a sheet. */
function leftOut({ sheet, strayCells = [], hasMoreRows = false, rows }: SheetTable) {
  const notes = strayCells.map(
    (cell) => `工作表“${sheet}”的 ${cell}：离表太远，没有读；是多余的就删掉`,
  );
  const faults = hasMoreRows
    ? [`工作表“${sheet}”：有 ${rows.length} 行以上，不像风险点表；删掉多余的行`]
    : [];
  return { notes, faults };
}

/** Cells that show an error or no result: what was meant is not known. */
function formulaFaults(
  { sheet, rows }: SheetTable,
  headIndex: number,
  positions: readonly number[],
): string[] {
  return rows.flatMap((row, i) =>
    positions.flatMap((position) => {
      const error = i > headIndex ? formulaErrorIn(row[position]) : undefined;
      return error === undefined
        ? []
        : [`工作表“${sheet}”的 ${cellName(i, position)}：公式算不出来（${error}），改成文字`];
    }),
  );
}

/**
 * Finds the table of risks on a sheet by the titles of its columns, in whatever order.
 * @returns nothing for a sheet that holds no risks.
 */
export function readTable(table: SheetTable): RiskTable | undefined {
  const { sheet, rows } = table;
  const known = (row: readonly CellValue[]) =>
    row.filter((value) => keyOfTitle.has(cellCode(value))).length;
  const headIndex = rows.slice(0, searchedRows).findIndex((row) => known(row) >= 2);
  const head = rows[headIndex];
  if (!head) return undefined;
  const { notes, faults } = leftOut(table);
  const positions = new Map<ColumnKey, number>();
  head.forEach((value, i) => {
    const title = cellCode(value);
    if (title === '') return;
    const key = keyOfTitle.get(title);
    const place = `工作表“${sheet}”的 ${columnLetter(i)} 列“${title}”`;
    if (!key) notes.push(`${place}：不认识的列，没有读`);
    else if (positions.has(key)) faults.push(`${place}：和前面的一列重名，删掉其中一列`);
    else positions.set(key, i);
  });
  if (!positions.has('id')) {
    faults.push(
      `工作表“${sheet}”：没有“${columnTitle('id')}”这一列，认不出各行是哪个风险点；把这一列放回来`,
    );
  }
  faults.push(...formulaFaults(table, headIndex, [...positions.values()]));
  const body = rows.slice(headIndex + 1).map((row, i) => ({
    number: headIndex + 2 + i,
    cells: new Map([...positions].map(([key, position]) => [key, row[position]])),
  }));
  return {
    sheet,
    rows: body.filter(({ cells }) => [...cells.values()].some((value) => !isBlank(value))),
    letters: new Map([...positions].map(([key, position]) => [key, columnLetter(position)])),
    notes,
    faults,
  };
}
