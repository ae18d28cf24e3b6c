import { gradeEntries, grades, type Grade } from '../../vocabulary.ts';
import { citedId } from '../../wall/wall.ts';
import { figuresOf } from '../totals/figures.ts';
import { inapplicableShares } from '../totals/inapplicable.ts';
import { openStates, tallyStates } from '../totals/marks.ts';
import { proposedGrades } from '../totals/proposals.ts';
import type { Totals } from '../totals/totals.ts';
import {
  numberCell,
  numberColumn,
  shareText,
  tableOf,
  textCell,
  textColumn,
  type FigureCell,
  type FigureRow,
  type FigureTable,
} from './figureTable.ts';
import type { RiskTexts } from './riskTexts.ts';
import { barStates } from './wallTables.ts';

export const gradeText = (grade: Grade): string => `${gradeEntries[grade].mark}${grade}`;

/** Number, name and wall of a risk: the first cells of a row. */
export function riskCells(texts: RiskTexts, id: string): FigureCell[] {
  const row = texts.get(id);
  return [
    textCell(citedId(id)),
    textCell(row?.title ?? '墙上没有这一条', row?.path),
    textCell(row?.wallName ?? ''),
  ];
}

export const riskColumns = [
  textColumn('id', '编号', 9),
  textColumn('title', '风险点', 16),
  textColumn('wall', '防控墙', 16),
] as const;

/** In which order the risks stand; those that are alike stay in the order of the site. */
export const riskOrders = [
  '没有落实到位的多的在前',
  '说不适用的占得多的在前',
  '照墙的先后',
] as const;
export type RiskOrder = (typeof riskOrders)[number];

/** 未落实和不适用: how each risk is judged. */
export function riskTable(totals: Totals, texts: RiskTexts, order: RiskOrder): FigureTable {
  const figures = figuresOf(totals, 'risk', 'all');
  const shares = inapplicableShares(totals, 'risk');
  const { risks } = totals.ground.index;
  const asked = risks.map((_, number) => figures.of(number, 0, tallyStates));
  const weights: Readonly<Record<RiskOrder, (number: number) => number>> = {
    没有落实到位的多的在前: (number) => figures.of(number, 0, openStates),
    说不适用的占得多的在前: (number) => shares[number]?.share ?? -1,
    照墙的先后: () => 0,
  };
  const weigh = weights[order];
  const numbers = risks
    .map((_, number) => ({ number, weight: weigh(number) }))
    .filter(({ number }) => asked[number] !== 0)
    .sort((a, b) => b.weight - a.weight || a.number - b.number);
  const rowOf = (number: number): FigureRow => {
    const risk = risks[number];
    if (!risk) return { key: String(number), cells: [] };
    const share = shares[number];
    return {
      key: risk.id,
      cells: [
        ...riskCells(texts, risk.id),
        textCell(gradeText(risk.grade)),
        ...barStates.map((state) =>
          numberCell(figures.of(number, 0, [state]), {
            kind: 'answers',
            risk: risk.id,
            states: [state],
          }),
        ),
        textCell(shareText(share?.inapplicable ?? 0, share?.judged ?? 0)),
        textCell(share?.isSuspect ? '几乎都说不适用' : ''),
      ],
    };
  };
  return {
    name: '未落实和不适用',
    columns: [
      ...riskColumns,
      textColumn('grade', '等级', 6),
      ...barStates.map((state) => numberColumn(state, state)),
      { ...textColumn('share', '不适用占判断的', 8), isNumber: true },
      textColumn('said', '说明', 10),
    ],
    length: numbers.length,
    rowAt: (i) => rowOf(numbers[i]?.number ?? -1),
  };
}

/** 等级建议: the risks of which another grade than the published one is proposed. */
export function gradeTable(totals: Totals, texts: RiskTexts): FigureTable {
  const { risks } = totals.ground.index;
  const rows = proposedGrades(totals).flatMap(({ risk: number, counts, reasons }): FigureRow[] => {
    const risk = risks[number];
    if (!risk) return [];
    const { id } = risk;
    const all = counts.reduce((sum, one) => sum + one, 0);
    return [
      {
        key: id,
        cells: [
          ...riskCells(texts, id),
          textCell(gradeText(risk.grade)),
          ...grades.map((grade, i) =>
            numberCell(counts[i] ?? 0, { kind: 'proposals', risk: id, grade }),
          ),
          numberCell(all, { kind: 'proposals', risk: id }),
          numberCell(all - reasons, { kind: 'proposals', risk: id, hasReason: false }),
        ],
      },
    ];
  });
  return tableOf(
    '等级建议',
    [
      ...riskColumns,
      textColumn('grade', '公布的等级', 8),
      ...grades.map((grade) => numberColumn(grade, gradeText(grade), '建议')),
      numberColumn('all', '提的人'),
      numberColumn('unreasoned', '没写理由'),
    ],
    rows,
  );
}
