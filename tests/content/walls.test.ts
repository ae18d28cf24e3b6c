import { describe, expect, test } from 'vitest';
import { alikePairs, type AlikePair } from '../../src/model/text/similarity.ts';
import { placedRisks } from '../../src/model/wall/wall.ts';
import { localToday } from '../../src/model/text/dates.ts';
import { readContent } from '../../src/source/readContent.ts';
import { realContent } from '../fixtures/realContent.ts';

const walls = realContent().walls.map(({ data }) => data);
const placed = walls.flatMap((wall) => placedRisks(wall));

/** Above this two texts say the same thing with other nouns. */
const mostAlike = 0.6;
/** Pairs less alike are counted together. */
const shownFrom = 0.3;

/** How many pairs of `count` texts fall into each tenth. */
function spread(pairs: readonly AlikePair[], count: number): string {
  const tenths = [3, 4, 5, 6, 7, 8, 9].map((tenth) => {
    const size = pairs.filter(({ similarity }) => Math.floor(similarity * 10) === tenth).length;
    return `${tenth / 10}–${(tenth + 1) / 10}：${size}`;
  });
  const same = pairs.filter(({ similarity }) => similarity === 1).length;
  const rest = (count * (count - 1)) / 2 - pairs.length;
  return [`0–${shownFrom}：${rest}`, ...tenths, `一字不差：${same}`].join('，');
}

describe('内容没有凑数的', () => {
  test.each([
    ['表现形式', placed.map(({ risk }) => [risk.id, risk.manifestation] as const)],
    [
      '防控措施',
      placed.flatMap(({ risk }) =>
        risk.controls.map(({ phase, text }) => [`${risk.id}${phase}`, text] as const),
      ),
    ],
  ])('任何两条%s都不雷同', (name, texts) => {
    const pairs = alikePairs(
      texts.map(([, text]) => text),
      shownFrom,
    );
    console.log(`${name} ${texts.length} 条，两两相似度的分布：${spread(pairs, texts.length)}`);
    const told = pairs
      .filter(({ similarity }) => similarity > mostAlike)
      .map(({ first, second }) => [texts[first]?.join('：'), texts[second]?.join('：')]);
    expect(told).toEqual([]);
  });
});

test('真实的内容没有一处错误', () => {
  const { problems } = readContent('content', localToday());
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

/** What was promised of these walls; the check of the content holds each wall to it. */
test('对墙的要求没有悄悄放宽', () => {
  expect(realContent().bureau.data.wallStandards).toEqual({
    stepsMin: 8,
    stepsMax: 15,
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
