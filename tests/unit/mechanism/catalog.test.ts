import { describe, expect, test } from 'vitest';
import { documentsOfWall, mechanismShelves } from '../../../src/model/mechanism/catalog.ts';
import { catalogSchema } from '../../../src/model/mechanism/catalogSchema.ts';
import { documentSchema } from '../../../src/model/mechanism/documentSchema.ts';

const document = (id: string, mechanism: string, at: readonly string[], isPresumed = false) =>
  documentSchema.parse({
    id,
    title: `样例制度${id}`,
    mechanism,
    isPresumedMechanism: isPresumed,
    source: '汇报点名',
    restrains: { who: '样例经办人', power: '样例收件的权力', habit: '样例口头答应的习惯' },
    points: ['样例要点一：当场写单子', '样例要点二：两人都签字'],
    postLevels: ['普通'],
    reliedOnBy: at.map((place) => ({ at: place, how: '样例：这一步照它写单子' })),
  });

const catalog = catalogSchema.parse({
  source: '样例汇报',
  sourceDate: '2013-08-14',
  mechanisms: [
    { name: '自律', expected: 28, meaning: '样例：管自己的那一项机制' },
    { name: '防范', expected: 32, meaning: '样例：管在前面的那一项机制' },
  ],
});

describe('五项机制的件数', () => {
  const documents = [
    document('m10', '自律', ['w01-s02']),
    document('m02', '自律', ['w01', 'w12-s01', 'w01-s03'], true),
    document('m03', '防范', ['w12-s01']),
  ];

  test('已录入的照实数，归类待确认的单独说，应有的照汇报', () => {
    const [first, second] = mechanismShelves(catalog, documents);
    expect(first).toMatchObject({ name: '自律', expected: 28, entered: 2, presumed: 1 });
    expect(second).toMatchObject({ name: '防范', expected: 32, entered: 1, presumed: 0 });
  });

  test('按编号的大小排，不按字母', () => {
    const ids = mechanismShelves(catalog, documents)[0]?.documents.map(({ id }) => id);
    expect(ids).toEqual(['m02', 'm10']);
  });

  test('一面墙列得出自己靠的制度和步骤，w01 不把 w012 的算进来', () => {
    const found = documentsOfWall([...documents, document('m04', '防范', ['w012'])], 'w01');
    expect(found.map(({ document: { id }, stepIds }) => [id, ...stepIds])).toEqual([
      ['m10', 'w01-s02'],
      ['m02', 'w01-s03'],
    ]);
  });
});
