import { describe, expect, test } from 'vitest';
import { paginate, paginateEvenly } from '../../../src/model/print/paginate.ts';

describe('分页', () => {
  const rooms = { first: 100, other: 150, end: 40 };
  test.each([
    ['一页放得下', [30, 30], [[0, 1]]],
    ['放不下的整行移到下一页', [60, 60, 40], [[0], [1, 2]]],
    ['签字栏放不下，带一行一起走', [40, 45], [[0], [1]]],
    ['比一页还高的行单独一页', [30, 400, 30], [[0], [1], [2]]],
    ['没有行也有签字栏', [], [[]]],
  ])('%s', (_, heights, pages) => {
    const result = paginate(heights, rooms);
    expect(result.map(({ rows }) => rows)).toEqual(pages);
    expect(result.map(({ hasEnd }) => hasEnd)).toEqual(
      pages.map((__, i) => i === pages.length - 1),
    );
  });

  test('任何高低都不丢行、不重行，除独占一页的以外都不超出', () => {
    for (let seed = 1; seed < 200; seed += 1) {
      const heights = Array.from({ length: seed % 37 }, (_, i) => 5 + ((seed * 31 + i * 17) % 60));
      const pages = paginate(heights, rooms);
      expect(pages.flatMap(({ rows }) => rows)).toEqual(heights.map((_, i) => i));
      pages.forEach(({ rows, hasEnd }, i) => {
        const used = rows.reduce((sum, row) => sum + (heights[row] ?? 0), 0);
        const room = i === 0 ? rooms.first : rooms.other;
        expect(used + (hasEnd ? rooms.end : 0)).toBeLessThanOrEqual(room);
      });
    }
  });
});

describe('各页匀着放', () => {
  const rooms = { first: 100, other: 100, end: 10, rowsWithEnd: 1 };
  const filled = (heights: readonly number[], pages: readonly { rows: readonly number[] }[]) =>
    pages.map(({ rows }) => rows.reduce((sum, row) => sum + (heights[row] ?? 0), 0));

  test('最后一页不是只剩一行：页数不变，各页差不多满', () => {
    const heights = Array.from({ length: 11 }, () => 20);
    expect(filled(heights, paginate(heights, rooms))).toEqual([100, 100, 20]);
    expect(filled(heights, paginateEvenly(heights, rooms))).toEqual([80, 80, 60]);
  });

  test('任何高低都不丢行、不重行，页数和紧着放一样', () => {
    for (let seed = 1; seed < 120; seed += 1) {
      const heights = Array.from({ length: seed % 41 }, (_, i) => 5 + ((seed * 29 + i * 13) % 45));
      const pages = paginateEvenly(heights, rooms);
      expect(pages.flatMap(({ rows }) => rows)).toEqual(heights.map((_, i) => i));
      expect(pages).toHaveLength(paginate(heights, rooms).length);
      filled(heights, pages).forEach((sum, i) => {
        expect(sum + (pages[i]?.hasEnd ? rooms.end : 0)).toBeLessThanOrEqual(100);
      });
    }
  });
});
