import { describe, expect, test } from 'vitest';
import { comparePeriods, type Comparison } from '../../../src/model/rollup/comparePeriods.ts';
import { comparisonTable } from '../../../src/model/rollup/comparisonTables.ts';
import { countHandIns } from '../../../src/model/rollup/counting.ts';
import { withoutNames } from '../../../src/model/rollup/nameless.ts';
import { readRollupFile, rollupFileText } from '../../../src/model/rollup/rollupFile.ts';
import { randomFrom } from '../../../src/model/quiz/seed.ts';
import type { Rollup, RollupAnswer } from '../../../src/model/rollup/rollup.ts';
import { tallyGround } from '../../../src/model/rollup/totals/ground.ts';
import { madeBureau, madeRollup } from '../../fixtures/rollup/madeBureau.ts';
import { smallIndex } from '../../fixtures/rollup/smallIndex.ts';

const questions = Array.from({ length: 30 }, (_, i) => ({
  id: `w01-q${String(i + 1).padStart(2, '0')}`,
  print: 'p',
  parts: [{ id: 'main', optionCount: 4 }],
}));
const bureau = madeBureau({ people: 80, seed: 'keeping', index: smallIndex, questions });
const rollup: Rollup = {
  ...madeRollup(bureau, smallIndex),
  decisions: {
    'x/1': { outcome: '不采纳', note: `问过${bureau.people[0]?.name ?? ''}`, stage: '公示', at: 7 },
  },
};

function run<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const fileOf = (one: Rollup) => run(rollupFileText(one, 5_000)).join('');
const sorted = ({ handIns, ...rest }: Rollup) => ({
  ...rest,
  handIns: [...handIns].sort((a, b) => (a.id < b.id ? -1 : 1)),
});

describe('汇总文件', () => {
  test('存成文件再打开，一字不差', () => {
    const read = run(readRollupFile(fileOf(rollup)));
    if (read.fault !== undefined) throw new Error(read.fault);
    expect(sorted(read.rollup)).toEqual(sorted(rollup));
    expect(read.unread).toBe(0);
  });

  test('改坏一行只坏那一行，少了一行也说得出来', () => {
    const lines = fileOf(rollup).split('\n');
    const place = lines.findIndex((line) => line.startsWith('"f.assessment'));
    const broken = lines.map((line, i) => (i === place ? line.replace('2026', '2027') : line));
    const fewer = lines.filter((_, i) => i !== place);
    for (const text of [broken.join('\n'), fewer.join('\n')]) {
      const read = run(readRollupFile(text));
      if (read.fault !== undefined) throw new Error(read.fault);
      expect(read.unread).toBe(1);
      expect(read.rollup.handIns).toHaveLength(rollup.handIns.length - 1);
    }
  });

  test.each([
    ['一个人交的', bureau.files[0]?.text ?? '', '收文件'],
    ['截断的', fileOf(rollup).slice(0, 900), '不完整'],
    ['没有内容的', '{"app":"fangkongqiang","kind":"rollup","schema":1,"id":"a"}', '没有汇总的内容'],
    [
      '编号不对的',
      '{"app":"fangkongqiang","kind":"rollup","schema":1,"id":"a:b","elements":{}}',
      '没有汇总',
    ],
    [
      '更新的',
      '{"app":"fangkongqiang","kind":"rollup","schema":7,"id":"a","elements":{}}',
      '更新版本',
    ],
  ])('%s：一句话说清', (_, text, words) => {
    expect(run(readRollupFile(text)).fault).toContain(words);
  });
});

describe('不含姓名的一份', () => {
  const nameless = withoutNames(rollup, 'nameless', randomFrom('seed'));
  const text = fileOf(nameless);

  test('姓名、岗位、写的话、编号一样也没有带出去', () => {
    const records = bureau.people.flatMap(({ record }) => record ?? []);
    const written = records.flatMap(({ answers, additions }) => [
      ...Object.values(answers).flatMap(({ measure, note, gradeReason }) => [
        measure,
        note,
        gradeReason,
      ]),
      ...additions.flatMap(({ title, manifestation, measure }) => [title, manifestation, measure]),
    ]);
    const secrets = [
      ...bureau.people.flatMap(({ name, posts, exams }) => [
        name,
        ...posts,
        ...exams.map(({ id }) => id),
      ]),
      ...records.map(({ id }) => id),
      ...written,
      ...rollup.handIns.map(({ fileName }) => fileName),
    ];
    const found = new Set(secrets.flatMap((one) => (one && text.includes(one) ? [one] : [])));
    expect([...found]).toEqual([]);
  });

  test('数得出的都在：每条判断、每个处室的人数、每次分数', () => {
    const count = (one: Rollup) => {
      const { people } = countHandIns(one);
      const states: Record<string, number> = {};
      const departments: Record<string, number> = {};
      for (const { department, assessment, quiz } of people) {
        departments[department] = (departments[department] ?? 0) + 1;
        for (const [id, { state }] of Object.entries(assessment?.answers ?? {})) {
          const key = `${department} ${id} ${state ?? ''}`;
          if (state) states[key] = (states[key] ?? 0) + 1;
        }
        for (const { mark } of quiz?.exams ?? []) {
          const key = `${department} ${mark}`;
          states[key] = (states[key] ?? 0) + 1;
        }
      }
      return { states, departments };
    };
    expect(count(nameless)).toEqual(count(rollup));
  });

  test('先后看不出是谁，文件照样打得开', () => {
    const order = nameless.roster.map(({ department }) => department);
    expect(order).not.toEqual(rollup.roster.map(({ department }) => department));
    const read = run(readRollupFile(text));
    expect(read.fault).toBeUndefined();
  });
});

describe('和上期比', () => {
  const [r1, r2, r3, r4, r5, r6] = smallIndex.risks.map(({ id }) => id);
  const person = bureau.people.find(({ record }) => record);
  const handIn = rollup.handIns.find(({ name }) => name === person?.name);
  if (handIn?.kind !== 'assessment' || !person) throw new Error('没有人交');

  const period = (answers: Readonly<Record<string, RollupAnswer>>) =>
    countHandIns({
      ...rollup,
      roster: [person],
      handIns: [{ ...handIn, answers }],
    });
  const compare = (
    before: Readonly<Record<string, RollupAnswer>>,
    now: Readonly<Record<string, RollupAnswer>>,
  ): Comparison => run(comparePeriods(period(before), period(now), tallyGround(smallIndex)));

  const open = { state: '未落实' } as const;
  const half = { state: '部分落实' } as const;
  const done = { state: '已落实' } as const;
  const foreign = { state: '不适用', reason: '本岗位不办这一环节' } as const;

  test('每一种变化各归各的', () => {
    const { risks } = compare(
      { [r1 ?? '']: open, [r2 ?? '']: half, [r3 ?? '']: done, [r5 ?? '']: open, [r6 ?? '']: done },
      {
        [r1 ?? '']: done,
        [r2 ?? '']: open,
        [r3 ?? '']: half,
        [r4 ?? '']: open,
        [r5 ?? '']: foreign,
        [r6 ?? '']: done,
      },
    );
    expect(risks.map(({ riskId, change }) => [riskId, change])).toEqual([
      [r1, '整改完成'],
      [r2, '仍未落实'],
      [r3, '退步'],
      [r4, '新增'],
      [r5, '这期没有判断'],
    ]);
    const table = comparisonTable(
      risks,
      '处室',
      { before: '2025年度', now: '2026年度' },
      new Map(),
    );
    expect(table.rows.map(({ cells }) => cells.slice(1))).toEqual([
      [1, 1, 1, 1, 1],
      [1, 1, 1, 1, 1],
    ]);
  });

  test('墙上已经没有的风险点不算，说有几个', () => {
    const { risks, goneRisks } = compare({ 'w98-r01': open, 'w98-r02': done }, {});
    expect([risks.length, goneRisks]).toEqual([0, 1]);
  });
});
