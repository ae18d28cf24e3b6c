import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../../src/model/checks/catalogue.ts';
import { registerRows } from '../../../src/model/register/rows.ts';
import {
  everyRow,
  facetCounts,
  heatMap,
  matchingRows,
  readRegisterQuery,
  registerSearch,
  sortedRows,
  withFacet,
} from '../../../src/model/register/query.ts';
import { categories, gradeEntries, grades } from '../../../src/model/vocabulary.ts';
import { second, secondWalls } from '../../fixtures/secondBureau.ts';

const rows = registerRows(
  secondWalls,
  new Map(second.laws.map(({ name, data }) => [name, data])),
  catalogueOf(second),
  second.bureau.data.answersFor,
);

describe('风险台账', () => {
  test.each([
    ['wall', 'w01', (row: (typeof rows)[number]) => row.wall === 'w01'],
    ['category', '政策风险', (row: (typeof rows)[number]) => row.category === '政策风险'],
    ['grade', '一类', (row: (typeof rows)[number]) => row.grade === '一类'],
    ['level', '领导', (row: (typeof rows)[number]) => row.level === '领导'],
    ['department', '计划资金处', (row: (typeof rows)[number]) => row.department === '计划资金处'],
    ['class', '财权', (row: (typeof rows)[number]) => row.classes.includes('财权')],
    ['step', 'w01-s03', (row: (typeof rows)[number]) => row.step === 'w01-s03'],
  ] as const)('按 %s 筛到 %s，不多不少', (key, value, fits) => {
    const found = matchingRows(rows, withFacet(everyRow, key, value));
    expect(found.map(({ id }) => id)).toEqual(rows.filter(fits).map(({ id }) => id));
    expect(found.length).toBeGreaterThan(0);
    expect(facetCounts(rows, everyRow, key).get(value)).toBe(found.length);
  });

  test('查的词在哪一列都算，几个词都要有，全角半角一样', () => {
    const one = matchingRows(rows, { ...everyRow, q: '林地' });
    const two = matchingRows(rows, { ...everyRow, q: '林地　朋友' });
    expect(one.length).toBeGreaterThan(two.length);
    expect(two.map(({ id }) => id)).toContain('w01-r06');
    expect(matchingRows(rows, { ...everyRow, q: 'Ｗ０１-Ｒ０６' }).map(({ id }) => id)).toEqual([
      'w01-r06',
    ]);
    expect(matchingRows(rows, { ...everyRow, q: '天外飞仙' })).toEqual([]);
  });

  test('排序稳当：同等级的照墙的先后，等级按轻重不按字', () => {
    const sorted = sortedRows(rows, 'grade');
    const ranks = sorted.map(({ grade }) => gradeEntries[grade].rank);
    expect(ranks).toEqual([...ranks].sort());
    const first = sorted.filter(({ grade }) => grade === '一类').map(({ id }) => id);
    expect(first).toEqual(rows.filter(({ grade }) => grade === '一类').map(({ id }) => id));
    expect(sortedRows(rows, '-grade')[0]?.grade).toBe('三类');
    expect(sortedRows(rows, '').map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  test('热力表加起来等于筛出来的条数', () => {
    const query = withFacet({ ...everyRow, q: '补助' }, 'level', '普通');
    const count = heatMap(rows, query, ['category', 'grade']);
    const sum = categories.flatMap((a) => grades.map((b) => count(a, b))).reduce((a, b) => a + b);
    expect(sum).toBe(matchingRows(rows, query).length);
    expect(sum).toBeGreaterThan(0);
  });

  test('选的都在网址里，读得回来；换墙就放开环节', () => {
    const query = {
      ...withFacet(
        withFacet(withFacet(everyRow, 'wall', 'w01'), 'step', 'w01-s03'),
        'grade',
        '一类',
      ),
      q: '林地',
      sort: '-grade',
      columns: ['id', 'title', 'controls'],
    };
    expect(readRegisterQuery(`?${registerSearch(query)}`)).toEqual(query);
    expect(registerSearch(everyRow)).toBe('');
    expect(withFacet(query, 'wall', 'w02').facets).toEqual({ wall: 'w02', grade: '一类' });
    expect(readRegisterQuery('?sort=nothing&columns=x,y')).toEqual(everyRow);
  });
});
