import { describe, expect, test } from 'vitest';
import { documentsOfWall, mechanismShelves } from '../../src/model/mechanism/catalog.ts';
import { realContent } from '../fixtures/realContent.ts';

describe('本单位的五项机制', () => {
  const content = realContent();
  if (!content.mechanismCatalog) throw new Error('内容里没有制度目录');
  const shelves = mechanismShelves(
    content.mechanismCatalog.data,
    content.mechanismDocuments.map(({ data }) => data),
  );

  test('应有的件数和汇报一致', () => {
    expect(shelves.map(({ name, expected }) => [name, expected])).toEqual([
      ['自律', 28],
      ['防范', 32],
      ['约束', 16],
      ['惩处', 9],
      ['信访', 4],
    ]);
  });

  test('汇报点名的一份不少，每份都有墙靠它；汇报没有说归在哪一项的标了待确认', () => {
    const named = content.mechanismDocuments.filter(({ data }) => data.source === '汇报点名');
    expect(named.length).toBe(28);
    expect(named.filter(({ data }) => data.isPresumedMechanism).length).toBe(10);
    for (const { file, data } of named) expect(data.reliedOnBy.length, file).toBeGreaterThan(0);
  });

  test('每面墙至少靠一份制度', () => {
    const documents = content.mechanismDocuments.map(({ data }) => data);
    const bare = content.walls.filter(
      ({ data }) => documentsOfWall(documents, data.id).length === 0,
    );
    expect(bare.map(({ data }) => data.powerItem)).toEqual([]);
  });
});
