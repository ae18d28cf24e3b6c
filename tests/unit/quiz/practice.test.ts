import { describe, expect, test } from 'vitest';
import {
  afterAnswer,
  comesBackAfter,
  roundAfter,
  startPractice,
  startRound,
} from '../../../src/model/quiz/practice.ts';
import { roundKept } from '../../../src/model/quiz/roundKept.ts';
import { entryAfter, hasLeft, joinBooks } from '../../../src/model/quiz/wrongBook.ts';
import {} from '../../fixtures/quizSamples.ts';

describe('练习', () => {
  test('错的隔几题再来一次', () => {
    let practice = startPractice(['a', 'b', 'c', 'd', 'e']);
    practice = afterAnswer(practice, false);
    expect(practice.queue.indexOf('a')).toBe(comesBackAfter);
    for (let i = 0; i < comesBackAfter; i += 1) practice = afterAnswer(practice, true);
    expect(practice.queue[0]).toBe('a');
    while (practice.queue.length > 0) practice = afterAnswer(practice, true);
    expect([...practice.done].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(practice.missed).toEqual(['a']);
  });

  test('一组总做得完：全答错，每题再来一次就到头，两次都错的记着', () => {
    let practice = startPractice(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    let turns = 0;
    for (; practice.queue.length > 0; turns += 1) practice = afterAnswer(practice, false);
    expect(turns).toBe(14);
    expect([...practice.left].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(practice.done).toEqual([]);
  });

  test('两次都错的题，关掉再打开也不再问', () => {
    let round = startRound('ACDEFG', ['w90-q01', 'w90-q02', 'w90-q03']);
    // 一错、二对、三错，一又错。
    for (const wasRight of [false, true, false, false]) round = roundAfter(round, wasRight);
    const reopened = roundKept.join('ACDEFG', roundKept.partsOf(round));
    for (const { practice } of [round, reopened ?? round]) {
      expect({ ...practice, missed: [...practice.missed].sort() }).toEqual({
        queue: ['w90-q03'],
        done: ['w90-q02'],
        missed: ['w90-q01', 'w90-q03'],
        left: ['w90-q01'],
      });
    }
    expect(reopened).toBeDefined();
  });

  test('只剩一题错了也会再来', () => {
    const practice = afterAnswer(startPractice(['a']), false);
    expect(practice.queue).toEqual(['a']);
  });
});

describe('错题本', () => {
  test('连着答对两次才移走，中间错了重新数', () => {
    let entry = entryAfter(undefined, false, 1);
    entry = entryAfter(entry, true, 2);
    entry = entryAfter(entry, false, 3);
    entry = entryAfter(entry, true, 4);
    expect(entry).toEqual({ wrong: 2, rightInARow: 1, at: 4 });
    const left = entryAfter(entry, true, 5);
    expect(left && hasLeft(left)).toBe(true);
    expect(entryAfter(undefined, true, 1)).toBeUndefined();
    expect(entryAfter(left, true, 6)).toBeUndefined();
    // Wrong again after it had left: it is counted anew.
    expect(entryAfter(left, false, 7)).toEqual({ wrong: 1, rightInARow: 0, at: 7 });
  });

  test('两本合在一起，同一题以后写的为准', () => {
    const mine = { a: { wrong: 1, rightInARow: 0, at: 1 }, b: { wrong: 1, rightInARow: 0, at: 9 } };
    const other = {
      a: { wrong: 3, rightInARow: 1, at: 5 },
      b: { wrong: 7, rightInARow: 0, at: 2 },
    };
    expect(joinBooks(mine, other)).toEqual({ a: other.a, b: mine.b });
  });
});
