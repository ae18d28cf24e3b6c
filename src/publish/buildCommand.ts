// Started by buildSite.ts. Checks the content, builds the pages, and takes their texts for the search.
// --base /fangkong/ and --outDir folder are handed to Astro; --no-cache uses and keeps nothing of
// what earlier builds have bundled and read out of their pages.
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { drawAhead, openDrawingRoom } from '../flowchart/drawingRoom.ts';
import { drawDiagramsAhead } from '../flowchart/diagramsAhead.ts';
import { contentVersions } from '../model/content/versions.ts';
import type { PageText } from '../model/finder/pageTexts.ts';
import { ContentError, formatReport } from '../model/problem/problem.ts';
import { contentFolder } from '../source/contentFolder.ts';
import { soundContent } from '../source/soundContent.ts';
import { keepBundle, openKeptBundle } from './keptBundle.ts';
import { nothingKept, openKeptValues, type KeptValues } from './keptValues.ts';
import { PageReader } from './pageReader.ts';
import { writeFileList } from './fileListFile.ts';
import { writePageTexts } from './pageTextFiles.ts';
import { bundleKey, programVersion } from './programKey.ts';
import { rebuild } from './rebuild.ts';

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
const kept = <T>(name: string): KeptValues<T> =>
  program === undefined ? nothingKept : openKeptValues<T>(name, program);

const drawings = kept<unknown>('drawings');
const closeDrawingRoom = openDrawingRoom(drawings);
const newReader = () => new PageReader(kept<PageText>('search-texts'));
let reader = newReader();
const look = (path: string, html: string) => {
  reader.take(path, html);
};

/** Makes the site with what an earlier build has bundled. @returns whether it could be made so. */
async function rebuiltFrom(key: string): Promise<boolean> {
  const bundle = openKeptBundle(key);
  if (!bundle) return false;
  try {
    await rebuild(outDir, bundle, look);
    return true;
  } catch (error) {
    if (error instanceof ContentError) throw error;
    // Whatever it is, the whole way either goes or says what is wrong.
    console.warn(`上一次留下的用不上，从头生成：${error instanceof Error ? error.message : ''}`);
    await reader.close();
    reader = newReader();
    return false;
  }
}

try {
  drawDiagramsAhead(contentFolder());
  // Before anything is written: what fails leaves no site behind, old or new.
  const { content, problems } = soundContent();
  drawAhead(content.walls.map(({ data }) => ({ kind: 'wall', wall: data })));
  const key = program === undefined ? undefined : bundleKey(program);
  if (key !== undefined && (await rebuiltFrom(key))) {
    if (problems.length > 0) console.warn(formatReport(problems));
  } else {
    const { wholeBuild } = await import('./wholeBuild.ts');
    await wholeBuild(outDir, {
      bundled: (site, pages) => {
        if (key !== undefined) keepBundle(key, site, pages);
      },
      look,
    });
  }
  const pages = await reader.finish();
  writePageTexts(outDir, contentVersions(content), pages);
  writeFileList(outDir, contentVersions(content));
  drawings.save();
  console.log(`网站已生成：${values.outDir}（查找收录 ${pages.length} 页）`);
} catch (error) {
  rmSync(outDir, { recursive: true, force: true });
  console.error(error instanceof ContentError ? error.message : error);
  process.exitCode = 1;
} finally {
  await reader.close();
  await closeDrawingRoom();
}
