import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentVersions } from '../model/content/versions.ts';
import { dataPath } from '../model/published/dataFiles.ts';
import { fileListOf } from '../model/published/fileList.ts';
import { dataText } from './dataFile.ts';

/**
 * Writes down every file of a built site, when all others are there.
 * @param siteFolder the built site.
 */
export function writeFileList(siteFolder: string, versions: ContentVersions): void {
  const paths = readdirSync(siteFolder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(siteFolder, name)).isFile(),
  );
  const files = paths.map(
    (name) => [name.replaceAll('\\', '/'), readFileSync(join(siteFolder, name))] as const,
  );
  writeFileSync(
    join(siteFolder, dataPath('files')),
    dataText('files', versions, fileListOf(files)),
  );
}
