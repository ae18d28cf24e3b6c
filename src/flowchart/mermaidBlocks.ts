import { defineMdastPlugin } from 'satteri';
import { draw } from './drawingRoom.ts';

/** Turns ```mermaid blocks of any MDX page into pictures at build. */
export const mermaidBlocks = defineMdastPlugin({
  name: 'mermaid-blocks',
  async code(node, context) {
    if (node.lang !== 'mermaid') return;
    const raw = await draw({
      kind: 'diagram',
      source: node.value,
      description: node.meta ?? '',
      // The build hands the base path down here, as it does to Astro's configuration.
      base: (process.env.FANGKONG_BASE ?? '/').replace(/\/?$/, '/'),
    });
    context.replaceNode(node, { raw, mdxExpressions: false });
  },
});
