import { describe, expect, test } from 'vitest';
import { renderDiagram } from '../../../src/flowchart/renderDiagram.ts';

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
