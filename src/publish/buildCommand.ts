// Started by buildSite.ts. Checks the content, builds the pages, and takes their texts for the search.
// --base /fangkong/ and --outDir folder are handed to Astro; --no-cache uses and keeps nothing of
// what earlier builds have bundled and read out of their pages.
import { rmSync } from 'node:fs';
import { normalize, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  drawAhead,
  getReadyToDraw,
  openDrawingRoom,
  restFromDrawing,
} from '../flowchart/drawingRoom.ts';
import { drawDiagramsAhead } from '../flowchart/diagramsAhead.ts';
import { drawingsOf } from '../flowchart/drawingsOf.ts';
import { plainContent } from '../model/content/contentSet.ts';
import { contentVersions } from '../model/content/versions.ts';
import { ContentError, formatReport, type Problem } from '../model/problem/problem.ts';
import { contentFolder } from '../source/contentFolder.ts';
import { soundContent } from '../source/soundContent.ts';
import { clearOthers } from './clearOthers.ts';
import { FinishingRoom } from './finishingRoom.ts';
import {
  bundledFiles,
  dropBundle,
  keepBundle,
  openKeptBundle,
  placeBundle,
  type KeptBundle,
} from './keptBundle.ts';
import { nothingKept, openKeptValues, type KeptValues } from './keptValues.ts';
import { writeFileList } from './fileListFile.ts';
import { writePageTexts } from './pageTextFiles.ts';
import { bundleKey, programVersion } from './programKey.ts';
import { renderPages } from './renderPages.ts';

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
const program = values['no-cache'] ? undefined : programVersion();
const drawings: KeptValues<unknown> =
  program === undefined ? nothingKept : openKeptValues('drawings', program);
const closeDrawingRoom = openDrawingRoom(drawings);
let finishing: FinishingRoom | undefined;

/** What an earlier build has bundled, or what is bundled now. */
async function bundle(problems: readonly Problem[]): Promise<KeptBundle> {
  const key = program === undefined ? undefined : bundleKey(program);
  const kept = key === undefined ? undefined : openKeptBundle(key);
  if (kept) {
    // Astro says it otherwise, as it takes in the content.
    if (problems.length > 0) console.warn(formatReport(problems));
    return kept;
  }
  let made: KeptBundle | undefined;
  const { bundleSite } = await import('./bundleSite.ts');
  // Beside the program: elsewhere Astro would put the program of the pages into a place that all
  // builds share, and that is not the folder of the site.
  const room = resolve('node_modules/.cache/fangkongqiang-bundling', String(process.pid));
  try {
    await bundleSite(room, (site, pages) => {
      made = keepBundle(key, site, pages);
    });
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
  if (!made) throw new Error('Astro 没有交出打好的包，见 src/publish/bundleSite.ts');
  return made;
}

try {
  // With drawings kept, most builds need none or one: then Mermaid is loaded beside the pages.
  if (drawings.isEmpty) getReadyToDraw();
  drawDiagramsAhead(contentFolder());
  // Before anything is written: what fails leaves no site behind, old or new.
  const { content, problems } = soundContent();
  drawAhead(drawingsOf(plainContent(content)));
  const bundled = await bundle(problems);
  restFromDrawing();
  placeBundle(bundled, outDir);
  const room = (finishing = new FinishingRoom({ outDir, program }));
  await renderPages(bundled, (file) => room.take(file));
  const { listed, pages } = await room.finish();
  const texts = writePageTexts(outDir, contentVersions(content), pages);
  const files = [...bundledFiles(bundled), ...listed.map(([path]) => path), ...texts];
  clearOthers(outDir, new Set(files.map((path) => normalize(path))));
  if (program === undefined) dropBundle(bundled);
  writeFileList(outDir, contentVersions(content), listed);
  drawings.save();
  console.log(`网站已生成：${values.outDir}（查找收录 ${pages.length} 页）`);
} catch (error) {
  // Pages may still be on their way to it.
  await finishing?.close();
  rmSync(outDir, { recursive: true, force: true });
  console.error(error instanceof ContentError ? error.message : error);
  process.exitCode = 1;
} finally {
  await finishing?.close();
  await closeDrawingRoom();
}
