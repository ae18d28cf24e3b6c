import { describe, expect, test } from 'vitest';
import { answerBiases } from '../../src/model/quiz/answerBias.ts';
import { quizSchema, type QuizSource } from '../../src/model/quiz/quizSchema.ts';
import { realContent } from '../fixtures/realContent.ts';

const common = (number: number) => ({
  id: `w90-q${String(number).padStart(2, '0')}`,
  difficulty: '中',
  postLevels: ['普通'],
  restsOn: ['w90-r01'],
  stem: `第${number}号样例题，应当怎样办？`,
});

/** Four options with the right one at a place; it alone is longer when asked for. */
const single = (number: number, place: number, isLongest = false) => ({
  ...common(number),
  type: '单选',
  options: [0, 1, 2, 3].map((i) => ({
    text: `第${i}号做法${i === place && isLongest ? '，写得特别长' : ''}`,
    isRight: i === place,
    feedback: `第${i}号做法的说明`,
  })),
});

const judgement = (number: number, isTrue: boolean) => ({
  ...common(number),
  type: '判断',
  isTrue,
  feedback: { ifTrue: '选对以后的说明', ifFalse: '选错以后的说明' },
});

const bank = (...files: unknown[][]): QuizSource[] =>
  files.map((questions) => quizSchema.parse({ wall: 'w90', questions }));
const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, i) => from + i);
const even = (count: number, from = 0) => numbers(count, from).map((i) => single(i, i % 4));
const said = (quizzes: readonly QuizSource[]) => answerBiases(quizzes).map((bias) => bias.said);

describe('题库整体不泄露答案', () => {
  test('答案摆得匀、长短一样，就没有话说', () => {
    expect(answerBiases(bank(even(40)))).toEqual([]);
  });

  test.each([
    [16, []],
    [17, ['全部单选题里，正确选项最长的占 43 %，看长短就能猜']],
  ])('40 题里正确选项最长的有 %i 题', (count, expected) => {
    const questions = numbers(40).map((i) => single(i, i % 4, i < count));
    expect(said(bank(questions))).toEqual(expected);
  });

  test.each([
    ['第一个占 35 %，第四个占 15 %', [14, 10, 10, 6], []],
    [
      '第一个占 38 %',
      [15, 9, 8, 8],
      ['全部单选题里，答案是第 1 个选项的占 38 %'],
    ],
    [
      '第四个占 13 %',
      [12, 12, 11, 5],
      ['全部单选题里，答案是第 4 个选项的占 13 %'],
    ],
  ])('答案的位置：%s', (_, counts, expected) => {
    const places = counts.flatMap((count, place) => numbers(count).map(() => place));
    expect(said(bank(places.map((place, i) => single(i, place))))).toEqual(expected);
  });

  test.each([
    [12, []],
    [28, []],
    [11, ['全部判断题里，答案是“对”的占 28 %']],
    [29, ['全部判断题里，答案是“对”的占 73 %']],
  ])('40 道判断题里“对”有 %i 道', (count, expected) => {
    expect(said(bank(numbers(40).map((i) => judgement(i, i < count))))).toEqual(expected);
  });

  test('案例的小题也算在里面', () => {
    const parts = ['a', 'b'].map((letter, i) => {
      const { type, stem, options } = single(i, 0);
      return { id: `w90-q50-${letter}`, type, stem, options };
    });
    const story = '样例案情：经办人收到一份缺页的申请，没有登记就送去签字，事后又说不清是谁定的。';
    const withCase = { ...common(50), type: '案例', stem: story, parts };
    expect(said(bank([...even(38), withCase]))).toEqual([]);
    // Thirteen of 38 stand first: with the two parts fifteen of 40, over the limit.
    const tilted = [13, 9, 8, 8].flatMap((count, place) => numbers(count).map(() => place));
    const singles = tilted.map((place, i) => single(i, place));
    expect(said(bank(singles))).toEqual([]);
    expect(said(bank([...singles, withCase]))).toEqual([
      '全部单选题里，答案是第 1 个选项的占 38 %',
    ]);
  });

  test('题少的时候不算份额', () => {
    expect(answerBiases(bank(numbers(39).map((i) => single(i, 0, true))))).toEqual([]);
  });

  test('指给作者的是偏得最多的那个文件', () => {
    const longest = numbers(20, 40).map((i) => single(i, i % 4, true));
    const [bias] = answerBiases(bank(even(20), longest));
    expect(bias?.worst).toBe(1);
    const neverLast = numbers(20, 20).map((i) => single(i, i % 3));
    const [rare] = answerBiases(bank(even(20), neverLast));
    expect(rare).toMatchObject({ said: '全部单选题里，答案是第 4 个选项的占 13 %', worst: 1 });
  });
});

test('真实的题库不靠长短、位置和对错露出答案', () => {
  const quizzes = realContent().quizzes.map(({ data }) => data);
  const singles = quizzes.flatMap(({ questions }) =>
    questions.filter(({ type }) => type === '单选'),
  );
  // Below forty the shares are not counted, and this test would say nothing.
  expect(singles.length).toBeGreaterThanOrEqual(40);
  expect(said(quizzes)).toEqual([]);
});
