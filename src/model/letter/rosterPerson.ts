import type { PostLevel } from '../vocabulary.ts';
import type { ListedPost, PostList } from '../post/postList.ts';
import { matchPost, type PostMatch } from './matchPost.ts';
import { copyCounts, type CopyCount } from './letterWords.ts';
import { readName, type ReadName } from './personName.ts';
import { levelOfTitle, levelOfWord, withoutRank } from './rank.ts';
import { matchDepartment, plainPlace } from './rosterDepartment.ts';
import type { RosterField } from './rosterHead.ts';
import type { RosterEdits, RosterRow } from './rosterRow.ts';

/** Where the level of a person comes from; what is not written down is a guess. */
export type LevelBasis = 'by hand' | 'roster' | 'catalogue' | 'title' | 'nothing';

/** One person of a roster, as read from a table. */
export interface RosterPerson extends Pick<RosterRow, 'id' | 'row' | 'place'> {
  readonly name: string;
  readonly department: string;
  /** As the roster writes it, where the bureau's list has no such department. */
  readonly unknownDepartment?: string;
  /** Departments that were perhaps meant. */
  readonly nearestDepartments: readonly string[];
  readonly post: string;
  readonly postLevel: PostLevel;
  readonly levelBasis: LevelBasis;
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

export interface RosterContext {
  readonly posts: PostList;
  /** What was put right by hand, by id of the row. */
  readonly edits: RosterEdits;
  readonly departments: readonly string[];
  readonly walls: readonly { readonly id: string; readonly name: string }[];
  /** Whether an empty department takes the one above it, as merged cells mean it. */
  readonly fillsDown: boolean;
}

/** What rows above say for those that say nothing of it. */
export interface RowsAbove {
  /** Of the last person. */
  readonly department: string;
  /** A line between the rows that holds nothing but a department. */
  readonly heading: string;
}

/** What is said of one row, beside the value that was read from it. */
type Say = (text: string) => void;

type Ranked = Pick<RosterPerson, 'postLevel' | 'levelBasis'>;

function readPostLevel(
  { value, edit }: RosterRow,
  written: string,
  matched: ListedPost | undefined,
  say: Say,
): Ranked {
  if (edit.postLevel) return { postLevel: edit.postLevel, levelBasis: 'by hand' };
  const word = value('postLevel');
  const level = word ? levelOfWord(word) : undefined;
  if (level) {
    if (matched && level !== matched.level) {
      say(`名册写的是${level}岗位，“${matched.name}”是${matched.level}岗位，照名册印。`);
    }
    return { postLevel: level, levelBasis: 'roster' };
  }
  if (word) say(`岗位层级“${word}”看不懂，写“领导”“中层”或“普通”，或者在“层级”一栏选定。`);
  if (matched) return { postLevel: matched.level, levelBasis: 'catalogue' };
  const guess = levelOfTitle(written);
  return guess
    ? { postLevel: guess, levelBasis: 'title' }
    : { postLevel: '普通', levelBasis: 'nothing' };
}

interface Place {
  readonly department: string;
  readonly unknownDepartment?: string;
  readonly nearestDepartments: readonly string[];
  readonly post: string;
}

/** 单位及职务 in one cell: the department that is named in it, and what follows. */
function splitPlace(text: string, departments: readonly string[]): readonly [string, string] {
  const plain = plainPlace(text);
  const named = departments
    .filter((one) => plain.includes(one))
    .sort((a, b) => b.length - a.length)[0];
  if (named === undefined) return ['', text];
  return [named, plain.slice(plain.indexOf(named) + named.length)];
}

function writtenPlace(row: RosterRow, context: RosterContext, say: Say): readonly [string, string] {
  const [place, post] = row.hasColumn('placeAndPost')
    ? splitPlace(row.value('placeAndPost'), context.departments)
    : ['', ''];
  const both = row.value('placeAndPost');
  if (both && !row.hasColumn('department')) {
    say(place ? `“${both}”读成“${place}”和“${post}”。` : `“${both}”里没有找到处室。`);
  }
  return [row.value('department') || place, row.value('post') || post];
}

function readPlace(row: RosterRow, context: RosterContext, above: RowsAbove, say: Say): Place {
  const { departments, fillsDown } = context;
  const [written, post] = writtenPlace(row, context, say);
  const { edit } = row;
  if (edit.department !== undefined) {
    const { nearest } = matchDepartment(written, departments);
    return { department: edit.department, nearestDepartments: nearest, post };
  }
  const filled = written || above.heading || (fillsDown ? above.department : '');
  if (!filled) {
    if (row.hasColumn('department')) {
      say('处室空着，信上留空。合并的单元格只有第一行有字：可以勾选“空着的处室沿用上一行”。');
    }
    return { department: '', nearestDepartments: [], post };
  }
  if (!written) {
    say(
      above.heading ? `处室照上面的小标题“${filled}”。` : `处室空着，沿用了上一行的“${filled}”。`,
    );
  }
  const { name, isKnown, nearest } = matchDepartment(filled, departments);
  if (isKnown) return { department: name, nearestDepartments: [], post };
  const perhaps = nearest.length > 0 ? `是不是“${nearest.join('”“')}”？` : '';
  say(`“${name}”不在处室名单里，没有这个处室的承诺。${perhaps}可以在“处室”一栏选。`);
  return { department: name, unknownDepartment: name, nearestDepartments: nearest, post };
}

/** Leaders are listed under a department of their own, and rosters under the one they look after. */
function matchLeader({ posts }: RosterContext, written: string): PostMatch['post'] {
  if (levelOfTitle(written) !== '领导') return undefined;
  const leaders = posts.filter(({ group }) => group === '局领导');
  return leaders.map(({ name }) => matchPost(posts, name, withoutRank(written)).post).find(Boolean);
}

/** The post of the catalogue: chosen by hand, or found by its name; else said, with what to choose. */
function readPost(
  { edit }: RosterRow,
  { department, post: written }: Place,
  context: RosterContext,
  say: Say,
): Pick<PostMatch, 'post' | 'nearest'> {
  const { posts, departments } = context;
  const place = departments.includes(department) ? department : '';
  const match = matchPost(posts, place, withoutRank(written));
  if (edit.post !== undefined) {
    const chosen = posts.flatMap((one) => one.posts).find(({ ref }) => ref === edit.post);
    return { post: chosen, nearest: match.nearest };
  }
  const post = match.post ?? matchLeader(context, written);
  const alike = match.nearest.slice(0, match.alikeCount);
  // All posts of the bureau are no help; where the department is not known it is asked for first.
  const nearest = departments.includes(department) ? match.nearest : alike;
  if (post || posts.length === 0) return { post, nearest };
  if (department !== '' && !departments.includes(department)) return { nearest: [] };
  const names = [...new Set(alike.map(({ name }) => name))].join('、');
  const what = written ? `“${written}”不在${department || '各处室'}的岗位目录里` : '没有写岗位';
  say(
    `${what}，只印人人都有的几条。${names ? `相近的有：${names}。` : ''}选定岗位就印本岗位的承诺。`,
  );
  return { nearest };
}

/** Nobody signs against himself. */
function readSupervisor(row: RosterRow, name: string, say: Say): string {
  const supervisor = row.value('supervisor');
  const plain = supervisor.replace(/\s+/g, '');
  const isSelf = supervisor !== '' && [name, row.value('post')].includes(plain);
  if (isSelf) say(`监督人“${supervisor}”就是本人，改按本单位的规定印。`);
  return isSelf ? '' : supervisor;
}

function readWalls({ value }: RosterRow, { walls }: RosterContext, say: Say): readonly string[] {
  const ids: string[] = [];
  const unknown: string[] = [];
  for (const part of value('walls')
    .split(/[、，,;；\s/]+/)
    .filter(Boolean)) {
    const number = /^(?:w|第)?(\d{1,3})(?:号|面|墙)?$/i.exec(part.normalize('NFKC'))?.[1];
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
  const written = value('copies')
    .normalize('NFKC')
    .replace(/[份式一\s]/g, '');
  const digits = written
    .replace(/[二两]/, '2')
    .replace('三', '3')
    .replace('四', '4');
  const copies = copyCounts.find((count) => String(count) === digits);
  if (written && copies === undefined) {
    say(`份数“${value('copies')}”不是 2、3、4，按样板的份数印。`);
  }
  return copies;
}

/** The name of a row, by hand or from the file. */
export function rowName(row: RosterRow, departments: readonly string[]): ReadName {
  return readName(row.edit.name ?? row.value('name'), (text) => departments.includes(text));
}

const fieldNames: Readonly<Record<Exclude<RosterField, 'name'>, string>> = {
  department: '处室',
  placeAndPost: '处室和岗位',
  postLevel: '岗位层级',
  post: '岗位',
  supervisor: '监督人',
  period: '承诺期限',
  walls: '防控墙',
  copies: '份数',
};

function sayFormulas(row: RosterRow, say: Say): void {
  for (const [field, name] of Object.entries(fieldNames)) {
    const fault = row.formulaFault(field as RosterField);
    if (fault) {
      say(
        `${name}（${fault.cell}）是算不出来的公式（${fault.error}），当成空着，请在原表里改成文字。`,
      );
    }
  }
}

/**
 * Reads a row that has a name. Nothing is guessed silently: what was taken over or could not be
 * understood is said.
 */
export function readPerson(
  row: RosterRow,
  name: string,
  context: RosterContext,
  above: RowsAbove,
  say: Say,
): RosterPerson {
  sayFormulas(row, say);
  if (row.isHidden) say('这一行在原表里是隐藏的（多半是筛选），也读了；不印就去掉前面的勾。');
  const place = readPlace(row, context, above, say);
  const { post, nearest } = readPost(row, place, context, say);
  return {
    id: row.id,
    row: row.row,
    place: row.place,
    name,
    department: place.department,
    ...(place.unknownDepartment !== undefined && { unknownDepartment: place.unknownDepartment }),
    nearestDepartments: place.nearestDepartments,
    // The post as the roster calls it stands in the letter: 副局长 for 分管领导.
    post: place.post || (post?.name ?? ''),
    ...readPostLevel(row, place.post, post, say),
    matched: post,
    nearest,
    supervisor: readSupervisor(row, name, say),
    period: row.value('period'),
    walls: readWalls(row, context, say),
    copies: readCopies(row, say),
  };
}
