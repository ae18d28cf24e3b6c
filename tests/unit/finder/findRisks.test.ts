import { describe, expect, test } from 'vitest';
import { addDetails, addRows, createFinder } from '../../../src/model/finder/finder.ts';
import { finderFiles } from '../../../src/model/finder/finderIndex.ts';
import { findRisks } from '../../../src/model/finder/findRisks.ts';
import { fold } from '../../../src/model/text/foldText.ts';
import { markPhrases } from '../../../src/model/finder/markPhrases.ts';
import type { ContentSet } from '../../../src/model/content/contentSet.ts';
import { placedRisks } from '../../../src/model/wall/wall.ts';
import { realContent } from '../../fixtures/realContent.ts';
import { second } from '../../fixtures/secondBureau.ts';

/** All that the finder of a site is made of, and the risks that it has to find. */
function indexOf({ walls, synonyms }: ContentSet) {
  const named = walls.map(({ name, data }) => ({ slug: name, wall: data }));
  const files = finderFiles(named, synonyms.data, 'v1');
  const finder = files.details.reduce(
    addDetails,
    files.shards.reduce(addRows, createFinder(files.core)),
  );
  const risks = named.flatMap(({ wall }) => placedRisks(wall).map(({ risk }) => risk));
  return { ...files, finder, risks, synonyms: synonyms.data.groups };
}

const { core, details, finder, risks } = indexOf(second);

/** A small generator with a fixed seed: the same substrings in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe.each([
  ['本单位', indexOf(realContent())],
  ['第二个单位', indexOf(second)],
] as const)('%s的内容，按字查', (_, { finder, risks, synonyms }) => {
  test('任取 160 个片段：含它的风险点一个不漏，第一个结果就含它', () => {
    const random = randomNumbers(20261123);
    for (let i = 0; i < 160; i += 1) {
      const text = risks[Math.floor(random() * risks.length)]?.manifestation ?? '';
      const start = Math.floor(random() * (text.length - 5));
      const phrase = fold(text.slice(start, start + 2 + Math.floor(random() * 4)));
      const { hits } = findRisks(finder, phrase);
      const expected = risks
        .filter(({ title, manifestation }) =>
          [title, manifestation].some((field) => fold(field).includes(phrase)),
        )
        .map(({ id }) => id);
      const found = hits.map(({ entry }) => entry.id);
      for (const id of expected) expect(found, phrase).toContain(id);
      const first = hits[0]?.entry;
      const shown = fold(`${first?.title}\n${first?.manifestation}`);
      expect(shown, phrase).toContain(phrase);
    }
  });

  test('逐字含所查词的排在只含同义词的前面', () => {
    for (const word of synonyms.flat()) {
      const { hits } = findRisks(finder, word);
      const holds = hits.map(({ entry }) =>
        [...Object.values(entry.folded), entry.foldedDetails].some((text) =>
          text.includes(fold(word)),
        ),
      );
      expect(holds, word).toEqual([...holds].sort((a, b) => Number(b) - Number(a)));
    }
  });
});

describe('按字查风险点', () => {
  test.each(['不存在的词语', '三重一大集体', 'zzz', '林地林地林地'])(
    '哪里都没有的“%s”没有结果',
    (phrase) => {
      expect(findRisks(finder, phrase).hits).toEqual([]);
    },
  );

  test('几个词用空格隔开，要同时都有', () => {
    const both = findRisks(finder, '林地 朋友').hits;
    expect(both.length).toBeGreaterThan(0);
    expect(both.length).toBeLessThan(findRisks(finder, '林地').hits.length);
    expect(findRisks(finder, '林地　朋友').hits).toEqual(both);
  });

  test('名称里有的排在前面，一样时重的在前', () => {
    const { hits } = findRisks(finder, '验收');
    const ranks = hits.map(({ field }) =>
      ['title', 'manifestation', 'place', 'details'].indexOf(field),
    );
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  test.each([
    ['思想道德风险', '人员素质风险'],
    ['业务流程风险', '管理风险'],
  ])('查“%s”得到%s的全部风险点', (typed, category) => {
    const { hits, widenedBy } = findRisks(finder, typed);
    expect(widenedBy).toContain(category);
    const found = new Set(hits.map(({ entry }) => entry.id));
    for (const risk of risks.filter((one) => one.category === category)) {
      expect(found.has(risk.id)).toBe(true);
    }
  });

  test('查“高风险”得到一类，查“补助款”也按“造林补助”查', () => {
    const high = findRisks(finder, '高风险').hits;
    expect(high.filter(({ entry }) => entry.grade === '一类').length).toBe(
      risks.filter(({ grade }) => grade === '一类').length,
    );
    expect(findRisks(finder, '补助款').widenedBy).toContain('造林补助');
  });

  test.each([
    ['高风险', '一类'],
    ['中风险', '二类'],
    ['低风险', '三类'],
    ['C级', '三类'],
  ])('查“%s”只得到%s，不混进写着“三级审核”之类的别的风险点', (typed, grade) => {
    const { hits, widenedBy } = findRisks(finder, typed);
    // “一类”也是普通的字眼（“去告”一类话）；正文里真写着它的，查得到是对的。
    const strays = hits.filter(
      ({ entry, isLiteral }) =>
        entry.grade !== grade &&
        !isLiteral &&
        ![entry.title, entry.manifestation, entry.details].some((text) => text.includes(grade)),
    );
    expect(strays.map(({ entry }) => entry.id)).toEqual([]);
    expect(widenedBy).toEqual([grade]);
  });

  test('所选范围里没有时，还知道不限范围有多少', () => {
    const none = findRisks(finder, '林地', { wall: '没有这面墙' });
    expect(none.hits).toEqual([]);
    expect(none.unfilteredCount).toBe(findRisks(finder, '林地').hits.length);
  });

  test('缩小范围以后只剩那一部分，别的选项还看得到自己的个数', () => {
    const all = findRisks(finder, '验收');
    const first = findRisks(finder, '验收', { grade: '一类' });
    expect(first.hits.every(({ entry }) => entry.grade === '一类')).toBe(true);
    expect(first.hits.length).toBe(all.facetCounts.grade['一类'] ?? 0);
    expect(first.facetCounts.grade).toEqual(all.facetCounts.grade);
  });

  test('只取到前一半数据时先答，取全以后原因和措施也查得到', () => {
    const early = createFinder(core);
    const cause = risks[0]?.cause ?? '';
    expect(early.filesMissing).toBeGreaterThan(0);
    expect(finder.filesMissing).toBe(0);
    expect(findRisks(early, cause).hits).toEqual([]);
    expect(findRisks(finder, cause).hits.map(({ entry }) => entry.id)).toContain(risks[0]?.id);
  });

  test('换了内容版本的旧缓存不掺进来', () => {
    const early = createFinder(core);
    const stale = details.map((file) => ({ ...file, contentVersion: 'v0' }));
    expect(stale.reduce(addDetails, early)).toBe(early);
  });

  test('全角、大写和空格不影响查找，整个词一起标出', () => {
    expect(fold('ＡＢＣ　ｄ')).toBe('abcd');
    expect(markPhrases('把红线图发给亲友', ['红线图'])).toEqual([
      { text: '把', isMarked: false },
      { text: '红线图', isMarked: true },
      { text: '发给亲友', isMarked: false },
    ]);
  });
});
