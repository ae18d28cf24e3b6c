import { columnLetter } from '../sheet/address.ts';
import {
  cellText,
  findHeads,
  rosterFields,
  type HeadColumn,
  type RosterField,
  type RosterSheet,
  type TableHead,
} from './rosterHead.ts';
import { matchDepartment } from './rosterDepartment.ts';

/** People of a table who stand under one column of names. */
export interface RosterBlock {
  readonly columns: ReadonlyMap<RosterField, number>;
}

/** A table on a sheet: its head, and the rows down to the next head. */
export interface RosterSection {
  readonly from: number;
  /** The first row that is no more of it. */
  readonly to: number;
  readonly blocks: readonly RosterBlock[];
  /** Names of the columns that hold something and were not used. */
  readonly unused: readonly string[];
}

/** Under these the names are those of somebody else. */
const otherPeople = /家属|配偶|子女|父母|联系人|监督|分管|领导|审核|填表|见证|介绍|证明|推荐|谈话/;

const isName = ({ match }: HeadColumn) => match?.field === 'name';

/** Columns of the names of those who promise: one, or one for each block of people. */
function nameColumns({ columns }: TableHead): HeadColumn[] {
  const names = columns.filter((one) => isName(one) && !otherPeople.test(one.above));
  const best = Math.min(...names.map(({ match }) => match?.rank ?? Infinity));
  return names.filter(({ match }) => match?.rank === best);
}

/** How many cells of a column name a department of the bureau. */
function departmentsIn(
  { rows }: RosterSheet,
  [from, to]: readonly [number, number],
  column: number,
  departments: readonly string[],
): number {
  return rows.slice(from, to).filter((row) => {
    const text = cellText(row[column]);
    return text !== '' && matchDepartment(text, departments).isKnown;
  }).length;
}

/** The best column for a field: for departments the one that names them, then the best head. */
function bestColumn(
  candidates: readonly HeadColumn[],
  field: RosterField,
  known: (column: number) => number,
): number | undefined {
  const [best] = [...candidates].sort((a, b) => {
    const byContent = field === 'department' ? known(b.column) - known(a.column) : 0;
    return byContent || (a.match?.rank ?? 0) - (b.match?.rank ?? 0) || a.column - b.column;
  });
  return best?.column;
}

/** Where each block begins: left of its name as far as the columns repeat those of the first block. */
function blockStarts({ columns }: TableHead, names: readonly HeadColumn[]): number[] {
  const [first] = names;
  return names.map(({ column: name }, block) => {
    if (block === 0 || !first) return 0;
    const before = names[block - 1]?.column ?? 0;
    let start = name;
    while (start - 1 > before) {
      const label = columns[start - 1]?.label ?? '';
      const twin = columns[first.column - (name - start + 1)]?.label;
      if (label === '' || label !== twin) break;
      start -= 1;
    }
    return start;
  });
}

/**
 * The columns of a field that may be meant in a block. Those of which every block has as many go by
 * their order; a single one left of all names holds for all blocks; else it is where they lie.
 */
function candidatesOf(
  block: number,
  starts: readonly number[],
  firstName: number,
  own: readonly HeadColumn[],
): readonly HeadColumn[] {
  const each = own.length / starts.length;
  if (Number.isInteger(each)) return own.slice(block * each, (block + 1) * each);
  const from = starts[block] ?? 0;
  const to = starts[block + 1] ?? Infinity;
  return own.filter(
    ({ column }) => (column >= from && column < to) || (own.length === 1 && column < firstName),
  );
}

function sectionOf(
  sheet: RosterSheet,
  head: TableHead,
  to: number,
  departments: readonly string[],
): RosterSection {
  const from = head.bottom + 1;
  const names = nameColumns(head);
  const starts = blockStarts(head, names);
  const firstName = names[0]?.column ?? 0;
  const known = (column: number) => departmentsIn(sheet, [from, to], column, departments);
  const blocks = names.map((name, i): RosterBlock => {
    const columns = new Map<RosterField, number>([['name', name.column]]);
    for (const field of rosterFields) {
      if (field === 'name') continue;
      const own = head.columns.filter(({ match }) => match?.field === field);
      const column = bestColumn(candidatesOf(i, starts, firstName, own), field, known);
      if (column !== undefined) columns.set(field, column);
    }
    // What says both is only read where nothing says it alone.
    if (columns.has('department') && columns.has('post')) columns.delete('placeAndPost');
    return { columns };
  });
  const used = new Set(blocks.flatMap(({ columns }) => [...columns.values()]));
  const body = sheet.rows.slice(from, to);
  const width = Math.max(0, ...body.map(({ length }) => length));
  const unused = Array.from({ length: width }, (_, column) => {
    if (used.has(column) || !body.some((row) => cellText(row[column]) !== '')) return '';
    const label = head.columns[column]?.label ?? '';
    return label === '' ? `${columnLetter(column)} 列（没有表头）` : label;
  });
  return {
    from,
    to,
    blocks,
    unused: unused.filter((label) => label && !/^(?:序号|编号)$/.test(label)),
  };
}

/** The tables of a roster on a sheet, one below the other; none when it has no column of names. */
export function rosterSections(
  sheet: RosterSheet,
  departments: readonly string[],
): RosterSection[] {
  const heads = findHeads(sheet).filter((head) => nameColumns(head).length > 0);
  return heads.map((head, i) =>
    sectionOf(sheet, head, heads[i + 1]?.top ?? sheet.rows.length, departments),
  );
}
