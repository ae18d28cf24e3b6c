import { expect, test } from 'vitest';
import { buildHaystack, entriesWith } from '../../../src/model/finder/haystack.ts';

const texts = ['甲乙丙', '丙丁', '', '甲甲', '乙丙\n丁甲'];
const found = (...words: string[]) => [...entriesWith(buildHaystack(texts), words)];

test('含有其中一个词的，一条不少、一条不多，一条只算一次', () => {
  for (const words of [['甲'], ['丙'], ['丁', '乙'], ['丙', '甲']]) {
    const wanted = texts.flatMap((text, at) =>
      words.some((word) => text.includes(word)) ? [at] : [],
    );
    expect(
      found(...words).sort((a, b) => a - b),
      words.join('、'),
    ).toEqual(wanted);
  }
  expect(found('没有')).toEqual([]);
});

test('一条的末尾和下一条的开头连起来不算', () => {
  expect(found('丙丙')).toEqual([]);
  expect(found('丁甲')).toEqual([4]);
});

test('一条都没有时什么也找不到', () => {
  expect([...entriesWith(buildHaystack([]), ['甲'])]).toEqual([]);
});
