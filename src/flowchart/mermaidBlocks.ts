import { defineMdastPlugin } from 'satteri';
import { fnv1a } from '../model/fingerprint.ts';
import { drawDiagram } from './drawDiagram.ts';
import { DiagramError, renderMermaid } from './renderMermaid.ts';
import { escapeText } from './svgText.ts';

/**
 * A Mermaid flowchart as a figure of the site.
 * @param description what the diagram shows, for those who cannot see it.
 * @throws DiagramError in Chinese when the source is wrong or there is no description.
 */
export async function renderDiagram(source: string, description: string): Promise<string> {
  if (!description.trim()) {
    throw new DiagramError('图没有说明：在 ```mermaid 后面空一格，用一句话写出图的意思。');
  }
  const id = `diagram-${fnv1a(source).toString(36)}`;
  const { markup, widthPx, heightPx, viewBox } = drawDiagram(await renderMermaid(source));
  return (
    `<div class="diagram"><svg class="flowchart" width="${widthPx}" height="${heightPx}" viewBox="${viewBox}" role="img" aria-labelledby="${id}">` +
    `<title id="${id}">${escapeText(description.trim())}</title>${markup}</svg></div>`
  );
}

/** Turns ```mermaid blocks of any MDX page into pictures at build. */
export const mermaidBlocks = defineMdastPlugin({
  name: 'mermaid-blocks',
  async code(node, context) {
    if (node.lang !== 'mermaid') return;
    const raw = await renderDiagram(node.value, node.meta ?? '');
    context.replaceNode(node, { raw, mdxExpressions: false });
  },
});
