import { describe, expect, test } from 'vitest';
import { optionColumns } from '../../../src/model/quiz/optionColumns.ts';

const long = (length: number) => '字'.repeat(length);
const options = (count: number, longest: number) =>
  Array.from({ length: count }, (_, i) => long(i === 1 ? longest : 2));

describe('选项分几栏，由最长的一项定', () => {
  test.each([
    // A line of 169 mm holds 45.6 signs of 10.5 pt; the letter takes 1.6, the indent 1, each gap 1.
    { name: '四个很短的', given: options(4, 8), columns: 4 },
    { name: '四个，一个长一点', given: options(4, 9), columns: 2 },
    { name: '四个，半行放得下', given: options(4, 20), columns: 2 },
    { name: '四个，有一个半行放不下', given: options(4, 21), columns: 1 },
    { name: '六个短的，三栏省一行', given: options(6, 12), columns: 3 },
    { name: '六个，三栏放不下', given: options(6, 13), columns: 2 },
    { name: '五个，有一个半行放不下', given: options(5, 21), columns: 1 },
    { name: '七个短的', given: options(7, 3), columns: 3 },
  ])('$name：$columns 栏', ({ given, columns }) => {
    expect(optionColumns(given)).toBe(columns);
  });

  test('字母和数字照宽的字体算，不照最窄的算', () => {
    expect(optionColumns(['甲', '乙', '丙', `${long(12)}WWWWWWWW`])).toBe(2);
    expect(optionColumns(['甲', '乙', '丙', `${long(12)}WWWWWWWWW`])).toBe(1);
  });
});
