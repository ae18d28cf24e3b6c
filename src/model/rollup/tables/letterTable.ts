import { localDay } from '../../text/dates.ts';
import type { PrintedLetter } from '../../letter/printLog.ts';
import { comparedName } from '../matching.ts';
import { tableDepartments, type TableSources } from './departments.ts';
import { column, tableOfRows, type OfficialTable } from './officialTable.ts';

/** A letter of a print log with the time of its printing. */
interface Printed extends PrintedLetter {
  readonly at: number;
}

/** What the print logs say of a person. A name that stands twice in a department cannot be told apart. */
export const letterStates = ['已印', '没印', '同名，看纸上岗位'] as const;
export type LetterState = (typeof letterStates)[number];

const keyOf = (name: string, department: string) => `${comparedName(name)}\n${department}`;

/** The latest letter that was printed for a name in a department. */
function latestLetters({ counting }: TableSources): ReadonlyMap<string, Printed> {
  const latest = new Map<string, Printed>();
  for (const { events } of counting.logs) {
    for (const { at, letters } of events) {
      for (const letter of letters) {
        const key = keyOf(letter.name, letter.department);
        const known = latest.get(key);
        if (!known || known.at < at) latest.set(key, { ...letter, at });
      }
    }
  }
  return latest;
}

/** What the print logs say of everybody on the roster. */
export function lettersOfRoster(sources: TableSources) {
  const latest = latestLetters(sources);
  const roster = sources.counting.people.filter(({ entry }) => entry !== undefined);
  const namesakes = new Map<string, number>();
  for (const { name, department } of roster) {
    const key = keyOf(name, department);
    namesakes.set(key, (namesakes.get(key) ?? 0) + 1);
  }
  return roster.map(({ id, name, department, post }) => {
    const key = keyOf(name, department);
    const letter = latest.get(key);
    const isUnclear = letter !== undefined && (namesakes.get(key) ?? 0) > 1;
    const state: LetterState = isUnclear ? '同名，看纸上岗位' : letter ? '已印' : '没印';
    return { id, name, department, post, state, letter: isUnclear ? undefined : letter };
  });
}

type LetterOfPerson = ReturnType<typeof lettersOfRoster>[number];

const count = (people: readonly LetterOfPerson[], state: LetterState) =>
  people.filter((one) => one.state === state).length;

const title = '承诺书打印和签收情况';
const remark =
  '只看打印记录：印过的写“已印”，没有查到打印记录的写“没印”。签没签以纸上的签名为准，由单位填写。';

/**
 * 签收和承诺情况: of whom a letter was printed. A print log does not know what was signed, so the table
 * never says so: that column is for the pen.
 * @param hasNames whether people are named; without, the departments are counted.
 * @param only a department; all of them when undefined.
 */
export function letterTable(
  sources: TableSources,
  hasNames: boolean,
  only?: string,
): OfficialTable {
  const { unit, period } = sources;
  const people = lettersOfRoster(sources).filter(
    ({ department }) => only === undefined || department === only,
  );
  const unclear = count(people, '同名，看纸上岗位');
  const note = `${unit}　${period}　${only ?? '全部单位'}　名册上 ${people.length} 人，已印 ${count(people, '已印')} 人，没印 ${count(people, '没印')} 人${unclear > 0 ? `，同名认不准 ${unclear} 人` : ''}`;
  const departments = tableDepartments(sources).filter((name) =>
    people.some(({ department }) => department === name),
  );
  if (!hasNames) {
    return tableOfRows({
      title,
      note,
      columns: [
        column('单位', 30, 18),
        column('名册人数', 16, 12),
        column('已印', 16, 10),
        column('没印', 16, 10),
        column('同名认不准', 16, 12),
        column('已签收（单位填）', 24, 20),
        column('备注', 30, 24),
      ],
      rows: departments.map((name) => {
        const own = people.filter(({ department }) => department === name);
        return {
          id: `department-${name}`,
          cells: [name, own.length, ...letterStates.map((state) => count(own, state)), '', ''],
        };
      }),
      remarks: [remark],
    });
  }
  return tableOfRows({
    title,
    note,
    columns: [
      column('单位', 22, 16, true),
      column('姓名', 16, 10),
      column('岗位', 22, 16),
      column('承诺书', 16, 16),
      column('打印日期', 18, 12),
      column('校验码', 22, 14),
      column('签收', 22, 14),
      column('签收日期', 22, 14),
    ],
    rows: departments.flatMap((name) =>
      people
        .filter(({ department }) => department === name)
        .map(({ id, name: person, post, state, letter }) => ({
          id,
          cells: [
            name,
            person,
            post,
            state,
            letter ? localDay(new Date(letter.at)) : '',
            letter?.code ?? '',
            '',
            '',
          ],
        })),
    ),
    remarks: [remark],
  });
}
