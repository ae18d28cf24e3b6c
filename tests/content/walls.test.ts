import { expect, test } from 'vitest';
import { localToday } from '../../src/model/text/dates.ts';
import { readContent } from '../../src/source/readContent.ts';

const { content, problems } = readContent('content', localToday());

test('真实的内容没有一处错误', () => {
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

/** What was promised of these walls; the check of the content holds each wall to it. */
test('对墙的要求没有悄悄放宽', () => {
  expect(content?.bureau.data.wallStandards).toEqual({
    stepsMin: 8,
    stepsMax: 14,
    risksMin: 30,
    branchesMin: 2,
    returnsMin: 1,
    exitsMin: 1,
    needsEveryCategory: true,
    needsEveryGrade: true,
    needsEveryPostLevel: true,
    needsEveryPhase: true,
    alikePercentMax: 60,
  });
});
