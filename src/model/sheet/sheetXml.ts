import { cellName, cellPlace, cellRange, type CellPlace, type CellRange } from './address.ts';
import type { CellValue } from './cellValue.ts';
import { dateOf } from './styles.ts';
import { attribute, xmlEvents } from './xml.ts';

/** What is read of a sheet, rows and columns in their places. */
export interface SheetCells {
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly CellRange[];
  /** Rows that the office program does not show, counted from 0: filtered out, most often. */
  readonly hiddenRows: ReadonlySet<number>;
  /** Cells far away from the table, which were left out: `XFD1048576`. */
  readonly strayCells: readonly string[];
  /** There are more rows with something in them than are read. */
  readonly hasMoreRows: boolean;
}

export interface SheetLimits {
  /** Rows with something in them. */
  readonly rows: number;
  readonly columns: number;
}

/** What cells refer to. */
export interface SheetWords {
  readonly strings: readonly string[];
  readonly dates: ReadonlySet<number>;
  readonly isFrom1904: boolean;
}

/** An empty stretch longer than this ends the table: what comes after it was left there by mistake. */
const longestGap = 500;
/** Enough to tell the reader where to look. */
const strayNamed = 5;
const eventsAtATime = 20_000;

/** `_x000D_` is how a workbook writes what XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export const unescapeCell = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;

interface OpenCell extends CellPlace {
  readonly kind: string;
  readonly style: number;
  /** What stands in `v`; undefined when there is none. */
  value?: string;
  formula?: string;
  text?: string;
}

/** A formula without a result is told by itself, as a text that begins with `=`. */
function valueOf(cell: OpenCell, { strings, dates, isFrom1904 }: SheetWords): CellValue {
  const { kind, value, formula } = cell;
  if (kind === 'inlineStr') return unescapeCell(cell.text ?? '') || null;
  if (value === undefined || (value === '' && kind !== 'str')) {
    return formula !== undefined ? `=${formula}` : null;
  }
  switch (kind) {
    case 's':
      return strings[Number(value)] || null;
    case 'b':
      return value === '1' || value === 'true';
    case 'd':
      return Number.isNaN(Date.parse(value)) ? value : new Date(value);
    case 'n': {
      const number = Number(value);
      if (Number.isNaN(number)) return value;
      return dates.has(cell.style) ? dateOf(number, isFrom1904) : number;
    }
    // Errors such as #N/A stay as they are shown: who reads the table says what is wrong.
    default:
      return unescapeCell(value) || null;
  }
}

/** Gathers cells into rows; whatever lies too far off is only counted. */
class Grid {
  readonly rows: CellValue[][] = [];
  readonly strayCells: string[] = [];
  hasMoreRows = false;
  private filled = 0;
  private readonly limits: SheetLimits;

  constructor(limits: SheetLimits) {
    this.limits = limits;
  }

  put({ row, column }: CellPlace, value: CellValue): void {
    if (value === null || value === undefined) return;
    const isBlank = typeof value === 'string' && value.trim() === '';
    if (isBlank || this.hasMoreRows) return;
    const isFarDown = row - this.rows.length > longestGap && this.rows.length > 0;
    if (column >= this.limits.columns || isFarDown) {
      if (this.strayCells.length < strayNamed) this.strayCells.push(cellName(row, column));
      return;
    }
    if (row >= this.rows.length && (this.filled += 1) > this.limits.rows) {
      this.hasMoreRows = true;
      return;
    }
    while (this.rows.length <= row) this.rows.push([]);
    const cells = this.rows[row] ?? [];
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  }
}

/**
 * Reads the XML of a sheet. Empty cells count for nothing, however far their styles reach.
 * @returns step by step, so that the caller can show how far it is, from 0 to 1, or leave off.
 * @throws XmlError when the text breaks off.
 */
export function* readSheetXml(
  xml: string,
  words: SheetWords,
  limits: SheetLimits,
): Generator<number, SheetCells> {
  const grid = new Grid(limits);
  const merges: CellRange[] = [];
  const hiddenRows = new Set<number>();
  let row = -1;
  let column = -1;
  let cell: OpenCell | undefined;
  let within = '';
  let isReading = false;
  let count = 0;
  for (const event of xmlEvents(xml)) {
    if ((count += 1) % eventsAtATime === 0) yield count / (xml.length / 12 + count);
    if (grid.hasMoreRows) break;
    if (event.type === 'text') {
      if (!cell || isReading) continue;
      if (within === 'v') cell.value = (cell.value ?? '') + event.text;
      if (within === 'f') cell.formula = (cell.formula ?? '') + event.text;
      if (within === 't') cell.text = (cell.text ?? '') + event.text;
      continue;
    }
    const { name } = event;
    if (event.type === 'close') {
      if (name === 'rPh') isReading = false;
      else if (name === 'c' && cell) {
        grid.put(cell, valueOf(cell, words));
        cell = undefined;
      }
      within = '';
      continue;
    }
    const { attributes } = event;
    if (name === 'row') {
      row = Number(attribute(attributes, 'r') ?? row + 2) - 1;
      column = -1;
      if (/^(?:1|true)$/.test(attribute(attributes, 'hidden') ?? '')) hiddenRows.add(row);
    } else if (name === 'c') {
      const place = cellPlace(attribute(attributes, 'r') ?? '') ?? { row, column: column + 1 };
      column = place.column;
      const kind = attribute(attributes, 't') ?? 'n';
      cell = { ...place, kind, style: Number(attribute(attributes, 's') ?? -1) };
    } else if (name === 'mergeCell') {
      const range = cellRange(attribute(attributes, 'ref') ?? '');
      if (range) merges.push(range);
    } else if (cell) {
      // The reading above a word (rPh) is not the word.
      if (name === 'rPh') isReading = true;
      within = name;
      if (name === 'v') cell.value = '';
      if (name === 'f') cell.formula ??= '';
    }
  }
  const { rows, strayCells, hasMoreRows } = grid;
  return { rows, merges, hiddenRows, strayCells, hasMoreRows };
}
