import { mdxToJs, type MdastPluginDefinition } from 'satteri';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diagramsIn } from '../../src/flowchart/diagramsAhead.ts';

const folder = 'content/pages';
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

/** The diagrams as the page's own reader finds them. */
async function readByPage(text: string): Promise<string[][]> {
  const found: string[][] = [];
  const collect: MdastPluginDefinition = {
    name: 'collect',
    code(node) {
      if (node.lang === 'mermaid') found.push([node.meta ?? '', node.value]);
    },
  };
  await mdxToJs(text.replace(/^---[\s\S]*?\n---/, ''), { mdastPlugins: [collect] });
  return found;
}

test.each(texts)('%s 里的图提前画的就是页面要的，不画两遍', async (_name, text) => {
  const ahead = diagramsIn(text).map((one) =>
    one.kind === 'diagram' ? [one.description, one.source] : [],
  );
  expect(ahead).toEqual(await readByPage(text));
});

test('有的页确实有图', () => {
  expect(texts.flatMap(([, text]) => diagramsIn(text)).length).toBeGreaterThan(3);
});
