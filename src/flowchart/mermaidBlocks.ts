import { defineMdastPlugin } from 'satteri';
import { drawDiagram } from './drawDiagram.ts';
import { DiagramError, renderMermaid } from './renderMermaid.ts';
import { escapeText } from './svgText.ts';

/** FNV-1a: the same diagram gets the same id in every build. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/**
 * A Mermaid flowchart as a figure of the site.
 * @param description what the diagram shows, for those who cannot see it.
 * @throws DiagramError in Chinese when the source is wrong or there is no description.
 */
export async function renderDiagram(source: string, description: string): Promise<string> {
  if (!description.trim()) {
    throw new DiagramError('图没有说明：在 ```mermaid 后面空一格，用一句话写出图的意思。');
  }
  const id = `diagram-${shortHash(source)}`;
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
