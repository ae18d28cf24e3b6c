import { describe, expect, test } from 'vitest';
import { breakEvenly, breakLines } from '../../../src/flowchart/lineBreaking.ts';
import { textWidthEm } from '../../../src/model/text/textWidth.ts';

describe('图上的字断行', () => {
  test.each([
    ['国土所、村组、户主', 4, ['国土所、', '村组、', '户主']],
    ['核对工作（两人）', 5, ['核对工作', '（两人）']],
    ['共 12345 号文件', 4, ['共', '12345', '号文件']],
  ])('“%s”按 %i 字宽断开，标点不在行首', (text, width, lines) => {
    expect(breakLines(text, width)).toEqual(lines);
  });

  test('断在词和词之间，几行差不多长', () => {
    expect(breakEvenly('征地补偿安置方案公告', 9)).toEqual(['征地补偿安置', '方案公告']);
  });

  test('顿号处能断就断在顿号处', () => {
    expect(breakEvenly('信访办、纪检监察室、政策法规处', 14)).toEqual([
      '信访办、纪检监察室、',
      '政策法规处',
    ]);
  });

  test('每一行都不超过给定的宽度', () => {
    const text = '市、县政府公告，国土所收意见，汇总后由政策法规处（两人）核对';
    for (const line of breakLines(text, 8)) expect(textWidthEm(line)).toBeLessThanOrEqual(8);
  });
});
