/** A cell as the readers of files give it. */
export type Cell = string | number | boolean | Date | null | undefined;

/** Heads that are understood, in any order; the first is the one in the sample. */
export const rosterHeads = {
  name: ['姓名', '名字', '承诺人', '人员姓名'],
  department: ['处室', '部门', '科室', '单位', '所在处室', '所在部门', '内设机构'],
  postLevel: ['岗位层级', '层级', '岗位级别', '人员类别', '级别'],
  post: ['岗位', '职务', '岗位名称', '职务岗位', '现任职务'],
  supervisor: ['监督人', '监督领导', '分管领导'],
  period: ['承诺期限', '期限', '起止时间', '承诺时间'],
  walls: ['防控墙', '权力事项', '事项', '墙号'],
  copies: ['份数', '一式几份'],
} as const;
export type RosterField = keyof typeof rosterHeads;
const fields = Object.keys(rosterHeads) as RosterField[];

/** Above the head there may be a title and who made the table. */
export const headSearchRows = 15;

/** A cell as text: spaces inside names such as `张　三` are for alignment and go. */
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

const plain = (text: string) => text.replace(/[\s（()）:：*＊]/g, '');

export interface RosterHead {
  /** Index of its row. */
  readonly at: number;
  readonly columns: ReadonlyMap<RosterField, number>;
}

/** The first row that has a column of names. */
export function findHead(rows: readonly (readonly Cell[])[]): RosterHead | undefined {
  for (let at = 0; at < Math.min(rows.length, headSearchRows); at += 1) {
    const heads = (rows[at] ?? []).map((cell) => plain(cellText(cell)));
    const columns = new Map<RosterField, number>();
    for (const field of fields) {
      const column = heads.findIndex((head) =>
        rosterHeads[field].some(
          (name) => head === name || (field === 'name' && head === `${name}必填`),
        ),
      );
      if (column >= 0) columns.set(field, column);
    }
    if (columns.has('name')) return { at, columns };
  }
  return undefined;
}
