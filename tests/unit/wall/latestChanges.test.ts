import { expect, test } from 'vitest';
import { latestChanges } from '../../../src/model/wall/latestChanges.ts';
import { branchingWall } from '../../fixtures/fixtureWall.ts';

const wall = (slug: string, ...changes: (readonly [version: string, date: string])[]) => ({
  slug,
  wall: {
    ...branchingWall,
    changeLog: changes.map(([version, date]) => ({ version, date, summary: `改成 ${version}` })),
  },
});

test('首页先说最新的改动，每面墙只说最近一次', () => {
  const changes = latestChanges(
    [
      wall('first', ['1.0', '2026-11-23']),
      wall('revised', ['1.9', '2026-11-23'], ['1.10', '2026-11-23'], ['1.0', '2026-01-01']),
      wall('newest', ['1.0', '2026-12-01']),
      wall('oldest', ['1.0', '2025-12-01']),
    ],
    3,
  );
  expect(changes.map(({ slug, version }) => `${slug} ${version}`)).toEqual([
    'newest 1.0',
    'revised 1.10',
    'first 1.0',
  ]);
});
