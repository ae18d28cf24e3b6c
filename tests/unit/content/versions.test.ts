import { describe, expect, test } from 'vitest';
import type { ContentSet } from '../../../src/model/content/contentSet.ts';
import { kindNames, type KindName } from '../../../src/model/content/kinds.ts';
import { contentVersions, versionOf } from '../../../src/model/content/versions.ts';
import { siteVersion, stampOf } from '../../../src/model/published/stamp.ts';
import { readContent } from '../../../src/source/readContent.ts';

const { content } = readContent('tests/fixtures/second-bureau', '2026-12-01');
if (!content) throw new Error('样例内容读不出来');
const before = contentVersions(content);

/** The versions after one sentence of a kind was reworded. */
function reworded(kind: KindName) {
  const [entry] = [content?.[kind] ?? []].flat();
  if (!entry) throw new Error(`样例里没有 ${kind}`);
  const data = { ...entry.data, title: '改过的一句' };
  const changed = Array.isArray(content?.[kind]) ? [{ ...entry, data }] : { ...entry, data };
  return contentVersions({ ...content, [kind]: changed } as unknown as ContentSet);
}

const versionsOfPapers = (versions: typeof before) => ({
  排查表: stampOf(versions, 'checklist').contentVersion,
  台账: stampOf(versions, 'register').contentVersion,
  试卷: stampOf(versions, 'quiz').contentVersion,
  承诺书: stampOf(versions, 'letters').contentVersion,
});

describe('内容版本', () => {
  test('同一份内容读两遍，版本一个字不差', () => {
    const again = readContent('tests/fixtures/second-bureau', '2026-12-02').content;
    expect(again && contentVersions(again)).toEqual(before);
  });

  test.each(kindNames)('改了 %s，变的只有它自己的版本和全站的版本', (kind) => {
    const after = reworded(kind);
    const changed = kindNames.filter((name) => after[name] !== before[name]);
    expect(changed).toEqual([kind]);
    expect(siteVersion(after)).not.toBe(siteVersion(before));
  });

  test.each<[KindName, readonly string[]]>([
    // A printed paper promises: with this number and this version the same can be had again.
    ['quizzes', ['试卷']],
    ['exam', ['试卷']],
    ['laws', ['台账', '试卷']],
    ['letters', ['承诺书']],
    // A record is compared with the walls alone: other content changes nothing about its answers.
    ['walls', ['排查表', '台账', '试卷', '承诺书']],
    ['synonyms', []],
    ['technology', []],
  ])('改了 %s，换版本的纸是 %s', (kind, papers) => {
    const [old, now] = [versionsOfPapers(before), versionsOfPapers(reworded(kind))];
    const changed = Object.keys(old).filter(
      (paper) => old[paper as keyof typeof old] !== now[paper as keyof typeof now],
    );
    expect(changed).toEqual(papers);
  });

  test('由几种内容做成的，哪一种变了它都变', () => {
    const of = (versions: typeof before) => versionOf(versions, ['walls', 'synonyms']);
    expect(of(reworded('synonyms'))).not.toBe(of(before));
    expect(of(reworded('walls'))).not.toBe(of(before));
    expect(of(reworded('quizzes'))).toBe(of(before));
  });
});
