import { describe, expect, test } from 'vitest';
import { countHandIns } from '../../../src/model/rollup/counting.ts';
import {
  additionsByDepartment,
  additionsByWall,
} from '../../../src/model/rollup/picture/additionTables.ts';
import {
  departmentTable,
  measureTable,
} from '../../../src/model/rollup/picture/departmentTables.ts';
import {
  fileRows,
  shareText,
  type FigureTable,
} from '../../../src/model/rollup/picture/figureTable.ts';
import { listBehind, type ListGround } from '../../../src/model/rollup/picture/lists.ts';
import {
  examTable,
  optionTable,
  questionTable,
} from '../../../src/model/rollup/picture/quizTables.ts';
import { gradeTable, riskOrders, riskTable } from '../../../src/model/rollup/picture/riskTables.ts';
import {
  readSelection,
  selectionText,
  type Selection,
} from '../../../src/model/rollup/picture/selection.ts';
import {
  categoryTable,
  stateTable,
  suspectWallTable,
} from '../../../src/model/rollup/picture/wallTables.ts';
import { countedText } from '../../../src/model/rollup/totals/counted.ts';
import { examsOf } from '../../../src/model/rollup/totals/exams.ts';
import { questionTallies } from '../../../src/model/rollup/totals/questions.ts';
import { totalsOf } from '../../../src/model/rollup/totals/totals.ts';
import { smallIndex as index } from '../../fixtures/rollup/smallIndex.ts';
import { madeQuestions, smallKeys, smallQuestions } from '../../fixtures/rollup/smallQuiz.ts';
import { variedRollup } from '../../fixtures/rollup/variedRollup.ts';

const rollup = variedRollup(300, index, madeQuestions);
const counting = countHandIns(rollup);
const order = index.posts.map(({ name }) => name);
const totals = totalsOf(counting, index, order);
const exams = examsOf(counting, rollup.head.period, order);
const ground: ListGround = { totals, exams, texts: new Map(), today: '2026-11-30' };
const quiz = {
  questions: new Map(smallQuestions.map((question) => [question.id, question])),
  keys: new Map(smallKeys.map((key) => [key.id, key])),
};

const optionTables = questionTallies(exams).flatMap((tally) => {
  const question = quiz.questions.get(tally.id);
  return question ? [optionTable(tally, question, quiz.keys.get(tally.id))] : [];
});

const tables: readonly FigureTable[] = [
  departmentTable(totals),
  measureTable(totals, ground.today),
  categoryTable(totals, ['未落实', '部分落实']),
  categoryTable(totals, ['部分落实']),
  stateTable(totals),
  suspectWallTable(totals),
  ...riskOrders.map((one) => riskTable(totals, ground.texts, one)),
  gradeTable(totals, ground.texts),
  additionsByDepartment(totals),
  additionsByWall(totals),
  examTable(exams),
  questionTable(exams, quiz, (id) => id),
  ...optionTables,
];

const rowsOf = ({ length, rowAt, foot }: FigureTable) => [
  ...Array.from({ length }, (_, i) => rowAt(i)),
  ...(foot ? [foot] : []),
];

/** As the browser gives the address back once it has been read. */
const throughAddress = (selection: Selection) =>
  readSelection(decodeURIComponent(selectionText(selection)));

describe.each(tables.map((table) => [table.name, table] as const))('%s', (_, table) => {
  test('每个数字后面的清单正好这么多行，从网址里读回来也是', () => {
    for (const { cells } of rowsOf(table)) {
      for (const { value, selection } of cells) {
        if (selection === undefined || selection.kind === 'options') continue;
        const read = throughAddress(selection);
        if (!read || read.kind === 'options') throw new Error(selectionText(selection));
        expect(listBehind(ground, read).length, selectionText(selection)).toBe(value);
      }
    }
  });

  test('每行的格数和栏数一样，数字不是零的都点得开', () => {
    for (const { cells } of rowsOf(table)) {
      expect(cells).toHaveLength(table.columns.length);
      for (const { value, selection } of cells) {
        if (typeof value === 'number') expect(selection !== undefined).toBe(value > 0);
      }
    }
  });
});

test('各行加起来就是“全部”那一行', () => {
  for (const table of [tables[0], tables[1], tables[2], tables[4]]) {
    if (!table?.foot) throw new Error('没有合计');
    const rows = rowsOf(table).slice(0, -1);
    table.foot.cells.forEach(({ value }, column) => {
      if (typeof value !== 'number') return;
      const sum = rows.reduce((total, { cells }) => total + Number(cells[column]?.value), 0);
      expect(sum, `${table.name} ${column}`).toBe(value);
    });
  }
});

test('清单里没有一个人的分数，先后照处室和名册，不照作答', () => {
  const list = listBehind(ground, { kind: 'exams' });
  const marks = new Set(exams.people.map(({ exam }) => exam.mark));
  const cells = fileRows(list).flat();
  expect(cells.some((cell) => typeof cell === 'number' || marks.has(Number(cell)))).toBe(false);
  expect(fileRows(list).map(([department, name]) => `${department} ${name}`)).toEqual(
    exams.people.map(({ person }) => `${person.department} ${person.name}`),
  );
});

test('处室名称里有网址用的符号，清单照样找得到', () => {
  const selection: Selection = {
    kind: 'answers',
    department: 'A&B=50%/甲 乙,丙?#+',
    states: ['未落实'],
  };
  expect(throughAddress(selection)).toMatchObject(selection);
});

test.each(['', 'answers?grade=四类', 'marks?person=1', 'options?id=../x&print=1'])(
  '网址里乱写 %s，不会打开别的东西',
  (text) => {
    const read = readSelection(text);
    expect(read === undefined || (read.kind === 'answers' && read.grade === undefined)).toBe(true);
  },
);

test('图下面写清楚从几份算出、哪几份没有计入', () => {
  const [one, two] = counting.listed.filter(({ handIn }) => handIn.kind === 'assessment');
  if (!one || !two) throw new Error('样例里没有');
  const listed = [one, { ...two, standing: '期间不符' as const }];
  expect(countedText({ ...counting, listed }, '2026年度', 0)).toBe(
    '从 1 份自查记录算出，期间 2026年度；没有计入的 1 份（期间不符 1）。',
  );
  expect(countedText({ ...counting, listed: [one] }, '', 3)).toBe(
    '从 1 份自查记录算出，期间 没有填；全部计入。另有 3 条作答不在本人选的岗位里，或者风险点已经不在墙上，也没有计入。',
  );
});

test.each([
  [0, 0, '—'],
  [0, 5, '0%'],
  [1, 1000, '1%'],
  [999, 1000, '99%'],
  [5, 5, '100%'],
])('%i / %i 写成 %s', (part, whole, text) => {
  expect(shareText(part, whole)).toBe(text);
});
