import { dueRows, dueSum, type Asked, type DuePerson, type DueRow } from './missing.ts';
import { column, tableOfRows, type OfficialTable } from './tables/officialTable.ts';

/** What is asked for, as it is called in a reminder. */
const names: Readonly<Record<Asked, string>> = {
  自查: '廉政风险自查',
  测验: '廉政知识测验',
};

const missingOf = (people: readonly DuePerson[]) =>
  people.filter(({ progress }) => progress !== '交齐');

export interface Occasion {
  readonly what: Asked;
  /** `2026年度`. */
  readonly period: string;
  /** Where to hand in. */
  readonly office: string;
}

/**
 * A reminder for one department, to be copied and changed: who has not handed in and who has not
 * finished, in the order of the roster. The day is for the office to write.
 */
export function reminderText(
  department: string,
  people: readonly DuePerson[],
  { what, period, office }: Occasion,
): string {
  const own = people.filter(({ entry }) => entry.department === department);
  const { due, handedIn } = dueSum(own);
  const missing = own.filter(({ progress }) => progress === '没交');
  const unfilled = own.filter(({ progress }) => progress === '没填完');
  const list = (some: readonly DuePerson[], of: (person: DuePerson) => string) =>
    some.map(of).join('、');
  const lines = [
    `${department || '（没有写处室）'}：`,
    `${period}${names[what]}，你处应交 ${due} 人，已交 ${handedIn} 人。`,
    missing.length > 0 && `还没有交的：${list(missing, ({ entry }) => entry.name)}。`,
    unfilled.length > 0 &&
      `交了没有填完的：${list(unfilled, ({ entry, left }) => `${entry.name}（还有 ${left} 条）`)}。`,
    missing.length + unfilled.length > 0
      ? `请在　　月　　日以前把导出的文件交到${office}。已经交了的不用再交，来说一声就行。`
      : '都交齐了。',
  ];
  return lines.filter(Boolean).join('\n');
}

const sumText = ({ due, handedIn, missing, unfilled }: ReturnType<typeof dueSum>, what: Asked) =>
  [
    `应交 ${due} 人`,
    `已交 ${handedIn} 人`,
    `没交 ${missing} 人`,
    what === '自查' && `交了没填完 ${unfilled} 人`,
  ]
    .filter(Boolean)
    .join('，');

/** Who has not handed in, or has not finished, as a list to print and to export. */
export function missingTable(
  people: readonly DuePerson[],
  { what, period }: Occasion,
): OfficialTable {
  const order = [...new Set(people.map(({ entry }) => entry.department))];
  const rows = missingOf(people)
    .map((person, i) => ({ person, i }))
    .sort(
      (a, b) =>
        order.indexOf(a.person.entry.department) - order.indexOf(b.person.entry.department) ||
        a.i - b.i,
    )
    .map(({ person: { entry, progress, left, remark } }, i) => ({
      id: entry.id,
      cells: [
        i + 1,
        entry.department,
        entry.name,
        entry.post,
        progress === '没填完' ? `交了，还有 ${left} 条没有判断` : '没交',
        remark,
      ],
    }));
  return tableOfRows({
    title: what === '自查' ? '没有交齐自查的名单' : '没有交测验记录的名单',
    note: `${period}　${sumText(dueSum(people), what)}`,
    columns: [
      column('序号', 4, 6),
      column('处室', 12, 16, true),
      column('姓名', 8, 10),
      column('岗位', 12, 16),
      column('情况', 14, 24),
      column('备注', 14, 24),
    ],
    rows,
    remarks: [],
  });
}

const countCells = (
  { due, handedIn, missing, unfilled }: Omit<DueRow, 'key' | 'department' | 'post'>,
  what: Asked,
) => [due, handedIn, missing, ...(what === '自查' ? [unfilled] : [])];

/** How many of each department and post have handed in, as a table to print and to export. */
export function dueTable(
  people: readonly DuePerson[],
  by: '处室' | '岗位',
  { what, period }: Occasion,
): OfficialTable {
  return tableOfRows({
    title: `${what}上交情况（按${by}）`,
    note: `${period}　${sumText(dueSum(people), what)}`,
    columns: [
      column('处室', 14, 18, true),
      ...(by === '岗位' ? [column('岗位', 14, 18)] : []),
      column('应交', 6, 8),
      column('已交', 6, 8),
      column('没交', 6, 8),
      ...(what === '自查' ? [column('交了没填完', 8, 12)] : []),
    ],
    rows: [
      ...dueRows(people, by).map((row) => ({
        id: row.key,
        cells: [
          row.department || '（没有写处室）',
          ...(by === '岗位' ? [row.post || '（没有写岗位）'] : []),
          ...countCells(row, what),
        ],
      })),
      {
        id: 'sum',
        isSum: true as const,
        cells: ['合计', ...(by === '岗位' ? [''] : []), ...countCells(dueSum(people), what)],
      },
    ],
    remarks: [],
  });
}
