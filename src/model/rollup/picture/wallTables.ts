import { categories } from '../../vocabulary.ts';
import { figuresOf, type Figures } from '../totals/figures.ts';
import { inapplicableShares } from '../totals/inapplicable.ts';
import { judgedStates, tallyStates, type TallyState } from '../totals/marks.ts';
import type { Totals } from '../totals/totals.ts';
import {
  numberCell,
  numberColumn,
  shareText,
  tableOf,
  textCell,
  textColumn,
  withHeat,
  type FigureRow,
  type FigureTable,
} from './figureTable.ts';

/** The states in the order of bars and tables: what is settled first, what nobody said last. */
export const barStates = [
  '已落实',
  '部分落实',
  '未落实',
  '待确认',
  '没填',
  '不适用',
] as const satisfies readonly TallyState[];

/** Rows of walls and one of all of them. */
function wallRows(
  { ground }: Totals,
  cellsOf: (wall: string | undefined, number: number) => FigureRow['cells'],
): { readonly rows: readonly FigureRow[]; readonly foot: FigureRow } {
  const { walls } = ground.index;
  return {
    rows: walls.map(({ id, slug, name }, number) => ({
      key: id,
      cells: [textCell(name, `walls/${slug}/`), ...cellsOf(id, number)],
    })),
    foot: { key: '', cells: [textCell('全部'), ...cellsOf(undefined, 0)] },
  };
}

/** 墙和类别: how many answers are in these states. */
export function categoryTable(totals: Totals, states: readonly TallyState[]): FigureTable {
  const byWall = figuresOf(totals, 'wall', 'category');
  const whole = figuresOf(totals, 'all', 'category');
  const { rows, foot } = wallRows(totals, (wall, number) => {
    const figures = wall === undefined ? whole : byWall;
    const counts = categories.map((_, column) => figures.of(number, column, states));
    return [
      ...categories.map((category, column) =>
        numberCell(counts[column] ?? 0, { kind: 'answers', wall, category, states }),
      ),
      numberCell(
        counts.reduce((sum, one) => sum + one, 0),
        { kind: 'answers', wall, states },
      ),
    ];
  });
  return tableOf(
    '墙和类别',
    [
      textColumn('wall', '防控墙', 20),
      ...categories.map((category) => numberColumn(category, category.replace('风险', ''))),
      numberColumn('all', '合计'),
    ],
    withHeat(rows, (column) => column > 0 && column <= categories.length),
    foot,
  );
}

/** 已落实 in full and 部分落实 by half, of all that apply: as in a person's own result. */
function settledText(figures: Figures, number: number): string {
  const settled = figures.of(number, 0, ['已落实']) + figures.of(number, 0, ['部分落实']) / 2;
  const applicable = figures.of(
    number,
    0,
    tallyStates.filter((state) => state !== '不适用'),
  );
  return shareText(settled, applicable);
}

/** 各墙落实情况: each state of each wall. */
export function stateTable(totals: Totals): FigureTable {
  const byWall = figuresOf(totals, 'wall', 'all');
  const whole = figuresOf(totals, 'all', 'all');
  const { rows, foot } = wallRows(totals, (wall, number) => {
    const figures = wall === undefined ? whole : byWall;
    return [
      ...barStates.map((state) =>
        numberCell(figures.of(number, 0, [state]), { kind: 'answers', wall, states: [state] }),
      ),
      textCell(settledText(figures, number)),
    ];
  });
  return tableOf(
    '各墙落实情况',
    [
      textColumn('wall', '防控墙', 20),
      ...barStates.map((state) => numberColumn(state, state)),
      { ...textColumn('rate', '落实率', 8), isNumber: true },
    ],
    rows,
    foot,
  );
}

/** Walls of which nearly everybody says 不适用. */
export function suspectWallTable(totals: Totals): FigureTable {
  const shares = inapplicableShares(totals, 'wall');
  const rows = totals.ground.index.walls.flatMap(({ id, name, slug }, number): FigureRow[] => {
    const share = shares[number];
    if (!share?.isSuspect) return [];
    const { judged, inapplicable } = share;
    const cells = [
      textCell(name, `walls/${slug}/`),
      numberCell(judged, { kind: 'answers', wall: id, states: judgedStates }),
      numberCell(inapplicable, { kind: 'answers', wall: id, states: ['不适用'] }),
      textCell(shareText(inapplicable, judged)),
    ];
    return [{ key: id, cells }];
  });
  return tableOf(
    '几乎都说不适用的墙',
    [
      textColumn('wall', '防控墙', 20),
      numberColumn('judged', '判断的条数'),
      numberColumn('inapplicable', '不适用'),
      { ...textColumn('share', '占判断的', 8), isNumber: true },
    ],
    rows,
  );
}
