import { gradeEntries } from '../vocabulary.ts';
import { registerColumns, type RegisterColumn, type RegisterRow } from './rows.ts';

/** The register as a table on paper (汇总表): which columns, how wide, which cells are merged. */

/** Columns of the table that units file, as the published ones have them, with the numbers of this site. */
const officialKeys = [
  'wall',
  'step',
  'id',
  'title',
  'manifestation',
  'category',
  'grade',
  'controls',
  'department',
  'post',
  'leader',
] as const;

/** Shares of the width: on paper a name may break, so its column is narrower than in Excel. */
const paperWidths: Readonly<Record<string, number>> = {
  wall: 9,
  step: 10,
  id: 8,
  title: 12,
  category: 9.5,
  grade: 8,
  level: 5,
  department: 9,
  post: 10,
  leader: 9,
  manifestation: 31,
  controls: 57,
};

/** Cells of one column are merged downwards while this stays the same. */
const sameWhile: Readonly<Record<string, (row: RegisterRow) => string>> = {
  wall: ({ wall }) => wall,
  step: ({ step }) => step,
  basis: ({ step }) => step,
  department: ({ wall, department }) => `${wall} ${department}`,
};

export const paperWidth = ({ key, width }: RegisterColumn): number => paperWidths[key] ?? width;

/**
 * The columns of 汇总表 in their order.
 * @param rows what is printed: where they are all of one wall, the line under the title names it, and
 *   its column would only take room from the others.
 */
export const officialColumns = (rows: readonly RegisterRow[]): RegisterColumn[] =>
  officialKeys.flatMap((key) =>
    key === 'wall' && new Set(rows.map(({ wall }) => wall)).size === 1
      ? []
      : (registerColumns.find((column) => column.key === key) ?? []),
  );

/** Columns that a reader has chosen, those with merged names first: that is how a table is read. */
export const onPaper = (columns: readonly RegisterColumn[]): RegisterColumn[] => {
  const leads = ({ key }: RegisterColumn) => key === 'wall' || key === 'step';
  return [...columns.filter(leads), ...columns.filter((column) => !leads(column))];
};

/** What stands in a cell; 人员素质风险 breaks between its words. */
export function paperText(column: RegisterColumn, row: RegisterRow): string {
  if (column.key === 'grade') return `${gradeEntries[row.grade].mark}${row.grade}`;
  if (column.key === 'category') return row.category.replace(/风险$/, '\n风险');
  return column.text(row);
}

/** What the cells of a column are merged by; undefined where they are not. */
export const sameOf = ({ key }: RegisterColumn): ((row: RegisterRow) => string) | undefined =>
  sameWhile[key];
