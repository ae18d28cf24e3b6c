import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { chartSource } from '../../../src/flowchart/chartSource.ts';
import { planChart } from '../../../src/flowchart/chartPlan.ts';
import { renderDiagram } from '../../../src/flowchart/renderDiagram.ts';
import { printScale, sheets } from '../../../src/flowchart/printSheets.ts';
import { renderWallChart } from '../../../src/flowchart/renderWallChart.ts';
import { branchingWall, fixtureWall } from '../../fixtures/fixtureWall.ts';

describe('流程图', () => {
  test('每一步写明名称、由谁办、各等级的个数，旁边是最重的风险点', () => {
    const source = chartSource(branchingWall);
    expect(source).toMatch(/^flowchart TB\n/);
    expect(source).toContain('s1("1 用地需求与指标核对<br/>规划处、耕地保护处<br/>▲1 ■1 ●1');
    expect(source).toContain('▲ 第1号样例风险');
    expect(source).toContain('q1{"符合规划和计划？"}');
    expect(source).toContain('q1 -->|"不符"| x1from1');
    expect(source).toContain('s2 --> q2');
  });

  test('作者写的引号、井号、括号不会弄坏图', async () => {
    const wall = fixtureWall([
      { name: '核对“甲”#1', actor: 'A;B [丙] (丁) end', grades: ['三类'] },
      { name: '办理`乙`*粗*', actor: '"引号"|竖线', grades: [] },
      { name: '办结_下划线_', actor: '办公室', grades: [] },
    ]);
    const { svg } = await renderWallChart(wall);
    for (const text of ['核对“甲”#1', 'A;B [丙] (丁) end', '办理`乙`*粗*', '办结_下划线_']) {
      expect(svg).toContain(text);
    }
  });

  test('同一面墙每次画出来都一样，压缩后不超过 12 KB', async () => {
    const first = await renderWallChart(branchingWall);
    const second = await renderWallChart(branchingWall);
    expect(second.svg).toBe(first.svg);
    expect(gzipSync(first.svg).length).toBeLessThanOrEqual(12 * 1024);
  });

  test('图里没有行内样式，每一步、每个风险、每个出口都是链接', async () => {
    const { svg } = await renderWallChart(branchingWall);
    expect(svg).not.toMatch(/<style|\sstyle=/);
    for (const { id, risks } of branchingWall.steps) {
      expect(svg).toContain(`href="#step-${id}"`);
      expect(risks.some((risk) => svg.includes(`href="#risk-${risk.id}"`))).toBe(true);
    }
    for (const { id } of branchingWall.exits) expect(svg).toContain(`href="#exit-${id}"`);
  });

  test('退回前面的步骤画成虚线，其余是实线', async () => {
    const returns = planChart(branchingWall).edges.filter(({ isReturn }) => isReturn);
    expect(returns.map(({ from, to }) => `${from}→${to}`)).toEqual(['q7→s6', 'q9→s9', 'q10→s6']);
    const { svg } = await renderWallChart(branchingWall);
    expect(svg.match(/class="edge is-return"/g)).toHaveLength(returns.length);
  });

  test('一个判断有三个出口，第三条线和它的字也不压在下一步后面', async () => {
    const wall = fixtureWall(
      [
        {
          name: '审查取得方式',
          actor: '财务处',
          grades: ['一类'],
          question: '怎样走？',
          next: [
            ['成立', 2],
            ['集体土地', 'x1'],
            ['房屋征收', 'x2'],
            ['闲置土地', 'x3'],
          ],
        },
        { name: '查权属', actor: '财务处', grades: [] },
        { name: '办结归档', actor: '财务处', grades: [] },
      ],
      (['先依法征收', '转房屋征收', '转闲置处置'] as const).map((name) => ({
        name,
        kind: '转出',
      })),
    );
    const { svg } = await renderWallChart(wall);
    const lineY = Number(/L[\d.]+ ([\d.]+)" data-from="q1" data-to="x3from1"/.exec(svg)?.[1]);
    const nextTop = Number(
      /data-node="s2".*?<rect class="card" x="[\d.]+" y="([\d.]+)"/.exec(svg)?.[1],
    );
    const halfLabelPx = 10;
    expect(nextTop).toBeGreaterThan(lineY + halfLabelPx);
  });

  test('画图以后，构建环境里没有留下浏览器的痕迹', async () => {
    await renderWallChart(branchingWall);
    expect('document' in globalThis).toBe(false);
    expect('window' in globalThis).toBe(false);
  });

  test('打印时不在框和字上切开，每张纸放得下', () => {
    const bands = Array.from({ length: 30 }, (_, i) => ({ top: i * 100, bottom: i * 100 + 70 }));
    const drawing = { markup: '', widthPx: 780, heightPx: 3000, bands };
    const list = sheets(drawing);
    expect(list.length).toBeGreaterThan(2);
    expect(list.reduce((sum, { height }) => sum + height, 0)).toBe(3000);
    for (const { top, height } of list) {
      expect(bands.some((band) => band.top < top && top < band.bottom)).toBe(false);
      expect(height * printScale(drawing)).toBeLessThanOrEqual((240 * 96) / 25.4);
    }
  });

  test('框左右错开，也不从旁边的框上切过去', () => {
    const column = (every: number, height: number) =>
      Array.from({ length: 3000 / every }, (_, i) => ({
        top: i * every,
        bottom: i * every + height,
      }));
    const bands = [...column(170, 100), ...column(130, 60)];
    const list = sheets({ markup: '', widthPx: 780, heightPx: 3000, bands });
    expect(list.length).toBeGreaterThan(2);
    for (const { top } of list) {
      expect(bands.filter((band) => band.top < top && top < band.bottom)).toEqual([]);
    }
  });

  test.each([400, 780, 860, 2400])('图宽 %i 像素，印出来的字都不小于 8 磅', (widthPx) => {
    expect(printScale({ widthPx }) * 14 * 0.75).toBeGreaterThanOrEqual(7.99);
  });

  test('每一条线都有箭头，箭尖就在线头上', async () => {
    const { svg } = await renderWallChart(branchingWall);
    const ends = [...svg.matchAll(/ d="([^"]+)" data-from=/g)].map(([, d = '']) =>
      (d.match(/-?[\d.]+/g) ?? []).slice(-2).join(' '),
    );
    const tips = [...(/class="head" d="([^"]+)"/.exec(svg)?.[1] ?? '').matchAll(/M([^L]+)L/g)];
    expect(ends.length).toBeGreaterThan(branchingWall.steps.length);
    expect(tips.map(([, tip]) => tip).sort()).toEqual(ends.sort());
  });

  test('几条退回的线同时经过一段，各走各的道，不叠在一起', async () => {
    const backTo: Readonly<Record<number, number>> = { 4: 2, 5: 1, 6: 1 };
    const wall = fixtureWall(
      Array.from({ length: 7 }, (_, i) => ({
        name: `第${i + 1}步办理`,
        actor: '财务处',
        grades: [],
        ...(backTo[i + 1] !== undefined && {
          question: '通过？',
          next: [['是', i + 2] as const, ['退回', backTo[i + 1] ?? 1] as const],
        }),
      })),
    );
    const { svg } = await renderWallChart(wall);
    const runs = [...svg.matchAll(/class="edge is-return" d="([^"]+)"/g)].map(([, d = '']) => {
      const points = [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      const laneX = Math.min(...points.map(([x = 0]) => x));
      const ys = points.filter(([x]) => x === laneX).map(([, y = 0]) => y);
      return { laneX, top: Math.min(...ys), bottom: Math.max(...ys) };
    });
    expect(runs).toHaveLength(3);
    for (const [i, one] of runs.entries()) {
      for (const other of runs.slice(i + 1)) {
        expect(one.top < other.bottom && other.top < one.bottom).toBe(true);
        expect(Math.abs(one.laneX - other.laneX)).toBeGreaterThanOrEqual(12);
      }
    }
  });
});

describe('说明页里的 Mermaid 图', () => {
  test('画成图，有说明', async () => {
    const svg = await renderDiagram('flowchart LR\n a[受理] --> b{齐全？}\n b -->|否| a\n', '受理');
    expect(svg).toContain('<title');
    expect(svg).toContain('受理');
    expect(svg).toContain('data-from="b" data-to="a"');
    expect(svg).not.toMatch(/<style|\sstyle=/);
  });

  test.each([
    ['sequenceDiagram\n A->>B: 好', '只支持流程图'],
    ['flowchart TB\n a[没有闭合\n b --> c', '流程图写法有错'],
  ])('写错了得到中文的说明', async (source, message) => {
    await expect(renderDiagram(source, '样例')).rejects.toThrow(message);
  });

  test('没有写说明的图不让过', async () => {
    await expect(renderDiagram('flowchart TB\n a --> b', '')).rejects.toThrow('图没有说明');
  });

  test('框可以点到站内的页，地址跟着发布的路径走，听的人也听得到链接', async () => {
    const source = 'flowchart LR\n a[受理] --> b[审查]\n click a href "walls/x/#step-w90-s01"\n';
    const svg = await renderDiagram(source, '样例', '/fangkong/');
    expect(svg).toContain('href="/fangkong/walls/x/#step-w90-s01"');
    expect(svg).toContain('role="group"');
    expect(await renderDiagram('flowchart LR\n a --> b', '样例')).toContain('role="img"');
  });

  test('几条线进同一个框，箭头分开落在框边上，不挤成一处', async () => {
    const source =
      'flowchart TB\n a[一]\n b[二]\n c[三]\n d[四]\n a --> p\n b --> p\n c --> p\n d --> p\n p[归到一处登记取号]\n';
    const svg = await renderDiagram(source, '样例');
    const ends = [...svg.matchAll(/ d="([^"]+)" data-from="\w" data-to="p"/g)].map((match) =>
      (match[1]?.match(/-?[\d.]+/g) ?? []).slice(-2).map(Number),
    );
    expect(ends.length).toBe(4);
    expect(new Set(ends.map(([x]) => x)).size).toBe(4);
    expect(new Set(ends.map(([, y]) => y)).size).toBe(1);
  });
});
