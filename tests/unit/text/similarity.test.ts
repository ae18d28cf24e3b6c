import { expect, test } from 'vitest';
import { alikePairs, bigrams, jaccard } from '../../../src/model/text/similarity.ts';
import { realContent } from '../../fixtures/realContent.ts';

test('找雷同的捷径和两两相比找到的一样', () => {
  const texts = realContent()
    .walls.flatMap(({ data }) => data.steps.flatMap((step) => step.risks))
    .flatMap((one) => one.controls.map(({ text }) => text))
    .slice(0, 900);
  // The same words in several places, and a text in which there is nothing to compare.
  texts.push(...texts.slice(100, 140), ...texts.slice(120, 130), '…', '…');
  const sets = texts.map(bigrams);
  const slow: string[] = [];
  sets.forEach((set, second) =>
    sets.slice(0, second).forEach((other, first) => {
      if (jaccard(other, set) >= 0.2) slow.push(`${first}-${second}`);
    }),
  );
  const quick = alikePairs(texts, 0.2).map(({ first, second }) => `${first}-${second}`);
  expect(slow.length).toBeGreaterThan(0);
  expect(quick.sort()).toEqual(slow.sort());
});
