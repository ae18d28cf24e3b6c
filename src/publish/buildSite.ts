// npm run build: checks the content, builds the pages, then takes their texts for the search.
// Arguments are handed to Astro: --base /fangkong/, --outDir folder.
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { drawAhead, openDrawingRoom } from '../flowchart/drawingRoom.ts';
import { drawDiagramsAhead } from '../flowchart/mermaidBlocks.ts';
import { contentVersions } from '../model/content/versions.ts';
import { ContentError } from '../model/problem/problem.ts';
import { contentFolder } from '../source/contentFolder.ts';
import { soundContent } from '../source/soundContent.ts';
import { indexPages } from './indexPages.ts';
import { tightenPolicies } from './tightenPolicy.ts';

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: process.env.FANGKONG_BASE ?? '/' },
    outDir: { type: 'string', default: 'dist' },
  },
});

const outDir = resolve(values.outDir);
// The configuration file reads the base path from here, for every way of building.
process.env.FANGKONG_BASE = values.base;
const closeDrawingRoom = openDrawingRoom();
try {
  drawDiagramsAhead(contentFolder());
  // Before anything is written: what fails leaves no site behind, old or new.
  const { content } = soundContent();
  drawAhead(content.walls.map(({ data }) => ({ kind: 'wall', wall: data })));
  await build({ outDir, logLevel: 'warn' });
  tightenPolicies(outDir);
  const pages = await indexPages(outDir, contentVersions(content));
  console.log(`网站已生成：${values.outDir}（查找收录 ${pages} 页）`);
} catch (error) {
  rmSync(outDir, { recursive: true, force: true });
  console.error(error instanceof ContentError ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeDrawingRoom();
}
