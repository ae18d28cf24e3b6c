import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawAhead } from './drawingRoom.ts';
import type { DrawingRequest } from './drawingRequest.ts';

/** @param description what the picture shows, in words, behind the block's first fence. */
export function diagramOf(
  source: string,
  description: string,
): DrawingRequest & { kind: 'diagram' } {
  // The build hands the base path down here, as it does to Astro's configuration.
  const base = (process.env.FANGKONG_BASE ?? '/').replace(/\/?$/, '/');
  return { kind: 'diagram', source, description, base };
}

/**
 * The diagrams that stand in a text as its page will ask for them: what the page asks for in any other
 * words would be drawn twice, and the build would wait for the second drawing.
 */
export function diagramsIn(mdx: string): DrawingRequest[] {
  const blocks = mdx
    .replace(/\r\n/g, '\n')
    .matchAll(/^```mermaid(?: ([^\n]*))?\n([\s\S]*?)\n```$/gm);
  return Array.from(blocks, ([, meta = '', source = '']) => diagramOf(source, meta.trim()));
}

/**
 * Has the diagrams of a content folder drawn while the content is still being read: the pages would
 * wait for them. One that is written in another way than here is drawn when its page asks for it.
 */
export function drawDiagramsAhead(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of files.filter((one) => one.endsWith('.mdx')))
    drawAhead(diagramsIn(readFileSync(join(folder, name), 'utf8')));
}
