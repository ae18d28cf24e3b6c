import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plainContent } from '../../src/model/content/contentSet.ts';
import { drawingsOf } from '../../src/flowchart/drawingsOf.ts';
import { drawHere } from '../../src/flowchart/drawingRequest.ts';
import { realContent } from '../fixtures/realContent.ts';

const pages = ['supervision', 'technology', 'results']
  .map((page) => readFileSync(`dist/${page}/index.html`, 'utf8'))
  .join('\n');
const others = drawingsOf(plainContent(realContent())).filter(({ kind }) => kind !== 'wall');

test('内容里写的图，生成时提前画的就是页面上的那一张，不再为它另起一个线程', async () => {
  expect(others.length).toBeGreaterThan(3);
  for (const request of others) expect(pages).toContain(await drawHere(request));
});

test('页面上的图没有漏下的', () => {
  const shown = pages.match(/class="(site-diagram|picture-figure)"/g) ?? [];
  expect(shown).toHaveLength(others.length);
});
