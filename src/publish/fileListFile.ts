import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ContentVersions } from '../model/content/versions.ts';
import { dataPath } from '../model/published/dataFiles.ts';
import { fileListOf } from '../model/published/fileList.ts';
import { dataText } from './dataFile.ts';
import { filesBelow } from './filesBelow.ts';

/**
 * Writes down every file of a built site, when all others are there.
 * @param siteFolder the built site.
 */
export function writeFileList(siteFolder: string, versions: ContentVersions): void {
  const files = filesBelow(siteFolder).map((path) => {
    const name = relative(siteFolder, path).replaceAll('\\', '/');
    return [name, readFileSync(path)] as const;
  });
  writeFileSync(
    join(siteFolder, dataPath('files')),
    dataText('files', versions, fileListOf(files)),
  );
}
