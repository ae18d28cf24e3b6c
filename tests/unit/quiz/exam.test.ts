import { describe, expect, test } from 'vitest';
import {
  examAfter,
  handIn,
  isCutOff,
  keptExams,
  unanswered,
  type Exam,
} from '../../../src/model/quiz/exam.ts';
import {
  examCode,
  joinQuizFile,
  quizFileText,
  readQuizFile,
} from '../../../src/model/quiz/quizFile.ts';
import { examResults, lineText } from '../../../src/model/quiz/results.ts';
import { examKept } from '../../../src/model/quiz/examKept.ts';
import { readItem } from '../../../src/model/kept/keptFile.ts';
import { sampleWords } from '../../fixtures/bureauWords.ts';
import { openSamples, sampleKeys } from '../../fixtures/quizBank.ts';
import { rules, posts, exam, fullyAnswered } from '../../fixtures/quizSamples.ts';

describe('考试', () => {
  test('存下来读得回去；作答坏了，卷子还在，坏的说得出来', () => {
    const begun = fullyAnswered();
    const saved = JSON.parse(JSON.stringify(begun)) as Exam;
    expect(readItem(examKept, begun.id, saved, 1)).toEqual({ item: begun, unread: [] });
    const [first = '', ...others] = Object.keys(begun.answers);
    const bad = { ...saved, answers: { ...saved.answers, [first]: { main: ['甲'] } } };
    const { item, unread } = readItem(examKept, begun.id, bad, 1);
    expect(Object.keys(item?.answers ?? {})).toEqual(others);
    expect(unread).toEqual([`${first} 题的作答`]);
  });

  test('没有答完的题号说得出来，全对得 100 分', () => {
    expect(unanswered(exam(), openSamples)).toEqual([1, 2, 3, 4, 5, 6]);
    const done = handIn(fullyAnswered(), openSamples, sampleKeys, 5);
    expect(unanswered(fullyAnswered(), openSamples)).toEqual([]);
    expect(done.handedIn?.mark).toBe(100);
  });

  test('交了以后改不了', () => {
    const done = handIn(fullyAnswered(), openSamples, sampleKeys, 5);
    expect(examAfter(done, { type: 'answer', id: 'w90-q01', answer: {} })).toBe(done);
    expect(handIn(done, openSamples, sampleKeys, 9)).toBe(done);
  });

  test('考的时候题改了：这一题不计分，别的照算', () => {
    const changed = openSamples.map((one) =>
      one.id === 'w90-q01' ? { ...one, print: '00000000' } : one,
    );
    const done = handIn(fullyAnswered(), changed, sampleKeys, 5);
    expect(Object.keys(done.handedIn?.scores ?? {})).not.toContain('w90-q01');
    expect(done.handedIn?.mark).toBe(100);
  });

  test('到时收卷只在内容这样规定时', () => {
    expect(isCutOff(exam({ elapsedSeconds: 9999 }))).toBe(false);
    expect(isCutOff(exam({ elapsedSeconds: 1800, cutsOffAtTime: true }))).toBe(true);
    expect(isCutOff(exam({ elapsedSeconds: 1799, cutsOffAtTime: true }))).toBe(false);
  });

  test('同一种卷子只留最好的和最近的', () => {
    const done = [60, 90, 70, 80].map((mark, i) =>
      exam({ id: `e${i}`, handedIn: { at: i, scores: {}, mark } }),
    );
    expect(keptExams(done).map(({ id }) => id)).toEqual(['e3', 'e1']);
  });

  test('结果按类别、等级、墙归好，弱的在前，错题连着原文', () => {
    const done = handIn(
      examAfter(fullyAnswered(), {
        type: 'answer',
        id: 'w90-q01',
        answer: { 'w90-q01': [0] },
      }),
      openSamples,
      sampleKeys,
      5,
    );
    const entries = openSamples.map(({ id, type }) => ({
      id,
      wall: id === 'w90-q06' ? 'gen' : 'w90',
      type,
      difficulty: '中' as const,
      postLevels: ['普通' as const],
      departments: [],
      posts: [],
      category: id === 'w90-q01' ? ('权力风险' as const) : ('管理风险' as const),
      grade: '一类' as const,
      topic: id,
    }));
    const results = examResults(
      done,
      {
        contentVersion: 'v1',
        unit: '样例局',
        words: sampleWords,
        exam: rules,
        departments: [],
        posts,
        walls: [{ id: 'w90', slug: 'sample', name: '样例', leadDepartments: [] }],
        questions: entries,
      },
      sampleKeys,
    );
    expect(results.byCategory.map(({ name, earned, count }) => [name, earned, count])).toEqual([
      ['权力风险', 0, 1],
      ['管理风险', 5, 5],
    ]);
    expect(results.byWall.map(({ name }) => name)).toEqual(['样例', '通用']);
    expect(results.wrongIds).toEqual(['w90-q01']);
    expect(results.readings).toEqual([{ text: 'w90-r01', path: 'somewhere/#w90-r01' }]);
  });
});

test('成绩里没有零点几题：对了一部分的另说', () => {
  const line = { name: '样例', earned: 0.33, count: 2, right: 0, partly: 1 };
  expect(lineText(line)).toBe('对 0 / 2 题，另有 1 题对一部分');
  expect(lineText({ ...line, earned: 2, right: 2, partly: 0 })).toBe('对 2 / 2 题');
});

describe('导出的文件', () => {
  const done = handIn(fullyAnswered(), openSamples, sampleKeys, 5);
  const text = quizFileText({ name: '示例甲', department: '财务处' }, [done], {
    'w90-q01': { wrong: 1, rightInARow: 0, at: 1 },
  });

  test('读得回来，合并不重复', () => {
    const { file } = readQuizFile(text);
    expect(file?.exams).toEqual([done]);
    if (!file) return;
    const joined = joinQuizFile({ exams: [done], wrongBook: {} }, file);
    expect(joined.exams).toHaveLength(1);
    expect(Object.keys(joined.wrongBook)).toEqual(['w90-q01']);
  });

  test('改一个答案，校验码就变', () => {
    const { file } = readQuizFile(text);
    const [read] = file?.exams ?? [];
    if (!read) throw new Error('没有读到');
    expect(examCode(read)).toBe(examCode(done));
    expect(
      examCode({ ...read, answers: { ...read.answers, 'w90-q01': { 'w90-q01': [3] } } }),
    ).not.toBe(examCode(done));
  });

  test.each([
    ['空的', '', '文件是空的'],
    ['半截', '{"app":', '读不出来'],
    ['别处的', '{"app":"别的"}', '不是本站导出的文件'],
    ['自查记录', '{"app":"fangkongqiang","kind":"assessment","schema":1}', '不是测验记录'],
    ['更新的', '{"app":"fangkongqiang","kind":"quiz","schema":9}', '更新版本'],
  ])('%s文件说清楚', (_, content, expected) => {
    expect(readQuizFile(content).fault).toContain(expected);
  });

  test('一次考试坏了，别的照样读得到，坏的说得出来', () => {
    const other = { ...done, id: 'other' };
    const both = JSON.parse(quizFileText({ name: '', department: '' }, [done, other], {})) as {
      exams: { questions: unknown }[];
    };
    if (both.exams[0]) both.exams[0] = { ...both.exams[0], questions: [{ id: 7 }] };
    const { file } = readQuizFile(JSON.stringify(both));
    expect(file?.exams.map(({ id }) => id)).toEqual([done.id, 'other']);
    expect(file?.unread).toEqual(['第 1 次考试的一道题或者一个标记']);
    expect(readQuizFile('{"app":"fangkongqiang","kind":"quiz","schema":1}').file?.unread).toEqual([
      '考试',
    ]);
  });

  test.each([
    ['分数超过一百', { mark: 100_000 }],
    ['一题得了两分', { scores: { 'w90-q01': 2 } }],
    ['时间是负数', { at: -5 }],
  ])('%s：成绩不收', (_, forged) => {
    const exam = { ...done, handedIn: { ...done.handedIn, ...forged } } as Exam;
    const { file } = readQuizFile(quizFileText({ name: '', department: '' }, [exam], {}));
    expect(file?.exams).toEqual([]);
    expect(file?.unread).toEqual(['第 1 次考试的成绩']);
  });
});
