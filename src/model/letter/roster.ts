import { copyCounts, type CopyCount } from './letterWords.ts';
import { postLevels, type PostLevel } from '../vocabulary.ts';

/** One person of a roster, as read from a table. */
export interface RosterPerson {
  /** Row in the file, counted from 1 as spreadsheets show it. */
  readonly row: number;
  readonly name: string;
  readonly department: string;
  readonly post: string;
  readonly postLevel: PostLevel;
  readonly supervisor: string;
  readonly period: string;
  /** Wall ids. */
  readonly walls: readonly string[];
  readonly copies: CopyCount | undefined;
}

export interface RosterNote {
  readonly row: number;
  /** A fault keeps the row out; a notice only asks for a look. */
  readonly severity: 'fault' | 'notice';
  readonly text: string;
}

export interface Roster {
  readonly people: readonly RosterPerson[];
  readonly notes: readonly RosterNote[];
  /** Why nothing could be read at all. */
  readonly fault?: string;
}

export interface RosterContext {
  readonly departments: readonly string[];
  readonly walls: readonly { readonly id: string; readonly name: string }[];
  /** Whether an empty department takes the one above it, as merged cells mean it. */
  readonly fillsDown: boolean;
}

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
type Field = keyof typeof rosterHeads;
const fields = Object.keys(rosterHeads) as Field[];

/** More people than this are printed in several runs. */
export const largestRoster = 1000;
const headSearchRows = 15;

/** A cell as text: spaces inside names such as `张　三` are for alignment and go. */
function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    return `${cell.getUTCFullYear()}年${cell.getUTCMonth() + 1}月${cell.getUTCDate()}日`;
  }
  return String(cell)
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const fold = (text: string) => text.replace(/[\s（()）:：*＊]/g, '');

function findHead(rows: readonly (readonly Cell[])[]):
  | {
      readonly at: number;
      readonly columns: ReadonlyMap<Field, number>;
    }
  | undefined {
  for (let at = 0; at < Math.min(rows.length, headSearchRows); at += 1) {
    const heads = (rows[at] ?? []).map((cell) => fold(cellText(cell)));
    const columns = new Map<Field, number>();
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

/** 领导、中层 or 普通 from the words that rosters use. */
function levelOf(text: string): PostLevel | undefined {
  const exact = postLevels.find((level) => text.startsWith(level));
  if (exact) return exact;
  if (/局领导|班子|局长|书记|党委委员|总工/.test(text)) return '领导';
  if (/处长|科长|主任|所长|队长|支队长|负责人|正科|副科|正处|副处/.test(text)) return '中层';
  if (/科员|办事员|工作人员|职工|一般|聘用/.test(text)) return '普通';
  return undefined;
}

interface Walls {
  readonly ids: readonly string[];
  readonly unknown: readonly string[];
}

function wallsOf(text: string, context: RosterContext): Walls {
  const parts = text.split(/[、，,;；\s/]+/).filter(Boolean);
  const ids: string[] = [];
  const unknown: string[] = [];
  for (const part of parts) {
    const number = /^(?:w|第)?(\d{1,3})(?:号|面|墙)?$/i.exec(part)?.[1];
    const id = number === undefined ? undefined : `w${number.padStart(2, '0')}`;
    const wall = context.walls.find((one) => one.id === id || one.name === part);
    if (wall) ids.push(wall.id);
    else unknown.push(part);
  }
  return { ids: [...new Set(ids)], unknown };
}

const namePattern = /^[\p{Script=Han}A-Za-z·•．.\s]{2,30}$/u;

function isFormulaError(text: string): boolean {
  return /^#(?:REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM)/i.test(text);
}

/**
 * Reads a roster from the rows of a table. Nothing is guessed silently: what was taken over or could
 * not be understood is noted by row.
 */
export function readRoster(rows: readonly (readonly Cell[])[], context: RosterContext): Roster {
  const filledRows = rows.filter((row) => row.some((cell) => cellText(cell)));
  if (filledRows.length === 0) return { people: [], notes: [], fault: '表里没有内容。' };
  const head = findHead(rows);
  if (!head) {
    return {
      people: [],
      notes: [],
      fault: `前 ${headSearchRows} 行里没有找到“姓名”这一列。表头至少要有“姓名”，最好还有“处室”“岗位”“岗位层级”；可以先下载样表照着填。`,
    };
  }
  const { at, columns } = head;
  const notes: RosterNote[] = [];
  const people: RosterPerson[] = [];
  const seen = new Map<string, { readonly department: string; readonly row: number }[]>();
  let lastDepartment = '';
  let hasTooMany = false;
  for (let i = at + 1; i < rows.length; i += 1) {
    const cells = rows[i] ?? [];
    const value = (field: Field) => {
      const column = columns.get(field);
      return column === undefined ? '' : cellText(cells[column]);
    };
    if (!cells.some((cell) => cellText(cell))) continue;
    const row = i + 1;
    const note = (severity: RosterNote['severity'], text: string) =>
      notes.push({ row, severity, text });
    const name = value('name')
      .replace(/\s+/g, '')
      .replace(/[•．.]/g, '·');
    if (!name) {
      note('fault', '没有姓名，这一行没有读。合计、备注这样的行可以不管。');
      continue;
    }
    if (isFormulaError(name) || name.startsWith('=')) {
      note('fault', `姓名是算不出来的公式（${name}），请改成文字。`);
      continue;
    }
    if (!namePattern.test(value('name'))) {
      note('fault', `“${name}”不像姓名，请看是不是串了列。`);
      continue;
    }
    if (people.length >= largestRoster) {
      hasTooMany = true;
      break;
    }
    let department = value('department');
    if (!department && context.fillsDown && lastDepartment) {
      department = lastDepartment;
      note('notice', `处室空着，沿用了上一行的“${department}”。`);
    } else if (!department && columns.has('department')) {
      note(
        'notice',
        '处室空着，信上留空。合并的单元格只有第一行有字：可以勾选“空着的处室沿用上一行”。',
      );
    }
    lastDepartment = department || lastDepartment;
    if (department && !context.departments.includes(department)) {
      note('notice', `“${department}”不在防控墙的处室名单里，信照印，但找不到这个处室的风险点。`);
    }
    const levelText = value('postLevel');
    const level = levelOf(levelText) ?? (levelText ? undefined : levelOf(value('post')));
    if (!level) {
      note(
        'notice',
        levelText
          ? `岗位层级“${levelText}”看不懂，按普通岗位印。写“领导”“中层”或“普通”。`
          : '没有写岗位层级，按普通岗位印。',
      );
    }
    const walls = wallsOf(value('walls'), context);
    if (walls.unknown.length > 0) {
      note('notice', `没有这几面墙：${walls.unknown.join('、')}。写墙号（如 01）或权力事项全名。`);
    }
    const copiesText = value('copies').replace(/[份式一]/g, '');
    const copies = copyCounts.find((count) => String(count) === copiesText);
    if (copiesText && copies === undefined) {
      note('notice', `份数“${value('copies')}”不是 2、3、4，按样板的份数印。`);
    }
    const namesakes = seen.get(name) ?? [];
    const twin = namesakes.find((one) => one.department === department);
    if (twin) {
      note('notice', `和第 ${twin.row} 行同名同处室，看看是不是重复；确实是两个人就都印。`);
    } else if (namesakes[0]) {
      note('notice', `和第 ${namesakes[0].row} 行同名，处室不同，按两个人各印一份。`);
    }
    seen.set(name, [...namesakes, { department, row }]);
    people.push({
      row,
      name,
      department,
      post: value('post'),
      postLevel: level ?? '普通',
      supervisor: value('supervisor'),
      period: value('period'),
      walls: walls.ids,
      copies,
    });
  }
  if (hasTooMany) {
    notes.push({
      row: rows.length,
      severity: 'fault',
      text: `一次最多印 ${largestRoster} 人，后面的没有读。请把名册分成几份。`,
    });
  }
  if (people.length === 0) {
    return { people, notes, fault: '表头找到了，下面没有一行能读出姓名。' };
  }
  return { people, notes };
}

/**
 * A sample to download: the heads, and rows that show the forms.
 * @param known the bureau's own departments and walls, so that the sample can be read back at once.
 */
export function rosterSample({
  departments,
  walls,
}: Pick<RosterContext, 'departments' | 'walls'>): string[][] {
  const [first = '', second = first] = departments;
  const someWalls = walls.slice(0, 2).map(({ id }) => id.slice(1));
  return [
    ['姓名', '处室', '岗位', '岗位层级', '监督人', '防控墙', '份数'],
    ['示例甲', first, '处室负责人', '中层', '分管领导', someWalls.join('、'), '2'],
    ['示例乙', second, '经办人', '普通', '处室负责人', '', '2'],
  ];
}
