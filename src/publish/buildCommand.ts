// Started by buildSite.ts. Checks the content, builds the pages, and takes their texts for the search.
// --base /fangkong/ and --outDir folder are handed to Astro; --no-cache uses and keeps nothing of
// what the last build has read out of its pages.
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
import { finishedPages } from './finishedPages.ts';
import { nothingKept, openKeptTexts } from './keptTexts.ts';
import { PageReader } from './pageReader.ts';
import { writeFileList } from './fileListFile.ts';
import { writePageTexts } from './pageTextFiles.ts';

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: process.env.FANGKONG_BASE ?? '/' },
    outDir: { type: 'string', default: 'dist' },
    'no-cache': { type: 'boolean', default: false },
  },
});

const outDir = resolve(values.outDir);
// The configuration file reads the base path from here, for every way of building.
process.env.FANGKONG_BASE = values.base;
const closeDrawingRoom = openDrawingRoom();
const reader = new PageReader(values['no-cache'] ? nothingKept : openKeptTexts());
try {
  drawDiagramsAhead(contentFolder());
  // Before anything is written: what fails leaves no site behind, old or new.
  const { content } = soundContent();
  drawAhead(content.walls.map(({ data }) => ({ kind: 'wall', wall: data })));
  const look = finishedPages((path, html) => reader.take(path, html));
  await build({ outDir, logLevel: 'warn', integrations: [look] });
  const pages = await reader.finish();
  writePageTexts(outDir, contentVersions(content), pages);
  writeFileList(outDir, contentVersions(content));
  console.log(`网站已生成：${values.outDir}（查找收录 ${pages.length} 页）`);
} catch (error) {
  rmSync(outDir, { recursive: true, force: true });
  console.error(error instanceof ContentError ? error.message : error);
  process.exitCode = 1;
} finally {
  await reader.close();
  await closeDrawingRoom();
}
