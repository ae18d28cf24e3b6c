import { describe, expect, test } from 'vitest';
import {
  paginateQuestions,
  type QuestionBlock,
} from '../../../src/model/print/paginateQuestions.ts';

/** Questions of one block each. */
const single = (...heights: number[]): QuestionBlock[] =>
  heights.map((height, i) => ({ height, question: i + 1 }));
const spread = (blocks: readonly QuestionBlock[], first = 80, other = 100) =>
  paginateQuestions(blocks, { first, other }).map(({ rows }) =>
    rows.map((row) => blocks[row]?.question ?? 0),
  );

describe('卷子分页', () => {
  test('一题不少，先后不变，哪一页也不超', () => {
    const blocks = single(...Array.from({ length: 60 }, (_, i) => 5 + ((i * 7) % 23)));
    const pages = paginateQuestions(blocks, { first: 80, other: 100 });
    expect(pages.flatMap(({ rows }) => rows)).toEqual(blocks.map((_, i) => i));
    pages.forEach(({ rows }, i) => {
      const height = rows.reduce((all, row) => all + (blocks[row]?.height ?? 0), 0);
      expect(height).toBeLessThanOrEqual(i === 0 ? 80 : 100);
    });
    expect(pages.map(({ hasEnd }) => hasEnd)).toEqual(pages.map((_, i) => i === pages.length - 1));
  });

  test('最后一页不会只有一题：前一页分一题过来', () => {
    expect(spread(single(20, 20, 20, 20, 20))).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
  });

  test('中间的页排满，短的是最后一页', () => {
    expect(spread(single(40, 40, 25, 25, 25, 25, 25, 25))).toEqual([
      [1, 2],
      [3, 4, 5, 6],
      [7, 8],
    ]);
  });

  test('案例放得下就不拆到两页', () => {
    const blocks = [
      ...single(20, 20, 20),
      { height: 15, question: 4 },
      { height: 15, question: 4 },
      { height: 15, question: 4 },
      { height: 30, question: 5 },
    ];
    expect(spread(blocks)).toEqual([
      [1, 2, 3],
      [4, 4, 4, 5],
    ]);
  });

  test('拆开案例能省一页、免得空半页，就在小题之间拆', () => {
    const blocks = [
      ...single(20, 20),
      { height: 25, question: 3 },
      { height: 35, question: 3 },
      { height: 35, question: 3 },
      { height: 25, question: 4 },
    ];
    expect(spread(blocks)).toEqual([
      [1, 2, 3],
      [3, 3, 4],
    ]);
  });

  test('比一页还高的一题自己一页，只有一题的卷子就是一页', () => {
    expect(spread(single(30, 150, 30))).toEqual([[1], [2], [3]]);
    expect(spread(single(30))).toEqual([[1]]);
    expect(spread([])).toEqual([[]]);
  });
});
