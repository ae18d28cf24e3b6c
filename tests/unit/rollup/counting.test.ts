import { describe, expect, test } from 'vitest';
import { countHandIns } from '../../../src/model/rollup/counting.ts';
import {
  createRollup,
  notOnRoster,
  type AssessmentHandIn,
  type Rollup,
  type RosterEntry,
} from '../../../src/model/rollup/rollup.ts';
import { everyPost } from '../../../src/model/post/myPost.ts';
import { madeBureau, madeRollup } from '../../fixtures/rollup/madeBureau.ts';
import { smallIndex } from '../../fixtures/rollup/smallIndex.ts';

const entry = (id: string, name: string, department: string): RosterEntry => ({
  id,
  name,
  department,
  post: '经办岗',
  level: '普通',
  posts: [],
});

const handIn = (
  id: string,
  name: string,
  department: string,
  values: Partial<AssessmentHandIn> = {},
): AssessmentHandIn => ({
  kind: 'assessment',
  id,
  fileName: `${id}.json`,
  takenAt: 5,
  at: 5,
  name,
  department,
  contentVersion: 'v1',
  unread: [],
  isCodeRight: true,
  post: '',
  period: '2026年度',
  scope: everyPost,
  answers: {},
  additions: [],
  noAdditionReason: '',
  ...values,
});

const rollupOf = (values: Partial<Rollup>): Rollup => ({
  ...createRollup('a', '2026年度', '样例局', 1),
  ...values,
});

const standings = (rollup: Rollup) =>
  countHandIns(rollup).listed.map(({ handIn: { id }, standing, personId }) => [
    id,
    standing,
    personId,
  ]);

const zhang = entry('r-1', '张三', '财务处');

describe('名字和名册', () => {
  test('名字和处室都一样，直接计入', () => {
    expect(
      standings(rollupOf({ roster: [zhang], handIns: [handIn('a', '张三', '财务处')] })),
    ).toEqual([['a', '计入', 'r-1']]);
  });

  test.each([
    ['名字里有空格', '张 三', '财务处'],
    ['名字后面有记号', '张三（小）', '财务处'],
    ['处室不一样', '张三', '地籍处'],
  ])('%s：等着认人，说是名册上的谁', (_, name, department) => {
    const [listed] = countHandIns(
      rollupOf({ roster: [zhang], handIns: [handIn('a', name, department)] }),
    ).listed;
    expect(listed).toMatchObject({ standing: '等着认人', personId: undefined });
    expect(listed?.candidates).toEqual([zhang]);
  });

  test.each(['买买提•艾力', '买买提艾力', '买买提 · 艾力'])(
    '间隔号写成 %s，也找得到名册上的人',
    (name) => {
      const roster = [entry('r-1', '买买提·艾力', '财务处')];
      const counting = countHandIns(rollupOf({ roster, handIns: [handIn('a', name, '财务处')] }));
      expect(counting.listed[0]?.candidates).toEqual(roster);
      expect(counting.listed[0]?.standing).toBe('等着认人');
    },
  );

  test('两个人同名：处室分得开就各算各的，分不开就等着认', () => {
    const roster = [zhang, entry('r-2', '张三', '地籍处'), entry('r-3', '张三', '地籍处')];
    const handIns = [handIn('a', '张三', '财务处'), handIn('b', '张三', '地籍处')];
    expect(standings(rollupOf({ roster, handIns }))).toEqual([
      ['a', '计入', 'r-1'],
      ['b', '等着认人', undefined],
    ]);
    expect(standings(rollupOf({ roster, handIns, owners: { b: 'r-3' } }))[1]).toEqual([
      'b',
      '计入',
      'r-3',
    ]);
  });

  test('名册上没有的人照样计入，排在名册后面；说了不是名册上那个人的也是', () => {
    const { people, listed } = countHandIns(
      rollupOf({
        roster: [zhang],
        handIns: [handIn('a', '李四', '财务处'), handIn('b', '张 三', '财务处')],
        owners: { b: notOnRoster },
      }),
    );
    expect(people.map(({ name, entry: own }) => [name, own !== undefined])).toEqual([
      ['张三', true],
      ['李四', false],
      ['张三', false],
    ]);
    expect(listed.map(({ standing }) => standing)).toEqual(['计入', '计入']);
    expect(people[0]?.assessment).toBeUndefined();
  });

  test('没有写名字的，谁也不算，等着认', () => {
    expect(standings(rollupOf({ handIns: [handIn('a', ' ', '财务处')] }))).toEqual([
      ['a', '等着认人', undefined],
    ]);
  });
});

describe('同一个人交了几份', () => {
  const handIns = [
    handIn('late', '张三', '财务处', { at: 9 }),
    handIn('early', '张三', '财务处', { at: 4 }),
    handIn('other', '张三', '财务处', { at: 99, period: '2025年度' }),
  ];

  test.each([
    ['先收晚的', handIns],
    ['先收早的', [...handIns].reverse()],
  ])('后改的算数，%s也一样；别的期间的不算', (_, order) => {
    const counted = Object.fromEntries(
      standings(rollupOf({ roster: [zhang], handIns: order })).map(([id, standing]) => [
        id,
        standing,
      ]),
    );
    expect(counted).toEqual({ late: '计入', early: '后来的一份算数', other: '期间不符' });
  });

  test('另选了一份，就是那一份算；选了期间不符的也不算', () => {
    const choices = { 'assessment.r-1': 'early' };
    for (const order of [handIns, [...handIns].reverse()]) {
      const { people, listed } = countHandIns(
        rollupOf({ roster: [zhang], handIns: order, choices }),
      );
      expect(people[0]?.assessment?.id).toBe('early');
      expect(listed.find((one) => one.handIn.id === 'late')?.standing).toBe('另选了一份');
    }
    const wrong = rollupOf({ roster: [zhang], handIns, choices: { 'assessment.r-1': 'other' } });
    expect(countHandIns(wrong).people[0]?.assessment?.id).toBe('late');
  });
});

test('做出来的一个单位：交的每一份都算到交的人头上', () => {
  const bureau = madeBureau({ people: 60, seed: 'counting', index: smallIndex });
  const { people, listed, logs } = countHandIns(madeRollup(bureau, smallIndex));
  expect(people.map(({ assessment }) => assessment?.name)).toEqual(
    bureau.people.map(({ record, name }) => record && name),
  );
  expect(listed.every(({ standing }) => standing === '计入')).toBe(true);
  expect(listed.every(({ handIn: { isCodeRight } }) => isCodeRight)).toBe(true);
  expect(logs).toHaveLength(1);
});
