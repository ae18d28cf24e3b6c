import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { layoutColumn } from '../../../src/flowchart/columnLayout.ts';
import { mermaidSource } from '../../../src/flowchart/mermaidSource.ts';
import { readFlowchart } from '../../../src/flowchart/readMermaid.ts';
import { renderWallChart } from '../../../src/flowchart/renderWallChart.ts';
import { chartPlan, wallGraph } from '../../../src/flowchart/wallGraph.ts';
import { branchingWall, fixtureWall } from '../../fixtures/fixtureWall.ts';
import { realContent } from '../../fixtures/realContent.ts';
import { layoutFaults } from './layoutFaults.ts';

const levels = ['compact', 'wide'] as const;

/** From, to and the words on it, as they are read, of every way that the drawing shows. */
const drawnWays = (svg: string) =>
  [...svg.matchAll(/<g class="way" data-from="(\w+)" data-to="(\w+)">(.*?)<\/g>/g)].map(
    ([, from, to, way = '']) => {
      const words = /<text(?![^>]*class="number")[^>]*>([^<]*)</.exec(way)?.[1] ?? '';
      return `${from} ${words} ${to}`;
    },
  );

describe('流程图', () => {
  test('源里有开始和办结、步骤和记号、判断、出口和分支上的字', () => {
    const source = mermaidSource(branchingWall);
    expect(source).toMatch(/^flowchart TB\n/);
    expect(source).toContain('start(["开始"])');
    expect(source).toContain('s1["1 用地需求与指标核对<br/>▲■●"]');
    expect(source).toContain('q1{"符合规划和计划？"}');
    expect(source).toContain('s10[["10 会审与报批<br/>▲■"]]');
    expect(source).toContain('x3from4(["转出 转权属争议调处"])');
    expect(source).toContain('q1 -->|"不符"| x1from1');
    expect(source).toContain('s12 --> done');
  });

  test('作者写的引号、井号、括号不会弄坏图', async () => {
    const wall = fixtureWall([
      { name: '核对“甲”#1', actor: 'A;B [丙] (丁) end', grades: ['三类'] },
      { name: '办理`乙`*粗*', actor: '"引号"|竖线', grades: [] },
      { name: '办结_下划线_', actor: '办公室', grades: [] },
    ]);
    const { drawings } = await renderWallChart(chartPlan(wall));
    for (const text of ['核对“甲”#1', '办理`乙`*粗*', '办结_下划线_']) {
      expect(drawings.compact.svg).toContain(text);
    }
    expect(drawings.wide.svg).toContain('A;B [丙] (丁) end');
  });

  test('同一面墙每次画出来都一样，压缩后不超过 8 KB', async () => {
    const first = await renderWallChart(chartPlan(branchingWall));
    const second = await renderWallChart(chartPlan(branchingWall));
    expect(second).toEqual(first);
    expect(gzipSync(first.drawings.compact.svg).length).toBeLessThanOrEqual(8 * 1024);
  });

  test('没有行内样式；每一步、每个出口都是链接，大图上每个风险点也是', async () => {
    const { drawings } = await renderWallChart(chartPlan(branchingWall));
    for (const { svg } of Object.values(drawings)) {
      expect(svg).not.toMatch(/<style|\sstyle=/);
      for (const { id } of branchingWall.steps) expect(svg).toContain(`href="#step-${id}"`);
      for (const { id } of branchingWall.exits) expect(svg).toContain(`href="#exit-${id}"`);
    }
    for (const { id } of branchingWall.steps.flatMap(({ risks }) => risks)) {
      expect(drawings.wide.svg).toContain(`href="#risk-${id}"`);
      expect(drawings.compact.svg).toContain(`data-risk="${id}"`);
    }
  });

  test('退回的和跳过几步的不画长线，用写着步号的圆圈接上', () => {
    const { ways } = layoutColumn(wallGraph(branchingWall), 'compact');
    const returns = ways.flatMap(({ way, connector }) =>
      connector?.isReturn ? [`${way.from}→${connector.number}`] : [],
    );
    expect(returns).toEqual(['q7→6', 'q9→9', 'q10→6']);
  });

  test('上面没有线进来的一步，写明从哪几步来', () => {
    const wall = fixtureWall([
      {
        name: '先分两类',
        actor: '财务处',
        grades: [],
        question: '办哪类？',
        next: [
          ['甲', 2],
          ['乙', 3],
        ],
      },
      { name: '办甲类', actor: '财务处', grades: [], next: [['', 4]] },
      { name: '办乙类', actor: '财务处', grades: [] },
      { name: '归档', actor: '财务处', grades: [] },
    ]);
    const { entrances } = layoutColumn(wallGraph(wall), 'compact');
    expect(
      entrances.map(({ to, connectors }) => [to, connectors.map(({ number }) => number)]),
    ).toEqual([['s3', [1]]]);
  });

  test('画图以后，构建环境里没有留下浏览器的痕迹', async () => {
    await renderWallChart(chartPlan(branchingWall));
    expect('document' in globalThis).toBe(false);
    expect('window' in globalThis).toBe(false);
  });
});

describe.each(realContent().walls.map(({ name, data }) => [name, data] as const))(
  '%s',
  (_, wall) => {
    test.each(levels)('%s：线不交叉，字不叠、不压线、不出框', (level) => {
      expect(layoutFaults(layoutColumn(wallGraph(wall), level))).toEqual([]);
    });

    test('源和图是同样的框、线和字，用真的 Mermaid 读', async () => {
      const { source, drawings } = await renderWallChart(chartPlan(wall));
      const read = await readFlowchart(source);
      const ways = read.ways.map(({ from, to, label = '' }) => `${from} ${label} ${to}`).sort();
      for (const { svg } of Object.values(drawings)) {
        const nodes = [...svg.matchAll(/data-node="(\w+)"/g)].map(([, id]) => id);
        expect(nodes.sort()).toEqual([...read.nodes.keys()].sort());
        expect(drawnWays(svg).sort()).toEqual(ways);
      }
    });

    test('分支上的字不以“一”开头，各不相同', () => {
      for (const { name, next } of wall.steps) {
        const labels = next.flatMap(({ label }) => label ?? []);
        expect(new Set(labels).size, name).toBe(labels.length);
        expect(
          labels.filter((label) => label.startsWith('一')),
          name,
        ).toEqual([]);
      }
    });
  },
);
