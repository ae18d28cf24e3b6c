import { describe, expect, test } from 'vitest';
import { compareAll } from '../../src/model/text/similarity.ts';
import { tally } from '../../src/model/site/siteFigures.ts';
import { categories, grades, postLevels } from '../../src/model/vocabulary.ts';
import { placedRisks } from '../../src/model/wall/wall.ts';
import { localToday } from '../../src/model/text/dates.ts';
import { readContent } from '../../src/source/readContent.ts';

const { content } = readContent('content', localToday());
if (!content) throw new Error('内容读不出来');
const walls = content.walls.map(({ data }) => data);
const placed = walls.flatMap((wall) => placedRisks(wall));

/** Above this two texts say the same thing with other nouns. */
const mostAlike = 0.6;

describe('内容没有凑数的', () => {
  test.each([
    ['表现形式', placed.map(({ risk }) => [risk.id, risk.manifestation] as const)],
    [
      '防控措施',
      placed.flatMap(({ risk }) =>
        risk.controls.map(({ phase, text }) => [`${risk.id}${phase}`, text] as const),
      ),
    ],
  ])('任何两条%s都不雷同', { timeout: 120_000 }, (name, texts) => {
    const { tenths, above } = compareAll(texts, mostAlike);
    const spread = tenths.map((count, i) => `${i / 10}–${(i + 1) / 10}：${count}`).join('，');
    console.log(`${name} ${texts.length} 条，两两相似度的分布：${spread}`);
    expect(above).toEqual([]);
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
