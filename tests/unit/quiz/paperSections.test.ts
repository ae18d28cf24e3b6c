import { describe, expect, test } from 'vitest';
import { partMarks, questionMarks } from '../../../src/model/quiz/paperMarks.ts';
import {
  paperSections,
  sectionMarks,
  sectionRange,
} from '../../../src/model/quiz/paperSections.ts';
import { openSamples } from '../../fixtures/quizBank.ts';

const sum = (marks: readonly number[]) => marks.reduce((all, one) => all + one, 0);
const sample = (type: string) => {
  const found = openSamples.find((one) => one.type === type);
  if (!found) throw new Error(type);
  return found;
};
const paperOf = (...types: string[]) => paperSections(types.map(sample));

describe('一张卷子的分', () => {
  test('不论几题，加起来都是一百分，没有不值分的题，也没有零头', () => {
    for (let count = 1; count <= 100; count += 1) {
      const marks = questionMarks(count);
      expect(sum(marks), `${count} 题`).toBe(100);
      expect(marks).toHaveLength(count);
      expect(Math.min(...marks)).toBeGreaterThanOrEqual(1);
      expect(Math.max(...marks) - Math.min(...marks)).toBeLessThanOrEqual(1);
      for (const mark of marks) expect(mark * 2).toBe(Math.round(mark * 2));
    }
  });

  test.each([
    [20, 5, 5],
    [40, 2.5, 2.5],
    [50, 2, 2],
    [30, 3, 4],
  ])('%i 题：第一题 %d 分，最后一题 %d 分', (count, first, last) => {
    const marks = questionMarks(count);
    expect([marks[0], marks[count - 1]]).toEqual([first, last]);
  });

  test.each([
    [5, 2, [2.5, 2.5]],
    [5, 3, [1.5, 1.5, 2]],
    [5, 4, [1, 1, 1.5, 1.5]],
    [2, 4, [0.5, 0.5, 0.5, 0.5]],
    [1, 3, [0.25, 0.25, 0.5]],
  ])('%d 分的案例有 %i 小题', (mark, count, marks) => {
    expect(partMarks(mark, count)).toEqual(marks);
    expect(sum(partMarks(mark, count))).toBe(mark);
  });
});

describe('一张卷子的几个部分', () => {
  test('每种题一个部分，按出现的先后编号，题号连着', () => {
    const sections = paperOf('单选', '单选', '多选', '判断', '排序', '配对', '案例');
    expect(sections.map(({ numeral, name }) => `${numeral}、${name}`)).toEqual([
      '一、单项选择题',
      '二、多项选择题',
      '三、判断题',
      '四、排序题',
      '五、配对题',
      '六、案例分析题',
    ]);
    expect(sections.map(sectionRange)).toEqual(['1—2', '3', '4', '5', '6', '7']);
    expect(sum(sections.map(({ mark }) => mark))).toBe(100);
  });

  test('没有的题型不占号', () => {
    expect(paperOf('单选', '判断').map(({ numeral, name }) => numeral + name)).toEqual([
      '一单项选择题',
      '二判断题',
    ]);
  });

  test('分值一样的写每题几分，不一样的写哪几题几分', () => {
    const [alike] = paperOf('单选', '单选', '判断', '判断');
    expect(alike && sectionMarks(alike)).toBe('每题 25 分，共 50 分');
    const [first, second] = paperOf('单选', '单选', '判断');
    expect(first && sectionMarks(first)).toBe('每题 33 分，共 66 分');
    expect(second && sectionMarks(second)).toBe('每题 34 分，共 34 分');
    const [mixed] = paperOf('单选', '单选', '单选');
    expect(mixed && sectionMarks(mixed)).toBe('第 1—2 题每题 33 分，第 3 题每题 34 分，共 100 分');
  });

  test('案例的分都落在小题上', () => {
    const [only] = paperOf('案例');
    const [placed] = only?.questions ?? [];
    expect(placed?.partMarks).toHaveLength(placed?.question.parts.length ?? 0);
    expect(sum(placed?.partMarks ?? [])).toBe(100);
  });
});
