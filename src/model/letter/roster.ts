import { cellText, findHead, headSearchRows, type Cell, type RosterHead } from './rosterHead.ts';
import {
  nameFault,
  readPerson,
  type RosterContext,
  type RosterNote,
  type RosterPerson,
  type RosterRow,
} from './rosterPerson.ts';

export type { Cell } from './rosterHead.ts';
export type { RosterContext, RosterNote, RosterPerson } from './rosterPerson.ts';

export interface Roster {
  readonly people: readonly RosterPerson[];
  readonly notes: readonly RosterNote[];
  /** Why nothing could be read at all. */
  readonly fault?: string;
}

/** More people than this are printed in several runs. */
export const largestRoster = 1000;

/** The rows below the head that are not empty. */
function rowsBelow(rows: readonly (readonly Cell[])[], { at, columns }: RosterHead): RosterRow[] {
  return rows.slice(at + 1).flatMap((cells, i): RosterRow | readonly RosterRow[] => {
    if (!cells.some((cell) => cellText(cell))) return [];
    return {
      row: at + 2 + i,
      hasColumn: (field) => columns.has(field),
      value: (field) => {
        const column = columns.get(field);
        return column === undefined ? '' : cellText(cells[column]);
      },
    };
  });
}

/** People of one name are told apart by their department; two of one department may be one twice. */
function namesakeNote(
  { department }: RosterPerson,
  namesakes: readonly RosterPerson[],
): string | undefined {
  const twin = namesakes.find((one) => one.department === department);
  if (twin) return `和第 ${twin.row} 行同名同处室，看看是不是重复；确实是两个人就都印。`;
  const [first] = namesakes;
  return first && `和第 ${first.row} 行同名，处室不同，按两个人各印一份。`;
}

/**
 * Reads a roster from the rows of a table. Nothing is guessed silently: what was taken over or could
 * not be understood is noted by row.
 */
export function readRoster(rows: readonly (readonly Cell[])[], context: RosterContext): Roster {
  const nothing = (fault: string): Roster => ({ people: [], notes: [], fault });
  if (!rows.some((row) => row.some((cell) => cellText(cell)))) return nothing('表里没有内容。');
  const head = findHead(rows);
  if (!head) {
    return nothing(
      `前 ${headSearchRows} 行里没有找到“姓名”这一列。表头至少要有“姓名”，最好还有“处室”“岗位”“岗位层级”；可以先下载样表照着填。`,
    );
  }
  const notes: RosterNote[] = [];
  const people: RosterPerson[] = [];
  const byName = new Map<string, RosterPerson[]>();
  let above = '';
  for (const row of rowsBelow(rows, head)) {
    const fault = nameFault(row);
    if (fault !== undefined) {
      notes.push({ row: row.row, severity: 'fault', text: fault });
      continue;
    }
    if (people.length >= largestRoster) {
      notes.push({
        row: rows.length,
        severity: 'fault',
        text: `一次最多印 ${largestRoster} 人，后面的没有读。请把名册分成几份。`,
      });
      break;
    }
    const say = (text: string) => notes.push({ row: row.row, severity: 'notice', text });
    const person = readPerson(row, context, above, say);
    above = person.department || above;
    const namesakes = byName.get(person.name) ?? [];
    const note = namesakeNote(person, namesakes);
    if (note) say(note);
    byName.set(person.name, [...namesakes, person]);
    people.push(person);
  }
  return people.length > 0
    ? { people, notes }
    : { people, notes, fault: '表头找到了，下面没有一行能读出姓名。' };
}

/**
 * A sample to download: the heads, and rows that show the forms.
 * @param known the bureau's own departments and walls, so that the sample can be read back at once.
 */
export function rosterSample({
  departments,
  walls,
  posts,
}: Pick<RosterContext, 'departments' | 'walls' | 'posts'>): string[][] {
  const [first = '', second = first] = departments;
  const postOf = (department: string, level: string, otherwise: string) =>
    posts.find(({ name }) => name === department)?.posts.find((post) => post.level === level)
      ?.name ?? otherwise;
  const someWalls = walls.slice(0, 2).map(({ id }) => id.slice(1));
  return [
    ['姓名', '处室', '岗位', '岗位层级', '监督人', '防控墙', '份数'],
    ['示例甲', first, postOf(first, '中层', '处室负责人'), '', '', someWalls.join('、'), '2'],
    ['示例乙', second, postOf(second, '普通', '经办人'), '', '', '', '2'],
  ];
}
