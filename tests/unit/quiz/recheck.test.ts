import { describe, expect, test } from 'vitest';
import type { BankEntry } from '../../../src/model/quiz/bank.ts';
import { examAfter, handIn, beginExam, type Exam } from '../../../src/model/quiz/exam.ts';
import { readQuizFile, quizFileText } from '../../../src/model/quiz/quizFile.ts';
import { recheck } from '../../../src/model/quiz/recheck.ts';
import { openSamples, sampleKeys } from '../../fixtures/quizBank.ts';

const paper = { id: 'standard', name: '标准卷', questionCount: 6, minutes: 30, passMark: 80 };
const entries: BankEntry[] = openSamples.map(({ id, type, difficulty }) => ({
  id,
  type,
  difficulty,
  wall: 'w90',
  postLevels: ['普通'],
  departments: [],
  posts: [],
  topic: id,
}));
const bank = {
  exam: { papers: [paper], cutsOffAtTime: false, generalShare: 0 },
  contentVersion: 'v1',
  questions: entries,
};

/** Handed in with the first so many questions right and no answer to the others. */
function handedIn(rightCount: number): Exam {
  const begun = beginExam(bank, {
    id: 'one',
    seed: 'ACDEFG',
    paper,
    postText: '全部岗位',
    questions: openSamples,
    now: 1,
  });
  const answered = sampleKeys.slice(0, rightCount).reduce(
    (exam, { id, parts }) =>
      examAfter(exam, {
        type: 'answer',
        id,
        answer: Object.fromEntries(parts.map((part) => [part.id, part.right])),
      }),
    begun,
  );
  return handIn(answered, openSamples, sampleKeys, 5);
}

/** As the file of a person who wrote other things into it comes out of the reader. */
function forged(exam: Exam, change: (exam: Exam) => unknown): Exam | undefined {
  const file = JSON.parse(quizFileText({ name: '', department: '' }, [exam], {})) as {
    exams: Exam[];
  };
  file.exams = file.exams.map((one) => change(one) as Exam);
  return readQuizFile(JSON.stringify(file)).file?.exams[0];
}

const checked = (exam: Exam | undefined) => {
  if (!exam) throw new Error('没有读到');
  return recheck(exam, bank, openSamples, sampleKeys);
};

describe('读入的成绩按作答重算', () => {
  test('没有动过的，一分不差', () => {
    const done = handedIn(3);
    expect(checked(forged(done, (exam) => exam))).toEqual({
      status: 'marked',
      exam: done,
      differences: [],
    });
  });

  test('自己写的分数和得分不算数，说出差在哪里', () => {
    const done = handedIn(3);
    const result = checked(
      forged(done, (exam) => ({
        ...exam,
        handedIn: {
          at: 5,
          mark: 100,
          scores: Object.fromEntries(exam.questions.map(({ id }) => [id, 1])),
        },
      })),
    );
    expect(result.status === 'marked' && result.exam.handedIn).toEqual(done.handedIn);
    expect(result.status === 'marked' && result.differences).toEqual([
      '文件里写 100 分，按里面的作答重算是 50 分',
    ]);
  });

  test('十万分、负的时间读不进来', () => {
    const done = handedIn(3);
    for (const change of [
      (exam: Exam) => ({ ...exam, handedIn: { ...exam.handedIn, mark: 100000 } }),
      (exam: Exam) => ({ ...exam, handedIn: { ...exam.handedIn, at: -1 } }),
    ]) {
      expect(forged(done, change)).toBeUndefined();
    }
    expect(forged(done, (exam) => ({ ...exam, elapsedSeconds: -60 }))?.elapsedSeconds).toBe(0);
  });

  test('只留一道会的题、把合格分改低，都说出来，合格分照规则', () => {
    const done = handedIn(1);
    const result = checked(
      forged(done, (exam) => ({
        ...exam,
        passMark: 1,
        questions: [exam.questions[0], exam.questions[0], exam.questions[0]],
      })),
    );
    if (result.status !== 'marked') throw new Error(result.status);
    expect(result.exam.passMark).toBe(80);
    expect(result.exam.questions).toHaveLength(1);
    expect(result.differences.join()).toContain('合格分写的是 1，这种卷子是 80');
    expect(result.differences.join()).toContain('有 1 题，这种卷子是 6 题');
  });

  test('题库里改过的题不计分，也说出来；一题都不在的算不出', () => {
    const done = handedIn(3);
    const changed = openSamples.map((one, i) => (i === 0 ? { ...one, print: 'other' } : one));
    const result = recheck(done, bank, changed, sampleKeys);
    expect(result.status === 'marked' && result.exam.handedIn?.mark).toBe(40);
    expect(result.status === 'marked' && result.differences.join()).toContain('1 题题库里改过');
    expect(recheck(done, bank, [], []).status).toBe('unmarkable');
  });
});
