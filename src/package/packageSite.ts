import { siteFolder, builtBase, packedCopies, readSite, siteForServers } from './siteFiles.ts';
import { sumOf, sumOfAll, timeOf, zipOf, type Files } from './archive.ts';
import { folderSite } from './folder/folderSite.ts';
import { deploymentNote, type PackageNames } from './notes/deployment.ts';
import { notePage } from './notes/notePage.ts';
import { noteWord } from './notes/noteWord.ts';
import { releaseNote } from './notes/releaseNote.ts';
import { releaseOf, releaseVersion, type Release } from './release.ts';
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

const nginxFile = [nginxName, bytesOf(nginxConfig())] as const;

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

/** @param hasFolder whether there is a folder edition: its links have to be relative. */
const namesOf = (version: string, hasFolder: boolean): PackageNames => ({
  web: `${siteFolder}-${version}-web.zip`,
  war: `${siteFolder}-${version}.war`,
  folder: hasFolder ? `${siteFolder}-${version}-folder.zip` : undefined,
  nginx: nginxName,
});

async function notesOf(release: Release, base: string | undefined, time: Date): Promise<Files> {
  const names = namesOf(release.version, base === undefined);
  const deployment = deploymentNote(release, names, base);
  return new Map([
    ['install.html', bytesOf(notePage(deployment))],
    ['install.docx', await noteWord(deployment, time)],
    ['release-notes.html', bytesOf(notePage(releaseNote(release)))],
  ]);
}

/** What is on the server and on the disc, before it is known which release it is. */
interface Parts {
  readonly site: Files;
  /** Empty where the site was built for one path. */
  readonly onDisc: Files;
  readonly told: Omit<Release, 'version'>;
  readonly base: string | undefined;
}

/** One sum over all that is handed over, but for the version that is made of it. */
async function sumOfRelease({ site, onDisc, told, base }: Parts): Promise<string> {
  const notes = await notesOf({ ...told, version: '' }, base, new Date(2000, 0));
  const discRows = Array.from(onDisc, ([path, bytes]) => [`disc/${path}`, bytes] as const);
  return sumOfAll(new Map([...serverFiles(site, ''), ...discRows, ...notes, nginxFile]));
}

/**
 * Makes of a built site what is handed to those who run the server.
 * @param built folder of the built site. One that was built for the root is made to stand under any
 * path; one that was built for a path keeps to it.
 * @throws Error with a sentence on what to do, when the site cannot be packed.
 */
export async function packageSite(built: string, programVersion: string): Promise<Packaged> {
  const whole = readSite(built);
  const builtFor = builtBase(whole);
  const base = builtFor === '/' ? undefined : builtFor;
  const told = releaseOf(whole);
  const site = siteForServers(whole);
  const onDisc = base === undefined ? await folderSite(site, told) : new Map<string, Uint8Array>();
  const sum = await sumOfRelease({ site, onDisc, told, base });
  const release = { ...told, version: releaseVersion(programVersion, told.day, sum) };
  const names = namesOf(release.version, base === undefined);
  const time = timeOf(release.day, sum);
  const onServer = serverFiles(site, sum.slice(0, 16));
  const notes = await notesOf(release, base, time);
  const inZip = new Map([
    ...Array.from(onServer, ([path, bytes]) => [`${siteFolder}/${path}`, bytes] as const),
    ...notes,
    nginxFile,
  ]);
  const inFolderZip = new Map([...onDisc, ...notes]);
  const files = new Map([
    ...notes,
    [names.web, zipOf(inZip, time)],
    [names.war, zipOf(onServer, time)],
    ...(names.folder === undefined ? [] : [[names.folder, zipOf(inFolderZip, time)] as const]),
  ]);
  const sums = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  files.set(
    'SHA256SUMS',
    bytesOf(sums.map(([name, bytes]) => `${sumOf(bytes)}  ${name}\n`).join('')),
  );
  return { files, version: release.version, siteFileCount: onServer.size };
}
