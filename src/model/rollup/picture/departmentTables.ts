import { gradeEntries, grades } from '../../vocabulary.ts';
import { figuresOf } from '../totals/figures.ts';
import { judgedStates, openStates } from '../totals/marks.ts';
import { dueStandings, measuresByDepartment } from '../totals/measures.ts';
import type { Totals } from '../totals/totals.ts';
import {
  numberCell,
  numberColumn,
  tableOf,
  textCell,
  textColumn,
  withHeat,
  type FigureRow,
  type FigureTable,
} from './figureTable.ts';

/** Rows of departments and one of all of them. @param cellsOf of a department, or of all. */
function departmentRows(
  departments: readonly string[],
  cellsOf: (department: string | undefined, number: number) => FigureRow['cells'],
): { readonly rows: readonly FigureRow[]; readonly foot: FigureRow } {
  return {
    rows: departments.map((name, number) => ({
      key: name,
      cells: [textCell(name), ...cellsOf(name, number)],
    })),
    foot: { key: '', cells: [textCell('全部'), ...cellsOf(undefined, 0)] },
  };
}

function peopleCounts({ departments, departmentOf }: Totals): number[] {
  const counts = departments.map(() => 0);
  for (const number of departmentOf) counts[number] = (counts[number] ?? 0) + 1;
  return counts;
}

/** 处室和等级: what is not settled, 未落实 and 部分落实 apart. */
export function departmentTable(totals: Totals): FigureTable {
  const byGrade = figuresOf(totals, 'department', 'grade');
  const whole = figuresOf(totals, 'all', 'grade');
  const people = peopleCounts(totals);
  const { rows, foot } = departmentRows(totals.departments, (department, number) => {
    const figures = department === undefined ? whole : byGrade;
    const sum = (states: Parameters<typeof figures.of>[2]) =>
      grades.reduce((total, _, grade) => total + figures.of(number, grade, states), 0);
    return [
      numberCell(department === undefined ? totals.people.length : (people[number] ?? 0), {
        kind: 'people',
        department,
      }),
      numberCell(sum(judgedStates), { kind: 'answers', department, states: judgedStates }),
      ...grades.flatMap((grade, column) =>
        openStates.map((state) =>
          numberCell(figures.of(number, column, [state]), {
            kind: 'answers',
            department,
            grade,
            states: [state],
          }),
        ),
      ),
      numberCell(sum(openStates), { kind: 'answers', department, states: openStates }),
    ];
  });
  const firstHeated = 3;
  const lastHeated = firstHeated + grades.length * openStates.length - 1;
  return tableOf(
    '处室和等级',
    [
      textColumn('department', '处室', 14),
      numberColumn('people', '交了的人'),
      numberColumn('judged', '判断的条数'),
      ...grades.flatMap((grade) =>
        openStates.map((state) =>
          numberColumn(`${grade}-${state}`, state, `${gradeEntries[grade].mark}${grade}`),
        ),
      ),
      numberColumn('all', '没有落实到位'),
    ],
    withHeat(rows, (column) => column >= firstHeated && column <= lastHeated),
    foot,
  );
}

/** 整改措施 by department: how many are written, how they stand. @param today `2026-12-31`. */
export function measureTable(totals: Totals, today: string): FigureTable {
  const figures = figuresOf(totals, 'department', 'all');
  const counts = measuresByDepartment(totals, today);
  const all = dueStandings.map((_, i) => counts.reduce((sum, own) => sum + (own[i] ?? 0), 0));
  const openOf = (department: string | undefined, number: number) =>
    department === undefined
      ? totals.departments.reduce((sum, _, i) => sum + figures.of(i, 0, openStates), 0)
      : figures.of(number, 0, openStates);
  const { rows, foot } = departmentRows(totals.departments, (department, number) => {
    const own = (department === undefined ? all : counts[number]) ?? [];
    const written = own.reduce((sum, one) => sum + one, 0);
    const open = openOf(department, number);
    return [
      numberCell(open, { kind: 'answers', department, states: openStates }),
      numberCell(open - written, {
        kind: 'answers',
        department,
        states: openStates,
        lacksMeasure: true,
      }),
      numberCell(written, { kind: 'measures', department }),
      ...dueStandings.map((due, i) =>
        numberCell(own[i] ?? 0, { kind: 'measures', department, due }),
      ),
    ];
  });
  return tableOf(
    '整改措施',
    [
      textColumn('department', '处室', 14),
      numberColumn('open', '没有落实到位'),
      numberColumn('lacking', '没写措施'),
      numberColumn('written', '写了措施'),
      ...dueStandings.map((due) => numberColumn(due, due, '写了措施的')),
    ],
    rows,
    foot,
  );
}
