import { describe, expect, test } from 'vitest';
import { countHandIns } from '../../../src/model/rollup/counting.ts';
import type { RollupExam } from '../../../src/model/rollup/rollup.ts';
import {
  countedExam,
  examinedBehind,
  examsOf,
  yearOf,
} from '../../../src/model/rollup/totals/exams.ts';
import {
  answererBehind,
  answerOutcomes,
  misleadingOption,
  optionFigures,
  questionTallies,
} from '../../../src/model/rollup/totals/questions.ts';
import { smallIndex as index } from '../../fixtures/rollup/smallIndex.ts';
import { madeQuestions, smallKeys, smallQuestions } from '../../fixtures/rollup/smallQuiz.ts';
import { variedRollup } from '../../fixtures/rollup/variedRollup.ts';

const rollup = variedRollup(300, index, madeQuestions);
const counting = countHandIns(rollup);
const order = index.posts.map(({ name }) => name);
const exams = examsOf(counting, rollup.head.period, order);
const tallies = questionTallies(exams);

/** By hand: of each person the exam of the year that was handed in last. */
const sat = counting.people.flatMap(({ id, department, quiz }) => {
  const ofYear = (quiz?.exams ?? []).filter(({ at }) => new Date(at).getFullYear() === 2026);
  const [exam] = [...ofYear].sort((a, b) => b.at - a.at);
  return exam ? [{ id, department, exam }] : [];
});

test('一个人数最后交的一份，不数往年的，也不挑最高的', () => {
  const several = counting.people.filter(({ quiz }) => (quiz?.exams.length ?? 0) > 1);
  expect(several.length).toBeGreaterThan(20);
  expect(exams.people.map(({ person, exam }) => `${person.id} ${exam.id}`).sort()).toEqual(
    sat.map(({ id, exam }) => `${id} ${exam.id}`).sort(),
  );
  const [one] = sat;
  if (!one) throw new Error('样例里没有卷子');
  const of = (at: string, mark: number): RollupExam => ({
    ...one.exam,
    at: Date.parse(at),
    mark,
  });
  const [old, best, last] = [
    of('2025-06-01', 100),
    of('2026-06-01', 95),
    of('2026-07-01', 40),
  ] as const;
  expect(countedExam([last, old, best], 2026)).toBe(last);
  expect(countedExam([old], 2026)).toBeUndefined();
  expect(countedExam([old], undefined)).toBe(old);
  expect(yearOf('２０２６年第一季度')).toBe(2026);
  expect(yearOf('本期')).toBeUndefined();
});

test('各处室合格率和另外数的一样，处室照单位的先后', () => {
  expect(exams.departments.map(({ department }) => department)).toEqual(
    order.filter((name) => sat.some(({ department }) => department === name)),
  );
  for (const { department, examined, passed } of exams.departments) {
    const own = sat.filter((one) => one.department === department);
    expect(examined).toBe(own.length);
    expect(passed).toBe(own.filter(({ exam }) => exam.mark >= exam.passMark).length);
    expect(examinedBehind(exams, { department, passed: false })).toHaveLength(examined - passed);
  }
});

describe('每道题', () => {
  test('全对、对一部分、答错、没答和另外数的一样；交卷前改过的题不数', () => {
    expect(tallies.map(({ id }) => id).sort()).toEqual(madeQuestions.map(({ id }) => id).sort());
    for (const { id, print, outcomes } of tallies) {
      const own = sat.flatMap(({ exam }) => {
        const score = exam.scores[id];
        if (score === undefined || !exam.questions.some((one) => one.id === id)) return [];
        const given = Object.values(exam.answers[id] ?? {}).flat();
        if (given.length === 0) return ['没答'];
        return [score === 1 ? '全对' : score === 0 ? '答错' : '对一部分'];
      });
      expect(outcomes, id).toEqual(
        answerOutcomes.map((outcome) => own.filter((one) => one === outcome).length),
      );
      for (const [i, outcome] of answerOutcomes.entries()) {
        expect(answererBehind(exams, { id, print, outcome })).toHaveLength(outcomes[i] ?? 0);
      }
    }
  });

  test('每个选项有多少人选，和另外数的一样；选得最多的错项就是错项里最多的', () => {
    let checked = 0;
    for (const question of smallQuestions) {
      const tally = tallies.find(({ id }) => id === question.id);
      const key = smallKeys.find(({ id }) => id === question.id);
      if (!tally || !key) throw new Error(question.id);
      const options = optionFigures(tally, question, key);
      for (const { part, option, chosen, share } of options) {
        const answers = sat.flatMap(({ exam }) =>
          exam.scores[question.id] === undefined
            ? []
            : [exam.answers[question.id]?.[part.id] ?? []],
        );
        const count = answers.filter((given) => given.includes(option)).length;
        const answered = answers.filter((given) => given.length > 0).length;
        expect(chosen, `${part.id} ${option}`).toBe(count);
        expect(share).toBeCloseTo(answered === 0 ? 0 : count / answered);
        expect(
          answererBehind(exams, {
            id: question.id,
            print: question.print,
            part: part.id,
            option,
          }),
        ).toHaveLength(count);
        checked += 1;
      }
      const wrong = options.filter(({ isRight }) => !isRight);
      const most = Math.max(0, ...wrong.map(({ share }) => share));
      expect(misleadingOption(options)?.share ?? 0).toBe(most);
    }
    expect(checked).toBeGreaterThan(20);
  });

  test('改过字的题和改以前的分开数', () => {
    const [first] = exams.people;
    const question = first?.exam.questions[0];
    if (!first || !question) throw new Error('样例里没有卷子');
    const questions = [{ ...question, print: 'other' }, ...first.exam.questions.slice(1)];
    const reworded = {
      ...exams,
      people: [{ ...first, exam: { ...first.exam, questions } }, ...exams.people.slice(1)],
    };
    const own = questionTallies(reworded).filter(({ id }) => id === question.id);
    expect(own.map(({ print }) => print).sort()).toEqual(['other', question.print].sort());
  });
});
