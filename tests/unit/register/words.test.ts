import { describe, expect, test } from 'vitest';
import { everyRow, type RegisterQuery } from '../../../src/model/register/query.ts';
import type { RegisterRow } from '../../../src/model/register/rows.ts';
import {
  chosenFacets,
  gradeTally,
  inUsualOrder,
  nextSort,
  foundText,
  queryText,
  valueNames,
} from '../../../src/model/register/words.ts';
import type { Grade } from '../../../src/model/vocabulary.ts';

const row = (grade: Grade): RegisterRow => ({
  id: 'w90-r01',
  wall: 'w90',
  wallName: '样例事项',
  step: 'w90-s02',
  stepName: '2 受理',
  title: '样例',
  manifestation: '',
  category: '权力风险',
  grade,
  gradeReason: '',
  level: '普通',
  department: '财务处',
  leader: '分管领导',
  post: '',
  posts: [],
  cause: '',
  controls: [],
  basis: '',
  penalties: '',
  warningSign: '',
  classes: [],
  system: '',
  path: '',
});
const nameOf = valueNames([row('一类')]);
const query: RegisterQuery = {
  ...everyRow,
  facets: { grade: '一类', wall: 'w90', step: 'w90-s02' },
  q: ' 底价 ',
};

test('下拉里的先后处处一样：处室照单位的名单，等级从重到轻，没列的在后', () => {
  expect(inUsualOrder('department', ['丙处', '外单位', '甲处'], ['甲处', '乙处', '丙处'])).toEqual([
    '甲处',
    '丙处',
    '外单位',
  ]);
  expect(inUsualOrder('grade', ['二类', '一类', '三类'], [])).toEqual(['一类', '二类', '三类']);
  expect(inUsualOrder('wall', ['w02', 'w01'], [])).toEqual(['w02', 'w01']);
});

describe('台账的条件写成字', () => {
  test('墙和环节写名字，先后照表单', () => {
    expect(chosenFacets(query, nameOf).map(({ text }) => text)).toEqual([
      '防控墙：样例事项',
      '环节：2 受理',
      '等级：一类',
    ]);
  });

  test('印在汇总表上的条件一个不少', () => {
    expect(queryText(query, nameOf)).toBe('防控墙：样例事项，环节：2 受理，等级：一类，含“底价”');
    expect(queryText(everyRow, nameOf)).toBe('');
  });

  test('筛到的都在一面墙上，印出来的条件里就有这面墙的名字，筛没筛墙都一样', () => {
    const found = [row('一类'), row('三类')];
    expect(foundText({ ...everyRow, q: '底价' }, found, nameOf)).toBe(
      `防控墙：${found[0]?.wallName ?? ''}，含“底价”`,
    );
    expect(foundText(query, found, nameOf)).toBe(queryText(query, nameOf));
    const others = [...found, { ...row('二类'), wallName: '另一事项' }];
    expect(foundText(everyRow, others, nameOf)).toBe('全部风险点');
  });

  test('各等级几条', () => {
    expect(gradeTally([row('一类'), row('三类'), row('一类')])).toBe('▲一类 2，■二类 0，●三类 1');
  });
});

test('按表头：先正序，再倒序，再回到墙上的先后', () => {
  expect(['', 'title', '-title', 'grade'].map((sort) => nextSort(sort, 'title'))).toEqual([
    'title',
    '-title',
    '',
    'title',
  ]);
});
