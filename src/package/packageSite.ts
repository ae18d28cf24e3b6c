import { siteFolder, builtBase, packedCopies, readSite, relativeSite } from './siteFiles.ts';
import { sumOf, sumOfAll, timeOf, zipOf, type Files } from './archive.ts';
import { folderSite } from './folder/folderSite.ts';
import { deploymentNote } from './notes/deployment.ts';
import { notePage } from './notes/notePage.ts';
import { noteWord } from './notes/noteWord.ts';
import { releaseNote } from './notes/releaseNote.ts';
import { releaseOf } from './release.ts';
import { apacheConfig } from './servers/apache.ts';
import { iisConfig } from './servers/iis.ts';
import { javaConfig, javaConfigPath, javaPage, javaPagePath } from './servers/java.ts';
import { nginxConfig } from './servers/nginx.ts';
import { serverOnly } from '../model/server/serving.ts';

const nginxName = `${siteFolder}-nginx.conf`;

export interface Packaged {
  /** What is handed over, by file name. */
  readonly files: Files;
  readonly version: string;
  /** How many files are to be put on the server. */
  readonly siteFileCount: number;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What is put on the server: the site, packed copies of its large files, the settings. */
function serverFiles(site: Files, release: string): Files {
  return new Map([
    ...site,
    ...packedCopies(site),
    [serverOnly.iis, bytesOf(iisConfig())],
    [serverOnly.apache, bytesOf(apacheConfig())],
    [javaConfigPath, bytesOf(javaConfig())],
    [javaPagePath, bytesOf(javaPage(release))],
  ]);
}

/**
 * Makes of a built site what is handed to those who run the server.
 * @param built folder of the built site. One that was built for the root is made to stand under any
 * path; one that was built for a path keeps to it.
 * @throws Error with a sentence on what to do, when the site cannot be packed.
 */
export async function packageSite(built: string, programVersion: string): Promise<Packaged> {
  const whole = readSite(built);
  const base = builtBase(whole);
  const release = releaseOf(whole, programVersion);
  const site = base === '/' ? relativeSite(whole) : whole;
  const sum = sumOfAll(site);
  const time = timeOf(release.day, sum);
  const onServer = serverFiles(site, sum.slice(0, 16));
  const names = {
    web: `${siteFolder}-${release.version}-web.zip`,
    war: `${siteFolder}-${release.version}.war`,
    // Its links have to be relative.
    folder: base === '/' ? `${siteFolder}-${release.version}-folder.zip` : undefined,
    nginx: nginxName,
  };
  const deployment = deploymentNote(release, names, base === '/' ? undefined : base);
  const notes = new Map([
    ['install.html', bytesOf(notePage(deployment))],
    ['install.docx', await noteWord(deployment, time)],
    ['release-notes.html', bytesOf(notePage(releaseNote(release)))],
  ]);
  const inZip = new Map([
    ...Array.from(onServer, ([path, bytes]) => [`${siteFolder}/${path}`, bytes] as const),
    ...notes,
    [nginxName, bytesOf(nginxConfig())],
  ]);
  const onDisc = new Map([
    ...(names.folder === undefined ? [] : await folderSite(site, release)),
    ...notes,
  ]);
  const files = new Map([
    ...notes,
    [names.web, zipOf(inZip, time)],
    [names.war, zipOf(onServer, time)],
    ...(names.folder === undefined ? [] : [[names.folder, zipOf(onDisc, time)] as const]),
  ]);
  const sums = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  files.set(
    'SHA256SUMS',
    bytesOf(sums.map(([name, bytes]) => `${sumOf(bytes)}  ${name}\n`).join('')),
  );
  return { files, version: release.version, siteFileCount: onServer.size };
}
