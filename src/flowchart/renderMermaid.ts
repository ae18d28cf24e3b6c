import { DiagramError, window, withMermaid } from './mermaidRoom.ts';

let renderCount = 0;

/**
 * Renders Mermaid source with the real Mermaid, at build time, in jsdom.
 * @returns Mermaid's own SVG element, for its geometry.
 * @throws DiagramError with a Chinese message when the source is no flowchart or is wrong.
 */
export function renderMermaid(source: string): Promise<Element> {
  if (!/^\s*(?:%%.*\n\s*)*(?:flowchart|graph)\b/.test(source)) {
    const kind = source.trim().split(/\s/)[0] ?? '';
    throw new DiagramError(`图的第一行是“${kind}”，这里只支持流程图：第一行写 flowchart TB。`);
  }
  return withMermaid(async (mermaid) => {
    renderCount += 1;
    try {
      const { svg } = await mermaid.render(`diagram${renderCount}`, source);
      const host = window.document.createElement('div');
      host.innerHTML = svg;
      const drawing = host.querySelector('svg');
      if (!drawing) throw new Error('no drawing');
      return drawing;
    } finally {
      window.document.body.innerHTML = '';
    }
  });
}
