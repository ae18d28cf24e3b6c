import { describe, expect, test } from 'vitest';
import { alikePairs, type AlikePair } from '../../src/model/text/similarity.ts';
import { tally } from '../../src/model/site/siteFigures.ts';
import { categories, grades, postLevels } from '../../src/model/vocabulary.ts';
import { placedRisks } from '../../src/model/wall/wall.ts';
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

  test('没有只喊口号的措施', () => {
    const slogan =
      /^(?:进一步)?(?:加强|强化|完善|健全|提高|落实|严格)[^，。；：]{0,6}(?:教育|监督|管理|制度|机制|意识|责任|把关|执行)[。]?$/;
    const hollow = placed.flatMap(({ risk }) =>
      risk.controls.filter(({ text }) => slogan.test(text)).map(({ text }) => `${risk.id} ${text}`),
    );
    expect(hollow).toEqual([]);
  });
});

describe.each(walls.map((wall) => [wall.powerItem, wall] as const))('%s', (_, wall) => {
  const risks = placedRisks(wall).map(({ risk }) => risk);

  test('8 到 14 步，至少 30 个风险点，有分支、有退回、有出口', () => {
    expect(wall.steps.length).toBeGreaterThanOrEqual(8);
    expect(wall.steps.length).toBeLessThanOrEqual(14);
    expect(risks.length).toBeGreaterThanOrEqual(30);
    const order = new Map(wall.steps.map(({ id }, i) => [id, i]));
    const returns = wall.steps.flatMap((step, i) =>
      step.next.filter(({ to }) => (order.get(to) ?? Infinity) <= i),
    );
    expect(wall.steps.filter(({ next }) => next.length > 1).length).toBeGreaterThanOrEqual(2);
    expect(returns.length).toBeGreaterThanOrEqual(1);
    expect(wall.exits.length).toBeGreaterThanOrEqual(1);
  });

  test('五类、三级、三层岗位都有自己的风险点', () => {
    const counts = [
      tally(risks, categories, ({ category }) => category),
      tally(risks, grades, ({ grade }) => grade),
      tally(risks, postLevels, ({ postLevel }) => postLevel),
    ];
    for (const [value, count] of counts.flatMap((one) => Object.entries(one))) {
      expect(count, value).toBeGreaterThan(0);
    }
  });

  test('每一条都有事前、事中、事后的措施', () => {
    for (const { id, controls } of risks) {
      const phases = controls.map(({ phase }) => phase);
      expect(phases, id).toEqual(expect.arrayContaining(['事前', '事中', '事后']));
    }
  });
});
