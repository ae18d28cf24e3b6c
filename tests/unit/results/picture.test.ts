import { describe, expect, test } from 'vitest';
import { figureText, pictureInWords, picturePlan } from '../../../src/model/results/picturePlan.ts';
import type { Picture, ResultGroup } from '../../../src/model/results/resultsSchema.ts';
import { drawPicture } from '../../../src/pictures/drawPicture.ts';

const group: ResultGroup = {
  title: '样例',
  period: '样例年度',
  walls: [],
  pictures: [],
  figures: [
    { id: 'f01', label: '违法用地', value: 80, unit: '宗' },
    { id: 'f02', label: '立案', value: 60, unit: '宗' },
    { id: 'f03', label: '非立案', value: 20, unit: '宗' },
    { id: 'f04', label: '提前办结', value: 96.8, unit: '%' },
    { id: 'f05', label: '行业', value: 39, unit: '个' },
    { id: 'f06', label: '名次', value: 3, unit: '名次' },
  ],
};
const parts: Picture = {
  kind: '构成',
  caption: '怎样处理',
  isComplete: true,
  rows: [{ whole: 'f01', parts: ['f02', 'f03'] }],
};
const share: Picture = { kind: '占比', caption: '提前办结的', share: 'f04', of: '办结的件' };
const rank = (isWithin: boolean): Picture => ({
  kind: '名次',
  caption: '评议',
  total: 'f05',
  rank: 'f06',
  isWithin,
});

describe('数字怎么说', () => {
  test.each([
    [4494, '件', '4494 件'],
    [96.8, '%', '96.8%'],
    [3, '名次', '第 3 名'],
    [3, '名以内', '前 3 名'],
  ])('%d %s 说成 %s', (value, unit, text) => {
    expect(figureText({ value, unit })).toBe(text);
  });

  test.each([
    [parts, '怎样处理：违法用地 80 宗，其中立案 60 宗，非立案 20 宗。'],
    [share, '提前办结的：办结的件，其中提前办结 96.8%。'],
    [rank(false), '评议：39 个里的第 3 名。'],
    [rank(true), '评议：39 个里的前 3 名。'],
  ])('看不见图的人听到同样的数：%#', (picture, words) => {
    expect(pictureInWords(picturePlan(picture, group))).toBe(words);
  });
});

describe('画出来的图', () => {
  const rectangles = (svg: string, filling: string) =>
    [...svg.matchAll(/<g class="picture-part"[^>]*fill="url\(#[^)]*-(\w+)\)"[^>]*>(<rect[^>]*>)/g)]
      .filter((match) => match[1] === filling)
      .map((match) => Number(/\swidth="([\d.]+)"/.exec(match[2] ?? '')?.[1]));

  test.each([parts, share, rank(false), rank(true)])(
    '没有页面策略不许的样式，带着文字说明：%#',
    (picture) => {
      const svg = drawPicture(picturePlan(picture, group));
      expect(svg).not.toMatch(/\sstyle=|<style/);
      expect(svg).toContain(`<title`);
      expect(svg).toContain(pictureInWords(picturePlan(picture, group)));
    },
  );

  test('长短照数字来，两部分用两种花纹', () => {
    const svg = drawPicture(picturePlan(parts, group));
    const [first = 0] = rectangles(svg, 'hatch');
    const [second = 0] = rectangles(svg, 'dots');
    expect(first / second).toBeCloseTo(3, 2);
  });

  test('百分数只画自己那一段，不替汇报算出剩下的', () => {
    const svg = drawPicture(picturePlan(share, group));
    expect(rectangles(svg, 'hatch')[0]).toBeCloseTo(438 * 0.968, 1);
    expect(svg).not.toContain('3.2');
  });

  test.each([
    [false, 1, 38],
    [true, 3, 36],
  ])('只知道前几名的，把前几名都标出来（%s）', (isWithin, marked, others) => {
    const svg = drawPicture(picturePlan(rank(isWithin), group));
    const groupOf = (name: string) =>
      new RegExp(`<g class="${name}"[^>]*>((?:<rect[^>]*></rect>)+)`).exec(svg)?.[1] ?? '';
    expect(groupOf('picture-part').match(/<rect/g)?.length).toBe(marked);
    expect(groupOf('picture-whole').match(/<rect/g)?.length).toBe(others);
  });
});
