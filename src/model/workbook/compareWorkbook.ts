import { leadingWallId, wallIdPattern, wallOfId } from '../fields/ids.ts';
import { placedRisks, type PlacedRisk } from '../wall/wall.ts';
import type { Sourced } from '../content/sourced.ts';
import type { WallSource } from '../wall/wallSchema.ts';
import { cellCode, cellId, cellLine } from './cellText.ts';
import type { CellPlace, RiskAddition, RiskEdit, RiskMove, WallChanges } from './changes.ts';
import { columnTitle, riskState, type ColumnKey } from './columns.ts';
import { compareRow } from './compareRow.ts';
import { tornColumns } from './tornColumns.ts';
import { readTable, type RiskTable, type SheetTable, type TableRow } from './readTable.ts';

export interface WorkbookComparison {
  readonly walls: readonly WallChanges[];
  /** Finished sentences that name sheet and cell; with any of them nothing may be written. */
  readonly faults: readonly string[];
  readonly notes: readonly string[];
  /** Where the cell of a risk stands, for faults that only the whole content shows. */
  placeOf(riskId: string, key: ColumnKey): CellPlace | undefined;
}

/** A fault or a note as its reader needs it. */
export const atCell = ({ sheet, cell }: CellPlace, text: string) =>
  `工作表“${sheet}”的 ${cell}：${text}`;

/**
 * The next id of a wall: one more than the highest that was ever written down anywhere in the
 * content, the note left by a deletion included. Gaps are never filled: an id may stand on paper.
 * @param used ids of risks of any wall.
 */
export function nextRiskId(wallId: string, used: Iterable<string>): string {
  let highest = 0;
  for (const id of used) {
    const number = id.startsWith(`${wallId}-r`) ? Number(id.slice(wallId.length + 2)) : 0;
    highest = Math.max(highest, number);
  }
  return `${wallId}-r${String(highest + 1).padStart(2, '0')}`;
}

/** The wall that a sheet is about: by the ids in it, and for new rows only, by its name. */
function wallOf(table: RiskTable, walls: readonly Sourced<WallSource>[]) {
  const prefixes = [
    ...table.rows.map(({ cells }) => wallOfId(cellId(cells.get('id')))),
    leadingWallId(table.sheet),
  ];
  const id = prefixes.find((prefix) => wallIdPattern.test(prefix));
  return walls.find(({ data }) => data.id === id);
}

class SheetComparison {
  readonly edits: RiskEdit[] = [];
  readonly moves: RiskMove[] = [];
  readonly additions: RiskAddition[] = [];
  readonly faults: string[] = [];
  readonly notes: string[] = [];
  /** Rows by the id that they have or get. */
  readonly rowOf = new Map<string, number>();
  readonly table: RiskTable;
  readonly wall: Sourced<WallSource>;
  private readonly risks: ReadonlyMap<string, PlacedRisk>;
  private readonly used: Set<string>;

  constructor(table: RiskTable, wall: Sourced<WallSource>, used: Set<string>) {
    this.table = table;
    this.wall = wall;
    this.risks = new Map(placedRisks(wall.data).map((placed) => [placed.risk.id, placed]));
    this.used = used;
  }

  place(row: number, key: ColumnKey): CellPlace {
    return { sheet: this.table.sheet, cell: `${this.table.letters.get(key) ?? ''}${row}` };
  }

  private fault(row: number, key: ColumnKey, text: string) {
    this.faults.push(atCell(this.place(row, key), text));
  }

  /** The step that the row names; nothing when it names none that exists. */
  private stepOf(row: TableRow, home: string | undefined): string | undefined {
    const stepId = cellId(row.cells.get('stepId'));
    if (stepId === '' && home !== undefined) return home;
    if (this.wall.data.steps.some(({ id }) => id === stepId)) return stepId;
    this.fault(
      row.number,
      'stepId',
      stepId === ''
        ? `${columnTitle('stepId')}没有写；新增的一行要写明放在哪一步，例如 ${this.wall.data.steps[0]?.id ?? ''}`
        : `${columnTitle('stepId')}“${stepId}”在这面墙里没有`,
    );
    return undefined;
  }

  private compareKnown(row: TableRow, before: PlacedRisk) {
    const { id, title } = before.risk;
    const stepId = this.stepOf(row, before.step.id);
    const { risk, fields, faults } = compareRow(row, before, id);
    for (const { key, text } of faults) this.fault(row.number, key, text);
    if (!risk || stepId === undefined) return;
    const isMoved = stepId !== before.step.id;
    if (fields.length === 0 && !isMoved) return;
    const base = cellCode(row.cells.get('base'));
    if (base !== '' && base !== riskState(before)) {
      this.fault(
        row.number,
        'id',
        `${id} 在导出以后又在文件里改过，写回会盖掉那次改动；重新导出，在新表里改这一行`,
      );
      return;
    }
    if (fields.length > 0) this.edits.push({ before: before.risk, after: risk, fields });
    if (isMoved) this.moves.push({ id, title, fromStep: before.step.id, toStep: stepId });
    this.noteStepName(row, stepId);
  }

  private noteStepName(row: TableRow, stepId: string) {
    const name = cellLine(row.cells.get('stepName'));
    const real = this.wall.data.steps.find(({ id }) => id === stepId)?.name;
    const isHome = this.risks.get(cellId(row.cells.get('id')))?.step.id === stepId;
    if (name === '' || name === real || !isHome) return;
    this.notes.push(
      atCell(this.place(row.number, 'stepName'), '步骤的名称在这里改不了，到墙的文件里改'),
    );
  }

  private add(row: TableRow) {
    const id = nextRiskId(this.wall.data.id, this.used);
    const stepId = this.stepOf(row, undefined);
    const { risk, faults } = compareRow(row, undefined, id);
    for (const { key, text } of faults) this.fault(row.number, key, text);
    this.used.add(id);
    this.rowOf.set(id, row.number);
    if (risk && stepId !== undefined) this.additions.push({ risk, stepId });
  }

  compare(): void {
    const torn = tornColumns(this.table, this.risks);
    // Row by row, each of these cells would be told as a change, or as a fault of its own.
    if (torn.length > 0) {
      for (const { row, key, text } of torn) this.fault(row, key, text);
      return;
    }
    for (const row of this.table.rows) {
      const id = cellId(row.cells.get('id'));
      const before = this.risks.get(id);
      const twin = this.rowOf.get(id);
      if (id === '') this.add(row);
      else if (twin !== undefined) {
        this.fault(
          row.number,
          'id',
          `编号 ${id} 和第 ${twin} 行重复；复制一行来新增的，把编号清空`,
        );
      } else if (before) {
        this.rowOf.set(id, row.number);
        this.compareKnown(row, before);
      } else {
        this.fault(
          row.number,
          'id',
          id.startsWith(`${this.wall.data.id}-`)
            ? `编号 ${id} 在墙里没有；新增的风险点编号空着，由程序给`
            : `编号 ${id} 不属于 ${this.wall.data.id}；换回原来的编号，新增的空着`,
        );
      }
    }
  }

  get missing() {
    return [...this.risks.values()].map(({ risk }) => risk).filter(({ id }) => !this.rowOf.has(id));
  }
}

/**
 * Compares a workbook with the walls. Sheets without a table of risks are passed over; walls
 * without a sheet stay as they are.
 * @param usedIds every id of a risk that the content mentions anywhere, see `nextRiskId`.
 */
export function compareWorkbook(
  sheets: readonly SheetTable[],
  walls: readonly Sourced<WallSource>[],
  usedIds: Iterable<string>,
): WorkbookComparison {
  const used = new Set(usedIds);
  const faults: string[] = [];
  const notes: string[] = [];
  const compared: SheetComparison[] = [];
  for (const table of sheets.flatMap((sheet) => readTable(sheet) ?? [])) {
    notes.push(...table.notes);
    faults.push(...table.faults);
    if (table.faults.length > 0) continue;
    const wall = wallOf(table, walls);
    const other = compared.find((one) => one.wall === wall);
    if (!wall) {
      faults.push(
        `工作表“${table.sheet}”：认不出是哪一面墙；工作表的名字以墙的编号开头，例如“w01 ${walls[0]?.data.powerItem ?? ''}”`,
      );
    } else if (other) {
      faults.push(
        `工作表“${table.sheet}”：和“${other.table.sheet}”是同一面墙 ${wall.data.id}，删掉其中一张`,
      );
    } else {
      const sheet = new SheetComparison(table, wall, used);
      sheet.compare();
      faults.push(...sheet.faults);
      notes.push(...sheet.notes);
      compared.push(sheet);
    }
  }
  if (compared.length === 0 && faults.length === 0) {
    faults.push('这个文件里没有风险点的表：表头要有“编号”“名称”“表现形式”这些列名');
  }
  return {
    walls: compared.map(({ wall, edits, moves, additions, missing }) => ({
      wall,
      edits,
      moves,
      additions,
      missing,
    })),
    faults,
    notes,
    placeOf(riskId, key) {
      const sheet = compared.find(({ rowOf }) => rowOf.has(riskId));
      const row = sheet?.rowOf.get(riskId);
      return row === undefined ? undefined : sheet?.place(row, key);
    },
  };
}
