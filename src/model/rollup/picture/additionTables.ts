import { grades } from '../../vocabulary.ts';
import { foundRisks, noWall, type FoundRisk } from '../totals/additions.ts';
import type { Totals } from '../totals/totals.ts';
import {
  numberCell,
  numberColumn,
  tableOf,
  textCell,
  textColumn,
  type FigureCell,
  type FigureTable,
} from './figureTable.ts';
import { gradeText } from './riskTables.ts';

interface Group {
  readonly key: string;
  readonly head: FigureCell;
  readonly selection: { readonly department?: string; readonly wall?: string };
  readonly found: readonly FoundRisk[];
}

function table(name: string, head: string, groups: readonly Group[], all: readonly FoundRisk[]) {
  const cellsOf = (found: readonly FoundRisk[], selection: Group['selection']): FigureCell[] => [
    numberCell(found.length, { kind: 'additions', ...selection }),
    ...grades.map((grade) =>
      numberCell(found.filter(({ addition }) => addition.grade === grade).length, {
        kind: 'additions',
        ...selection,
        grade,
      }),
    ),
  ];
  return tableOf(
    name,
    [
      textColumn('head', head, 20),
      numberColumn('all', '补充的条数'),
      ...grades.map((grade) => numberColumn(grade, gradeText(grade), '自己定的')),
    ],
    groups.map(({ key, head: cell, selection, found }) => ({
      key,
      cells: [cell, ...cellsOf(found, selection)],
    })),
    { key: '', cells: [textCell('全部'), ...cellsOf(all, {})] },
  );
}

/** 自行补充 by department: those that have some, in the order of the bureau. */
export function additionsByDepartment(totals: Totals): FigureTable {
  const all = foundRisks(totals);
  const groups = totals.departments.map((department) => ({
    key: department,
    head: textCell(department),
    selection: { department },
    found: all.filter(({ person }) => person.department === department),
  }));
  return table(
    '各处室自行补充',
    '处室',
    groups.filter(({ found }) => found.length > 0),
    all,
  );
}

/** 自行补充 by the wall that their place names. */
export function additionsByWall(totals: Totals): FigureTable {
  const all = foundRisks(totals);
  const walls = totals.ground.index.walls.map(({ id, slug, name }) => ({
    key: id,
    head: textCell(name, `walls/${slug}/`),
    selection: { wall: id },
    found: all.filter(({ wall }) => wall === id),
  }));
  const others = {
    key: noWall,
    head: textCell('没写是哪面墙'),
    selection: { wall: noWall },
    found: all.filter(({ wall }) => wall === undefined),
  };
  return table(
    '各墙自行补充',
    '防控墙',
    [...walls, others].filter(({ found }) => found.length > 0),
    all,
  );
}
