import { cellName, type CellRange } from '../sheet/address.ts';
import { formulaErrorIn } from '../sheet/formulaError.ts';
import type { PostLevel } from '../vocabulary.ts';
import type { RosterBlock, RosterSection } from './rosterColumns.ts';
import { cellText, mergeAt, type RosterField, type RosterSheet } from './rosterHead.ts';

/** What was put right by hand on one row; absent fields stay as the file has them. */
export interface RosterEdit {
  readonly name?: string;
  readonly department?: string;
  /** A post of the catalogue by its ref; empty for none of them. */
  readonly post?: string;
  readonly postLevel?: PostLevel;
}

export type RosterEdits = ReadonlyMap<string, RosterEdit>;

/** A row of the table under its head, or the part of it that is about one person. */
export interface RosterRow {
  /** `5`, or `5-2` in the second block: tells people of a roster apart. */
  readonly id: string;
  /** Row in the file, counted from 1 as spreadsheets show it. */
  readonly row: number;
  /** For the reader: 第 5 行, or where in it. */
  readonly place: string;
  /** Text of the cell under a head; empty when the table has no such column or the cell no value. */
  readonly value: (field: RosterField) => string;
  readonly hasColumn: (field: RosterField) => boolean;
  /** A formula of this row that gave no value: its cell and what it shows. */
  readonly formulaFault: (
    field: RosterField,
  ) => { readonly cell: string; readonly error: string } | undefined;
  readonly edit: RosterEdit;
  /** The office program does not show this row. */
  readonly isHidden: boolean;
  /** The name stands in a cell that is merged with the one above: the same person goes on. */
  readonly goesOn: boolean;
}

function blockRow(
  sheet: RosterSheet,
  { from, blocks }: RosterSection,
  at: number,
  block: number,
  edits: RosterEdits,
): RosterRow {
  const { columns } = blocks[block] ?? { columns: new Map<RosterField, number>() };
  const cells = sheet.rows[at] ?? [];
  const inBody = (range: CellRange | undefined) =>
    range && range.top >= from && range.bottom > range.top ? range : undefined;
  const cellOf = (field: RosterField) => {
    const column = columns.get(field);
    if (column === undefined) return undefined;
    const merge = field === 'name' ? undefined : inBody(mergeAt(sheet.merges, at, column));
    return merge ? sheet.rows[merge.top]?.[merge.left] : cells[column];
  };
  const nameColumn = columns.get('name') ?? 0;
  const id = block === 0 ? `${at + 1}` : `${at + 1}-${block + 1}`;
  return {
    id,
    row: at + 1,
    place: blocks.length > 1 ? `第 ${at + 1} 行第 ${block + 1} 组` : `第 ${at + 1} 行`,
    hasColumn: (field) => columns.has(field),
    value: (field) => {
      const cell = cellOf(field);
      return formulaErrorIn(cell) === undefined ? cellText(cell) : '';
    },
    formulaFault: (field) => {
      const error = formulaErrorIn(cellOf(field));
      return error === undefined
        ? undefined
        : { cell: cellName(at, columns.get(field) ?? 0), error };
    },
    edit: edits.get(id) ?? {},
    isHidden: sheet.hiddenRows.has(at),
    goesOn: (inBody(mergeAt(sheet.merges, at, nameColumn))?.top ?? at) < at,
  };
}

/** Columns that say something of this block alone. */
function ownColumns(blocks: readonly RosterBlock[], block: number): number[] {
  const others = blocks
    .filter((_, i) => i !== block)
    .flatMap(({ columns }) => [...columns.values()]);
  return [...(blocks[block]?.columns.values() ?? [])].filter((column) => !others.includes(column));
}

/** The rows of a section that hold something: block by block, each from the top down. */
export function rosterRows(
  sheet: RosterSheet,
  section: RosterSection,
  edits: RosterEdits,
): RosterRow[] {
  const { from, to, blocks } = section;
  return blocks.flatMap((_, block) => {
    const own = ownColumns(blocks, block);
    const rows: RosterRow[] = [];
    for (let at = from; at < to; at += 1) {
      const cells = sheet.rows[at] ?? [];
      const seen = blocks.length === 1 ? cells : own.map((column) => cells[column]);
      if (seen.some((cell) => cellText(cell) !== '')) {
        rows.push(blockRow(sheet, section, at, block, edits));
      }
    }
    return rows;
  });
}
