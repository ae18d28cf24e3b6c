import { expect, test } from 'vitest';
import { chineseNumber } from '../../../src/model/text/chineseNumber.ts';

test.each([
  ['两', 2],
  ['七', 7],
  ['十', 10],
  ['十五', 15],
  ['二十', 20],
  ['四十五', 45],
  ['一百', 100],
  ['一百二十', 120],
  ['三千', 3000],
  ['三千五百', 3500],
  ['一千零五', 1005],
  ['45', 45],
])('%s 是 %i', (text, number) => {
  expect(chineseNumber(text)).toBe(number);
});

test('不是数的不当数', () => {
  expect(chineseNumber('若干')).toBeNaN();
});
