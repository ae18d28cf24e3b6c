import { describe, expect, test } from 'vitest';
import {
  collectiveSteps,
  controlsOfPhase,
  guardRows,
  guardUnit,
  otherGuards,
} from '../../../src/model/supervision/guards.ts';
import { loopDescription, loopSource } from '../../../src/model/supervision/loopChart.ts';
import {
  guardedBy,
  systemMatrix,
  systemReach,
} from '../../../src/model/technology/systemMatrix.ts';
import { controlPhases } from '../../../src/model/vocabulary.ts';
import { fixtureWall } from '../../fixtures/fixtureWall.ts';

const departments = ['国土窗口', '国土所', '财务处', '审计处'];

describe('措施归到哪个处室', () => {
  test.each([
    ['国土窗口值班长', '国土窗口'],
    ['审计处', '审计处'],
    ['国土所、村组', '国土所'],
    ['审计处会同财务处', '审计处'],
    ['公证员', otherGuards],
  ])('%s 归到 %s', (by, unit) => {
    expect(guardUnit(by, departments)).toBe(unit);
  });

  test('各处室的条数加起来等于这一段的总数，外人排在最后', () => {
    const wall = fixtureWall([
      { name: '受理', actor: '国土窗口', grades: ['一类', '二类'] },
      { name: '审查', actor: '国土窗口', grades: ['三类'] },
      { name: '办结', actor: '国土窗口', grades: [] },
    ]);
    const walls = [{ slug: 'sample', wall }];
    const controls = controlsOfPhase(walls, '事中');
    expect(controls.length).toBe(3);
    const mixed = controls.map((one, i) => ({
      ...one,
      control: { ...one.control, by: ['公证员', '财务处复核人', '公证员'][i] ?? '' },
    }));
    const rows = guardRows(mixed, departments);
    expect(rows.map(({ unit, count }) => [unit, count])).toEqual([
      ['财务处', 1],
      [otherGuards, 2],
    ]);
    expect(rows.flatMap(({ walls: cells }) => cells.map(({ count }) => count))).toEqual([1, 2]);
    expect(controlsOfPhase(walls, '事前')).toEqual([]);
  });
});

describe('从墙里收集', () => {
  const plain = fixtureWall([
    { name: '受理', actor: '国土窗口', grades: [] },
    { name: '会审', actor: '财务处', grades: [] },
    { name: '办结', actor: '财务处', grades: [] },
  ]);
  const marked = {
    ...plain,
    steps: plain.steps.map((step, i) => ({
      ...step,
      isCollectiveDecision: i === 1,
      ...(i !== 1 && { system: '样例管理系统' }),
    })),
  };
  const walls = [
    { slug: 'plain', wall: plain },
    { slug: 'marked', wall: marked },
  ];

  test('集体决策的步骤带着序号，没有的墙不列', () => {
    expect(
      collectiveSteps(walls).map(({ slug, steps }) => [slug, ...steps.map((one) => one.number)]),
    ).toEqual([['marked', 2]]);
  });

  test('系统守着的步骤一格不漏，没有写系统的墙不进表', () => {
    const rows = systemMatrix(walls);
    expect(rows.map(({ slug }) => slug)).toEqual(['marked']);
    expect(
      rows.flatMap((row) => guardedBy(row, '样例管理系统').map(({ number }) => number)),
    ).toEqual([1, 3]);
    expect(systemReach(rows, '样例管理系统')).toEqual({ steps: 2, walls: 1 });
    expect(systemReach(rows, '没有用的系统')).toEqual({ steps: 0, walls: 0 });
  });
});

describe('三段闭环的图', () => {
  const phases = controlPhases.map((phase) => ({ phase, name: `${phase}样例`, meaning: '样例' }));
  const counts = { 事前: 3, 事中: 4, 事后: 5 };

  test('每个框写着条数，点得进那一段', () => {
    const source = loopSource(phases, counts);
    for (const [slug, text] of [
      ['before', '事前样例<br/>3 条措施'],
      ['during', '事中样例<br/>4 条措施'],
      ['after', '事后样例<br/>5 条措施'],
    ] as const) {
      expect(source).toContain(text);
      expect(source).toContain(`click ${slug} href "supervision/${slug}/"`);
    }
    expect(loopDescription(phases, counts)).toContain('事后样例 5 条措施');
  });
});
