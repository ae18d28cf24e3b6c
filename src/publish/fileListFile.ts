import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ContentVersions } from '../model/content/versions.ts';
import { dataPath } from '../model/published/dataFiles.ts';
import { withListed, type ListedFile } from '../model/published/fileList.ts';
import { dataText } from './dataFile.ts';
import { filesBelow } from './filesBelow.ts';

/**
 * Writes down every file of a built site, when all others are there.
 * @param siteFolder the built site.
 * @param written those that were listed as they were written, and need not be read again.
 */
export function writeFileList(
  siteFolder: string,
  versions: ContentVersions,
  written: readonly ListedFile[],
): void {
  const known = new Set(written.map(([path]) => path));
  const others = filesBelow(siteFolder)
    .map((path) => [relative(siteFolder, path).replaceAll('\\', '/'), path] as const)
    .filter(([name]) => !known.has(name))
    .map(([name, path]) => [name, readFileSync(path)] as const);
  writeFileSync(
    join(siteFolder, dataPath('files')),
    dataText('files', versions, withListed({ files: written }, others)),
  );
}
