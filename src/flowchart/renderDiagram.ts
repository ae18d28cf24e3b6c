import { fnv1a } from '../model/text/fingerprint.ts';
import { drawDiagram } from './drawDiagram.ts';
import { DiagramError } from './mermaidRoom.ts';
import { renderMermaid } from './renderMermaid.ts';
import { escapeText } from './svgText.ts';

/**
 * A Mermaid flowchart as a figure of the site.
 * @param description what the diagram shows, for those who cannot see it.
 * @param base path under which the site is published; links of the diagram (`click a href "walls/"`)
 *   start from it.
 * @throws DiagramError in Chinese when the source is wrong or there is no description.
 */
export async function renderDiagram(
  source: string,
  description: string,
  base = '/',
): Promise<string> {
  if (!description.trim()) {
    throw new DiagramError('图没有说明：在 ```mermaid 后面空一格，用一句话写出图的意思。');
  }
  const id = `diagram-${fnv1a(source).toString(36)}`;
  const { markup, widthPx, heightPx, viewBox, hasLinks } = drawDiagram(
    await renderMermaid(source),
    base,
  );
  // A picture hides what is inside from those who listen; a diagram with links must not.
  const role = hasLinks ? 'group' : 'img';
  // A wide diagram scrolls in its frame; one with links in it is reached through them.
  return (
    `<div class="diagram"${hasLinks ? '' : ' tabindex="0"'}><svg class="flowchart" width="${widthPx}" height="${heightPx}" viewBox="${viewBox}" role="${role}" aria-labelledby="${id}">` +
    `<title id="${id}">${escapeText(description.trim())}</title>${markup}</svg></div>`
  );
}
