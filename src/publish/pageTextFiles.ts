import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ContentVersions } from '../model/content/versions.ts';
import type { FinderCore } from '../model/finder/finderIndex.ts';
import { pageParts, stepHeadings, type PageText } from '../model/finder/pageTexts.ts';
import { dataPath } from '../model/published/dataFiles.ts';
import { dataText } from './dataFile.ts';

/**
 * Writes the texts of the pages beside the other data files.
 * @param siteFolder the built site.
 * @param pages as the page reader gives them.
 * @returns the files, from the home page.
 */
export function writePageTexts(
  siteFolder: string,
  versions: ContentVersions,
  pages: readonly PageText[],
): string[] {
  // The file that the search reads first: what it tells is left out here.
  const core = readFileSync(join(siteFolder, dataPath('finder')), 'utf8');
  const { walls } = JSON.parse(core) as FinderCore;
  return pageParts(pages, stepHeadings(walls)).map((part, i) => {
    const path = dataPath('pages-*', i);
    mkdirSync(dirname(join(siteFolder, path)), { recursive: true });
    writeFileSync(join(siteFolder, path), dataText('pages-*', versions, part));
    return path;
  });
}
