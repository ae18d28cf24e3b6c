import { placedRisks } from '../wall/wall.ts';
import type { WallSource } from '../wall/wallSchema.ts';
import { columns, riskCells, sheetName, type ColumnKey } from './columns.ts';

/** What stands in the cells of one row, by column. */
export type RowCells = Readonly<Record<ColumnKey, string>>;

/** The risks of one wall as a sheet of the authors' workbook. */
export interface WallTable {
  /** Name of the sheet; it begins with the id of the wall. */
  readonly sheet: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** In characters of the default font. */
  readonly widths: readonly number[];
}

/**
 * The table of a wall as authors get it and as the import reads it back.
 * @param change of the cells of a risk that is there already.
 * @param added rows of risks that the wall does not have yet, below the others.
 */
export function wallTable(
  wall: WallSource,
  change: (riskId: string, cells: RowCells) => RowCells = (_, cells) => cells,
  added: readonly RowCells[] = [],
): WallTable {
  const rows = [
    ...placedRisks(wall).map((placed) => change(placed.risk.id, riskCells(placed))),
    ...added,
  ];
  return {
    sheet: sheetName(wall.id, wall.powerItem),
    head: columns.map(({ title }) => title),
    rows: rows.map((cells) => columns.map(({ key }) => cells[key])),
    widths: columns.map(({ width }) => width),
  };
}
