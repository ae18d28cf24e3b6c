import type { CellRange } from '../sheet/address.ts';
import type { CellValue } from '../sheet/cellValue.ts';
import type { WorkbookSheet } from '../sheet/readXlsx.ts';

/** A cell as the readers of files give it. */
export type Cell = CellValue;

/** A sheet of the file that was chosen; a text file is one sheet without a name. */
export interface RosterSheet extends WorkbookSheet {
  /** What the reader of the file could not make sense of. */
  readonly remarks?: readonly string[];
}

/** Heads that are understood, in any order; of several the one that stands first here wins. */
export const rosterHeads = {
  name: ['姓名', '名字', '人员姓名', '职工姓名', '干部姓名', '员工姓名', '承诺人姓名', '承诺人'],
  department: [
    ...['处室', '处室名称', '所在处室', '所属处室', '工作处室', '内设机构', '处室单位', '单位处室'],
    ...[
      '处室部门',
      '部门处室',
      '处科室',
      '科室',
      '所在科室',
      '科室名称',
      '股室',
      '部门',
      '所在部门',
    ],
    ...[
      '所属部门',
      '部门名称',
      '工作部门',
      '部门单位',
      '单位部门',
      '科室单位',
      '所在单位',
      '工作单位',
    ],
    ...['单位名称', '单位'],
  ],
  placeAndPost: [
    ...[
      '单位及职务',
      '单位职务',
      '处室及职务',
      '处室职务',
      '部门及职务',
      '部门职务',
      '工作单位及职务',
    ],
    ...['所在单位及职务', '单位和职务', '单位及岗位', '处室岗位', '处室及岗位', '部门岗位'],
  ],
  postLevel: ['岗位层级', '层级', '岗位级别', '人员类别', '岗位类别', '级别'],
  post: [
    ...['岗位', '岗位名称', '工作岗位', '所在岗位', '岗位职务', '职务岗位', '职务', '职务名称'],
    ...['现任职务', '担任职务', '行政职务', '职务职级', '现任职务职级'],
  ],
  supervisor: ['监督人', '监督人姓名', '监督领导', '分管领导', '分管领导姓名'],
  period: ['承诺期限', '期限', '起止时间', '承诺时间'],
  walls: ['防控墙', '权力事项', '事项', '墙号'],
  copies: ['份数', '一式几份'],
} as const;
export type RosterField = keyof typeof rosterHeads;
export const rosterFields = Object.keys(rosterHeads) as RosterField[];

/** Above the head there may be a title and who made the table. */
export const headSearchRows = 30;
const deepestHead = 3;

/** A cell as text on one line. */
export function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    return `${cell.getUTCFullYear()}年${cell.getUTCMonth() + 1}月${cell.getUTCDate()}日`;
  }
  return String(cell)
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Heads are compared without spaces, signs and what stands in brackets for the one who fills in. */
function plainHeads(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/[\s:*＊·、/和与]/g, '');
  const whole = plain.replace(/[()[\]【】〔〕]/g, '');
  const outside = plain.replace(/[([【〔](?:必填|选填|全称|简称|请?填.*|下拉.*)[)\]】〕]/g, '');
  return [whole, outside.replace(/[()[\]【】〔〕]/g, '')];
}

interface HeadMatch {
  readonly field: RosterField;
  /** 0 is the best name for the field. */
  readonly rank: number;
}

const matches = new Map<string, HeadMatch>(
  rosterFields.flatMap((field) =>
    rosterHeads[field].map((name, rank): [string, HeadMatch] => [name, { field, rank }]),
  ),
);

export function headMatch(text: string): HeadMatch | undefined {
  for (const plain of plainHeads(text)) {
    const found = matches.get(plain) ?? matches.get(plain.replace(/和|与/g, ''));
    if (found) return found;
  }
  return undefined;
}

/** The range of merged cells that a cell belongs to. */
export const mergeAt = (merges: readonly CellRange[], row: number, column: number) =>
  merges.find(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right,
  );

/** A column of a head that may stand in several rows. */
export interface HeadColumn {
  readonly column: number;
  /** What it is called, all rows together. */
  readonly label: string;
  readonly match: HeadMatch | undefined;
  /** What stands above its own name: 家属 above 姓名. */
  readonly above: string;
}

export interface TableHead {
  readonly top: number;
  readonly bottom: number;
  readonly columns: readonly HeadColumn[];
}

type Grid = Pick<RosterSheet, 'rows' | 'merges'>;

const textAt = ({ rows }: Grid, row: number, column: number) => cellText(rows[row]?.[column]);

/** Texts above a column, each merged cell once, from the top down. */
function textsOver(grid: Grid, top: number, bottom: number, column: number): string[] {
  const texts: string[] = [];
  let before: CellRange | undefined;
  for (let row = top; row <= bottom; row += 1) {
    const merge = mergeAt(grid.merges, row, column);
    if (merge && merge === before) continue;
    before = merge;
    const text = merge ? textAt(grid, merge.top, merge.left) : textAt(grid, row, column);
    if (text !== '') texts.push(text);
  }
  return texts;
}

function headColumn(grid: Grid, top: number, bottom: number, column: number): HeadColumn {
  const texts = textsOver(grid, top, bottom, column);
  // 岗位 above 层级 is 岗位层级; else what stands lowest is the name.
  const joined = texts.map((_, i) => texts.slice(i).join(''));
  const name = joined.find((text) => headMatch(text));
  return {
    column,
    label: texts.join(''),
    match: name === undefined ? undefined : headMatch(name),
    above: name === undefined ? '' : texts.join('').slice(0, -name.length),
  };
}

const isNameHead = (text: string) => headMatch(text)?.field === 'name';

/** Whether the row under a head is a part of it: cells are merged into it, or it names the columns. */
function goesOnBelow(
  grid: Grid,
  top: number,
  row: number,
  nameColumns: readonly number[],
): boolean {
  const isMerged = nameColumns.some((column) => {
    const merge = mergeAt(grid.merges, row, column);
    return merge !== undefined && merge.top < row && merge.top >= top;
  });
  if (isMerged) return true;
  const cells = grid.rows[row] ?? [];
  return (
    nameColumns.every((column) => cellText(cells[column]) === '') &&
    cells.some((cell, column) => {
      const text = cellText(cell);
      const over = textAt(grid, row - 1, column);
      return text !== '' && (headMatch(text) ?? headMatch(over + text)) !== undefined;
    })
  );
}

/** Whether the row above is a part of the head: it reaches down into it, or groups its columns. */
function goesOnAbove(grid: Grid, at: number): boolean {
  const cells = grid.rows[at - 1] ?? [];
  const filled = cells.flatMap((cell, column) => (cellText(cell) === '' ? [] : [column]));
  return filled.some((column) => {
    const merge = mergeAt(grid.merges, at - 1, column);
    if (merge) return merge.bottom >= at || (merge.right > merge.left && filled.length > 1);
    const below = textAt(grid, at, column);
    const text = textAt(grid, at - 1, column);
    return headMatch(below === '' ? text : text + below) !== undefined;
  });
}

/** The head around a row in which a column of names begins. */
function headAt(grid: Grid, at: number): TableHead {
  const cells = grid.rows[at] ?? [];
  const nameColumns = cells.flatMap((cell, column) => (isNameHead(cellText(cell)) ? [column] : []));
  let bottom = at;
  while (bottom - at < deepestHead - 1 && goesOnBelow(grid, at, bottom + 1, nameColumns))
    bottom += 1;
  const top = at > 0 && goesOnAbove(grid, at) ? at - 1 : at;
  const width = Math.max(
    ...grid.rows.slice(top, bottom + 1).map(({ length }) => length),
    ...grid.merges
      .filter((merge) => merge.top >= top && merge.bottom <= bottom)
      .map(({ right }) => right + 1),
  );
  const columns = Array.from({ length: width }, (_, i) => headColumn(grid, top, bottom, i));
  return { top, bottom, columns };
}

/**
 * The heads of all tables that stand under each other on a sheet: rows with a column of names.
 * @returns none when the first rows hold none.
 */
export function findHeads(grid: Grid): TableHead[] {
  const heads: TableHead[] = [];
  for (let row = 0; row < grid.rows.length; row += 1) {
    if (heads.length === 0 && row >= headSearchRows) return [];
    const cells = (grid.rows[row] ?? []).map(cellText);
    if (!cells.some(isNameHead)) continue;
    // Further down a lone 姓名 is somebody's note; a head has other columns too.
    if (heads.length > 0 && cells.filter((cell) => headMatch(cell)).length < 2) continue;
    const head = headAt(grid, row);
    heads.push(head);
    row = head.bottom;
  }
  return heads;
}
