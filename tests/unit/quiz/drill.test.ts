import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/model/quiz/answer.ts';
import {
  drillAfter,
  startDrill,
  type Drill,
  type DrillAction,
} from '../../../src/model/quiz/drill.ts';
import { roundAfter } from '../../../src/model/quiz/practice.ts';
import { openSamples, sampleKeys } from '../../fixtures/quizBank.ts';

const question = openSamples.find(({ id }) => id === 'w90-q01');
const key = sampleKeys.find(({ id }) => id === 'w90-q01');
if (!question || !key) throw new Error('样例题库里没有 w90-q01');

const known = openSamples.map(({ id }) => id);
const ids = ['w90-q01', 'w90-q02', 'w90-q03'];
const after = (actions: readonly DrillAction[], from: Drill = startDrill(ids, known, 'ACDEFG')) =>
  actions.reduce(drillAfter, from);
const right: Answer = { 'w90-q01': [1] };
const wrong: Answer = { 'w90-q01': [0] };
const check: DrillAction = { type: 'check', question };
const next: DrillAction = { type: 'next', question, key };

describe('一题一讲', () => {
  test('没答完就看答案：提醒，不讲，也不算', () => {
    const reminded = after([check]);
    expect(reminded.stage).toBe('reminded');
    expect(after([next], reminded)).toEqual(reminded);
    expect(after([{ type: 'answer', answer: right }], reminded).stage).toBe('answering');
  });

  test('讲过以后改不了答案', () => {
    const explained = after([{ type: 'answer', answer: wrong }, check]);
    expect(explained.stage).toBe('explained');
    expect(after([{ type: 'answer', answer: right }], explained).answer).toEqual(wrong);
  });

  test('答对的走了，答错的还要再来；下一题从空白开始', () => {
    const rightly = after([{ type: 'answer', answer: right }, check, next]);
    expect({ ...rightly, round: rightly.round.practice, turn: rightly.round.turn }).toEqual({
      round: { queue: ['w90-q02', 'w90-q03'], done: ['w90-q01'], missed: [], left: [] },
      turn: 1,
      answer: {},
      stage: 'answering',
    });
    const wrongly = after([{ type: 'answer', answer: wrong }, check, next]);
    expect(wrongly.round.practice).toEqual({
      queue: ['w90-q02', 'w90-q03', 'w90-q01'],
      done: [],
      missed: ['w90-q01'],
      left: [],
    });
  });

  test('按两次“下一题”只走一题', () => {
    const once = after([{ type: 'answer', answer: right }, check, next]);
    expect(after([next], once)).toEqual(once);
  });

  test('存下的一组正是按了“下一题”以后的样子，接着做不用重答', () => {
    const explained = after([{ type: 'answer', answer: wrong }, check]);
    const kept = roundAfter(explained.round, false);
    const reopened = startDrill(ids, known, 'ACDEFG', kept);
    expect(reopened).toEqual(after([next], explained));
  });

  test('题库里撤掉的题不再来', () => {
    expect(startDrill(ids, ['w90-q01', 'w90-q03'], 'ACDEFG').round.practice.queue).toEqual([
      'w90-q01',
      'w90-q03',
    ]);
  });
});
