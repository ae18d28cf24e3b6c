import { expect, test } from 'vitest';
import { answerShape, answerStates, isSoundAnswer } from '../../../src/model/assessment/record.ts';
import { fits } from '../../../src/model/kept/fits.ts';
import { randomFrom, type Random } from '../../../src/model/quiz/seed.ts';
import { grades } from '../../../src/model/vocabulary.ts';

const pick = (values: readonly unknown[], random: Random): unknown =>
  values[Math.floor(random() * values.length)];

const odd = [undefined, null, 0, -1, 1.5, '', [], {}, true, 'x', NaN, '一类 ', '2026-1-1'];
const texts = ['', '核对过', 'x'.repeat(40), 'x'.repeat(41), 'x'.repeat(300), 'x'.repeat(301)];
const values: Readonly<Record<string, readonly unknown[]>> = {
  state: answerStates,
  reason: texts,
  triggers: [undefined, {}, { alone: true }, { alone: 1 }],
  grade: grades,
  gradeReason: texts,
  note: texts,
  measure: texts,
  responsible: texts,
  dueDate: ['', '2026-12-31', '2026-12-31 ', '31.12.2026'],
  fingerprint: ['', 'abc', 'x'.repeat(16), 'x'.repeat(17)],
  at: [0, 1, 1_788_249_600_000, 8.64e15, 8.64e15 + 2, Infinity],
};

/** Mostly what an answer may hold, now and then something that it may not. */
function made(random: Random): unknown {
  const fields = Object.entries(values).flatMap(([key, right]) => {
    const isRequired = key === 'fingerprint' || key === 'at';
    if (random() < (isRequired ? 0.05 : 0.6)) return [];
    return [[key, random() < 0.04 ? pick(odd, random) : pick(right, random)] as const];
  });
  return { ...Object.fromEntries(fields), ...(random() < 0.1 && { later: ['x'] }) };
}

test('快查说是作答的，规则也说是；没有三问的，两边说的一样', () => {
  const random = randomFrom('answers');
  const counts = { sound: 0, unsound: 0, asked: 0 };
  for (let i = 0; i < 20_000; i += 1) {
    const data = i < odd.length ? odd[i] : made(random);
    const isSound = fits(answerShape, data) !== undefined;
    const isAsked = (data as { triggers?: unknown } | null | undefined)?.triggers !== undefined;
    expect(isSoundAnswer(data), JSON.stringify(data)).toBe(isSound && !isAsked);
    counts[isAsked ? 'asked' : isSound ? 'sound' : 'unsound'] += 1;
  }
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(1_000);
});
