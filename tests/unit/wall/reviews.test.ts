import { expect, test } from 'vitest';
import {
  reviewCells,
  reviewDaysText,
  reviewsOf,
  reviewStateOf,
  reviewSummary,
} from '../../../src/model/wall/reviews.ts';
import { checkContent } from '../../../src/model/checks/checkContent.ts';
import { second, secondWalls } from '../../fixtures/secondBureau.ts';

test.each([
  ['2026-12-01', '已过期', '过期 30 天'],
  ['2026-12-30', '已过期', '过期 1 天'],
  ['2026-12-31', '快到期', '今天到期'],
  ['2027-01-01', '快到期', '还有 1 天'],
  ['2027-03-01', '快到期', '还有 60 天'],
  ['2027-03-02', '未到期', '还有 61 天'],
])('十二月三十一日看 %s：%s，%s', (date, state, days) => {
  expect(reviewStateOf(date, '2026-12-31')).toBe(state);
  expect(reviewDaysText(date, '2026-12-31')).toBe(days);
});

test('一览里每面墙一行，先到期的在前；说几面过期、几面快到期', () => {
  const reviews = reviewsOf(secondWalls);
  expect(reviews.map(({ wallId }) => wallId).sort()).toEqual(
    secondWalls.map(({ wall }) => wall.id).sort(),
  );
  const dates = reviews.map(({ nextReviewDate }) => nextReviewDate);
  expect(dates).toEqual([...dates].sort());
  const [first] = reviews;
  if (!first) throw new Error('没有墙');
  const cells = reviewCells({ ...first, nextReviewDate: '2026-11-01' }, '2026-12-01');
  expect(cells.slice(0, 3)).toEqual([
    first.wallId.toUpperCase(),
    first.name,
    first.departments.join('、'),
  ]);
  expect(cells.slice(-3)).toEqual(['2026-11-01', '已过期', '过期 30 天']);
  const due = ['2026-11-01', '2026-11-02', '2027-01-01', '2027-12-01'];
  expect(reviewSummary(due, '2026-12-01')).toBe('已过期 2 面，60 天内到期 1 面');
  expect(reviewSummary(['2027-12-01'], '2026-12-01')).toBe('60 天内没有到期的');
});

test.each(['2027-06-15', '2027-10-15', '2027-12-01'])(
  '%s：内容检查的提醒和一览说的是同一批墙',
  (today) => {
    const kinds = ['复核已过期', '快到复核日期'];
    const reminded = checkContent(second, today)
      .flatMap((one) => ('kind' in one && kinds.includes(String(one.kind)) ? [one.file] : []))
      .sort();
    const due = second.walls
      .filter(({ data }) => reviewStateOf(data.nextReviewDate, today) !== '未到期')
      .map(({ file }) => file)
      .sort();
    expect(reminded).toEqual(due);
    expect(due.length > 0).toBe(today > '2027-09-30');
  },
);
