import type { PlacedRisk } from '../wall/wall.ts';
import { cellCode, cellId, cellLines, type CellValue } from './cellText.ts';
import { columns, columnTitle, riskCells, riskState, type ColumnKey } from './columns.ts';
import type { RiskTable, TableRow } from './readTable.ts';

/**
 * Excel sorts what is selected: one column alone, or all but one, and the rows are torn apart without a
 * sign of it. Every cell still holds a good text, only another risk's. Two cells that changed places
 * may be meant so; three are no coincidence.
 */
const fewestMoved = 3;

/** A fault with the row and the column at which it is told. */
export interface TornFault {
  readonly row: number;
  readonly key: ColumnKey;
  readonly text: string;
}

interface KnownRow {
  readonly row: TableRow;
  readonly placed: PlacedRisk;
}

const folded = (value: CellValue) => cellLines(value).join('\n');

/** Words from short lists, or repeated from risk to risk: a changed cell often says what another said. */
const repeated: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'stepId',
  'category',
  'grade',
  'postLevel',
  'department',
  'posts',
  'penalties',
]);
/** Not taken over, so that nothing comes of their order. */
const ignored: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['id', 'base', 'stepName']);

/** Equal values stand together, as after sorting by whatever alphabet. */
function isGrouped(values: readonly string[]): boolean {
  const runs = values.filter((value, i) => i === 0 || value !== values[i - 1]);
  return new Set(runs).size === runs.length;
}

const isSameStock = (a: readonly string[], b: readonly string[]) =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** How many cells of a column hold what another row of it held, which itself has lost it. */
function movedCells(was: readonly string[], now: readonly string[]): number {
  const changed = now.flatMap((value, i) => (value === was[i] ? [] : [i]));
  const lost = new Set(changed.map((i) => was[i] ?? '').filter((value) => value !== ''));
  return changed.filter((i) => lost.has(now[i] ?? '')).length;
}

function isTorn(key: ColumnKey, was: readonly string[], now: readonly string[]): boolean {
  const moved = movedCells(was, now);
  if (moved < fewestMoved) return false;
  return !repeated.has(key) || (isSameStock(was, now) && isGrouped(now));
}

/** Rows whose checksum is that of another risk: its column and the ids have parted. */
function strayStates(known: readonly KnownRow[]): KnownRow[] {
  const states = new Map(known.map(({ placed }) => [riskState(placed), placed.risk.id]));
  return known.filter(({ row, placed }) => {
    const owner = states.get(cellCode(row.cells.get('base')));
    return owner !== undefined && owner !== placed.risk.id;
  });
}

const remedy = '撤销那次排序（或者重新导出），要排序就先选中整张表';

function tornIds(known: readonly KnownRow[], others: readonly ColumnKey[]): TornFault | undefined {
  const stray = strayStates(known);
  const [first] = stray;
  const isChanged = stray.some(({ row, placed }) => {
    const cells = riskCells(placed);
    return others.some((key) => row.cells.has(key) && folded(row.cells.get(key)) !== cells[key]);
  });
  if (!first || !isChanged || stray.length < 2) return undefined;
  return {
    row: first.row.number,
    key: 'id',
    text: `从这一行起有 ${stray.length} 行的编号和校验码对不上，多半是${columnTitle('id')}或者${columnTitle('base')}一列没有跟着别的列一起排序；${remedy}`,
  };
}

/**
 * Finds the columns of a sheet that were sorted, or shifted, without the others.
 * @param risks of the wall, by id.
 */
export function tornColumns(table: RiskTable, risks: ReadonlyMap<string, PlacedRisk>): TornFault[] {
  const known = table.rows.flatMap((row): KnownRow[] => {
    const placed = risks.get(cellId(row.cells.get('id')));
    return placed ? [{ row, placed }] : [];
  });
  const keys = columns.map(({ key }) => key).filter((key) => !ignored.has(key));
  const ids = tornIds(known, keys);
  if (ids) return [ids];
  const torn = keys.flatMap((key): TornFault[] => {
    if (!table.letters.has(key)) return [];
    const was = known.map(({ placed }) => folded(riskCells(placed)[key]));
    const now = known.map(({ row }) => folded(row.cells.get(key)));
    if (!isTorn(key, was, now)) return [];
    const first = known[now.findIndex((value, i) => value !== was[i])]?.row.number ?? 0;
    return [
      {
        row: first,
        key,
        text: `${columnTitle(key)}这一列有 ${movedCells(was, now)} 格是别的行原来的内容，多半是这一列单独排过序或者错了行；${remedy}`,
      },
    ];
  });
  const [one] = torn;
  if (!one || torn.length === 1) return torn;
  // Many columns that moved alike are one fault: the rest of the table stayed behind.
  const names = torn.map(({ key }) => columnTitle(key)).join('、');
  return [
    {
      ...one,
      text: `${names}这 ${torn.length} 列里有许多格是别的行原来的内容，多半是排序时没有选上${columnTitle('id')}一列；${remedy}`,
    },
  ];
}
