import { describe, expect, test } from 'vitest';
import { paginateGroups, type GroupRow } from '../../../src/model/print/paginateGroups.ts';

const head = (group: number, height = 20): GroupRow => ({ height, group, isHead: true });
const row = (group: number, height = 30): GroupRow => ({ height, group, isHead: false });
const split = (rows: readonly GroupRow[], room = 100, again = 10) =>
  paginateGroups(rows, room, again).map(({ rows: on, continues }) => [on.join(' '), continues]);

describe('分页：一步的风险点跟着这一步', () => {
  test('放得下就不分', () => {
    expect(split([head(1), row(1), row(1)])).toEqual([['0 1 2', undefined]]);
  });

  test('步骤的名称不落在页脚：它和第一条一起到下一页', () => {
    expect(split([head(1), row(1), row(1), head(2), row(2)])).toEqual([
      ['0 1 2', undefined],
      ['3 4', undefined],
    ]);
  });

  test('一步接到下一页，那一页知道是哪一步，也给它的名称留了地方', () => {
    expect(split([head(1), row(1), row(1), row(1), row(1), row(1), row(1)])).toEqual([
      ['0 1 2', undefined],
      ['3 4 5', 1],
      ['6', 1],
    ]);
  });

  test('比一页还高的一行不丢，也不把名称单独留下', () => {
    expect(split([head(1), row(1, 150), row(1)])).toEqual([
      ['0 1', undefined],
      ['2', 1],
    ]);
  });

  test('没有风险点的步骤只有名称，照样在', () => {
    expect(split([head(1), head(2), head(3)])).toEqual([['0 1 2', undefined]]);
  });

  test('一行也没有，就一页也没有', () => {
    expect(split([])).toEqual([]);
  });
});
