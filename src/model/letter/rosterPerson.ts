import { postLevels, type PostLevel } from '../vocabulary.ts';
import type { ListedPost, PostList } from '../post/postList.ts';
import { matchPost, type PostMatch } from './matchPost.ts';
import { copyCounts, type CopyCount } from './letterWords.ts';
import type { RosterField } from './rosterHead.ts';

/** One person of a roster, as read from a table. */
export interface RosterPerson {
  /** Row in the file, counted from 1 as spreadsheets show it. */
  readonly row: number;
  readonly name: string;
  readonly department: string;
  readonly post: string;
  readonly postLevel: PostLevel;
  /** The post of the catalogue that was meant; without it only what everybody promises is printed. */
  readonly matched: ListedPost | undefined;
  /** Posts to choose from where none was found, those that were perhaps meant first. */
  readonly nearest: readonly ListedPost[];
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

export interface RosterContext {
  readonly posts: PostList;
  /** Posts that were chosen by hand for a row, by ref. */
  readonly choices: ReadonlyMap<number, string>;
  readonly departments: readonly string[];
  readonly walls: readonly { readonly id: string; readonly name: string }[];
  /** Whether an empty department takes the one above it, as merged cells mean it. */
  readonly fillsDown: boolean;
}

/** A row of the table under its head. */
export interface RosterRow {
  readonly row: number;
  /** Text of the cell under a head; empty when the table has no such column. */
  readonly value: (field: RosterField) => string;
  readonly hasColumn: (field: RosterField) => boolean;
}

/** What is said of one row, beside the value that was read from it. */
type Say = (text: string) => void;

/** 领导、中层 or 普通 from the words that rosters use. */
function levelOf(text: string): PostLevel | undefined {
  const exact = postLevels.find((level) => text.startsWith(level));
  if (exact) return exact;
  if (/[局厅院]领导|班子|局长|书记|党委委员|总工/.test(text)) return '领导';
  if (/处长|科长|主任|所长|队长|支队长|负责人|正科|副科|正处|副处/.test(text)) return '中层';
  if (/科员|办事员|工作人员|职工|一般|聘用/.test(text)) return '普通';
  return undefined;
}

function readPostLevel({ value }: RosterRow, matched: ListedPost | undefined, say: Say): PostLevel {
  const written = value('postLevel');
  const level =
    levelOf(written) ?? (written ? undefined : (matched?.level ?? levelOf(value('post'))));
  if (matched && level && level !== matched.level) {
    say(`名册写的是${level}岗位，“${matched.name}”是${matched.level}岗位，照名册印。`);
  }
  if (level) return level;
  say(
    written
      ? `岗位层级“${written}”看不懂，按普通岗位印。写“领导”“中层”或“普通”。`
      : '没有写岗位层级，按普通岗位印。',
  );
  return '普通';
}

function readDepartment(
  { value, hasColumn }: RosterRow,
  { fillsDown, departments }: RosterContext,
  above: string,
  say: Say,
): string {
  const written = value('department');
  const department = written || (fillsDown ? above : '');
  if (!written && department) {
    say(`处室空着，沿用了上一行的“${department}”。`);
  } else if (!department && hasColumn('department')) {
    say('处室空着，信上留空。合并的单元格只有第一行有字：可以勾选“空着的处室沿用上一行”。');
  }
  if (department && !departments.includes(department)) {
    say(`“${department}”不在防控墙的处室名单里，信照印，但找不到这个处室的风险点。`);
  }
  return department;
}

/** The post of the catalogue: chosen by hand, or found by its name; else said, with what to choose. */
function readPost(
  { row, value }: RosterRow,
  department: string,
  { posts, choices, departments }: RosterContext,
  say: Say,
): Pick<PostMatch, 'post' | 'nearest'> {
  const written = value('post');
  const match = matchPost(posts, departments.includes(department) ? department : '', written);
  const ref = choices.get(row);
  const chosen = posts.flatMap((one) => one.posts).find((post) => post.ref === ref);
  if (chosen) return { post: chosen, nearest: match.nearest };
  if (match.post || posts.length === 0) return match;
  const names = match.nearest
    .slice(0, match.alikeCount)
    .map(({ name }) => name)
    .join('、');
  const what = written ? `“${written}”不在${department || '各处室'}的岗位目录里` : '没有写岗位';
  say(
    `${what}，只印人人都有的几条。${names ? `相近的有：${names}。` : ''}在“岗位”一栏选定就印本岗位的承诺。`,
  );
  return match;
}

/** Nobody signs against himself. */
function readSupervisor(row: RosterRow, say: Say): string {
  const supervisor = row.value('supervisor');
  const isSelf = supervisor !== '' && [nameOf(row), row.value('post')].includes(supervisor);
  if (isSelf) say(`监督人“${supervisor}”就是本人，改按本单位的规定印。`);
  return isSelf ? '' : supervisor;
}

function readWalls({ value }: RosterRow, { walls }: RosterContext, say: Say): readonly string[] {
  const ids: string[] = [];
  const unknown: string[] = [];
  for (const part of value('walls')
    .split(/[、，,;；\s/]+/)
    .filter(Boolean)) {
    const number = /^(?:w|第)?(\d{1,3})(?:号|面|墙)?$/i.exec(part)?.[1];
    const id = number === undefined ? undefined : `w${number.padStart(2, '0')}`;
    const wall = walls.find((one) => one.id === id || one.name === part);
    if (wall) ids.push(wall.id);
    else unknown.push(part);
  }
  if (unknown.length > 0) {
    say(`没有这几面墙：${unknown.join('、')}。写墙号（如 01）或权力事项全名。`);
  }
  return [...new Set(ids)];
}

function readCopies({ value }: RosterRow, say: Say): CopyCount | undefined {
  const written = value('copies').replace(/[份式一]/g, '');
  const copies = copyCounts.find((count) => String(count) === written);
  if (written && copies === undefined) {
    say(`份数“${value('copies')}”不是 2、3、4，按样板的份数印。`);
  }
  return copies;
}

/** A name without the spaces that align it, its dots all of one kind. */
export function nameOf({ value }: RosterRow): string {
  return value('name')
    .replace(/\s+/g, '')
    .replace(/[•．.]/g, '·');
}

const namePattern = /^[\p{Script=Han}A-Za-z·•．.\s]{2,30}$/u;
const formulaError = /^#(?:REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM)/i;

/** Why a row cannot be read as a person; undefined when it can. */
export function nameFault(row: RosterRow): string | undefined {
  const name = nameOf(row);
  if (!name) return '没有姓名，这一行没有读。合计、备注这样的行可以不管。';
  if (formulaError.test(name) || name.startsWith('=')) {
    return `姓名是算不出来的公式（${name}），请改成文字。`;
  }
  return namePattern.test(row.value('name')) ? undefined : `“${name}”不像姓名，请看是不是串了列。`;
}

/**
 * Reads a row that has a name. Nothing is guessed silently: what was taken over or could not be
 * understood is said.
 * @param above the department of the rows above.
 */
export function readPerson(
  row: RosterRow,
  context: RosterContext,
  above: string,
  say: Say,
): RosterPerson {
  const department = readDepartment(row, context, above, say);
  const { post, nearest } = readPost(row, department, context, say);
  return {
    row: row.row,
    name: nameOf(row),
    department,
    // The post as the roster calls it stands in the letter: 副局长 for 分管领导.
    post: row.value('post') || (post?.name ?? ''),
    postLevel: readPostLevel(row, post, say),
    matched: post,
    nearest,
    supervisor: readSupervisor(row, say),
    period: row.value('period'),
    walls: readWalls(row, context, say),
    copies: readCopies(row, say),
  };
}
