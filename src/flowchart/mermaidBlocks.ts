import { defineMdastPlugin } from 'satteri';
import { diagramOf } from './diagramsAhead.ts';
import { draw } from './drawingRoom.ts';

/** Turns ```mermaid blocks of any MDX page into pictures at build. */
export const mermaidBlocks = defineMdastPlugin({
  name: 'mermaid-blocks',
  async code(node, context) {
    if (node.lang !== 'mermaid') return;
    const raw = await draw(diagramOf(node.value, node.meta ?? ''));
    context.replaceNode(node, { raw, mdxExpressions: false });
  },
});
