import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addDetails, addRelations, addRows, createFinder } from '../../src/model/finder/finder.ts';
import { finderFiles } from '../../src/model/finder/finderIndex.ts';
import { findNearest, nearFinder } from '../../src/model/finder/findNearest.ts';
import { findRisks } from '../../src/model/finder/findRisks.ts';
import { readQuery } from '../../src/model/finder/readQuery.ts';
import { fold } from '../../src/model/text/foldText.ts';
import { realContent } from '../fixtures/realContent.ts';

// What people type and which walls answer it is about the sample content, like the other files here.

interface Judged {
  readonly query: string;
  /** Ids of the walls that answer it. */
  readonly walls: readonly string[];
}

const { walls, synonyms } = realContent();
const named = walls.map(({ name, data }) => ({ slug: name, wall: data }));
const files = finderFiles(named, synonyms.data, 'v1');
const finder = addRelations(
  files.details.reduce(addDetails, files.shards.reduce(addRows, createFinder(files.core))),
  files.relations,
);
const near = nearFinder(finder);
const idOfSlug = new Map(named.map(({ slug, wall }) => [slug, wall.id]));

/** The walls of the first five results, in their order: literal hits first, then what is nearest. */
function firstFive(query: string): string[] {
  const literal = findRisks(finder, query).hits.slice(0, 5);
  const ids = new Set(literal.map(({ entry }) => entry.id));
  const nearest = findNearest(
    near,
    readQuery(query),
    5 - literal.length,
    (hit) => hit.kind !== 'risk' || !ids.has(hit.entry.id),
  ).hits;
  return [
    ...literal.map(({ entry }) => idOfSlug.get(entry.slug) ?? ''),
    ...nearest.map((hit) =>
      hit.kind === 'risk'
        ? (idOfSlug.get(hit.entry.slug) ?? '')
        : (named[hit.wall]?.wall.id ?? ''),
    ),
  ];
}

const fixture = parse(readFileSync('tests/fixtures/finder/queries.yaml', 'utf8')) as {
  readonly tuned: readonly Judged[];
  readonly held: readonly Judged[];
  readonly named: readonly Judged[];
};

function recall(queries: readonly Judged[]) {
  const found = queries.map(({ query, walls: right }) => ({
    query,
    places: firstFive(query).map((id) => right.includes(id)),
  }));
  const share = (holds: (places: readonly boolean[]) => boolean | undefined) =>
    found.filter(({ places }) => holds(places)).length / queries.length;
  return {
    inOne: share(([first]) => first),
    inFive: share((places) => places.includes(true)),
    missed: found.filter(({ places }) => !places.includes(true)).map(({ query }) => query),
  };
}

describe('人们怎么打字，都查得到该看的墙', () => {
  test.each([
    ['照着调过的一半', fixture.tuned, 0.97],
    ['没有照着调的一半', fixture.held, 0.95],
    ['从前查不到的', fixture.named, 1],
  ] as const)('%s', (name, queries, floor) => {
    const { inOne, inFive, missed } = recall(queries);
    const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
    console.log(`${name}：${queries.length} 条，前五个里 ${percent(inFive)}，第一个 ${percent(inOne)}`);
    expect(inFive, `前五个里没有：${missed.join('、')}`).toBeGreaterThanOrEqual(floor);
  });

  test('一共不少于 200 条', () => {
    expect(fixture.tuned.length + fixture.held.length).toBeGreaterThanOrEqual(200);
  });
});

describe('查找用的词', () => {
  const everything = finder.entries
    .map(({ folded, foldedDetails }) => [...Object.values(folded), foldedDetails].join('\n'))
    .join('\n');
  const { groups, related } = synonyms.data;

  test('有 100 组以上', () => {
    expect(groups.length + related.length).toBeGreaterThanOrEqual(100);
  });

  test.each(groups.map((group) => [group.join('、'), group] as const))(
    '%s：查哪一个都有结果',
    (_, group) => {
      for (const word of group) expect(findRisks(finder, word).hits.length, word).toBeGreaterThan(0);
    },
  );

  test.each(related.map(({ say, mean }) => [say.join('、'), say, mean] as const))(
    '%s：墙上有它指的词，查哪一个都有最接近的',
    (_, say, mean) => {
      expect(mean.filter((word) => everything.includes(fold(word)))).not.toEqual([]);
      for (const word of say) {
        expect(findNearest(near, readQuery(word), 1).hits.length, word).toBe(1);
      }
    },
  );

  test('一个词只在一组里，免得两处各改各的', () => {
    const words = groups.flat();
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  });
});
