import type { Files } from '../archive.ts';
import { faultOfLength, siteFolder } from '../siteFiles.ts';
import { hashedFolder, notFoundFile } from '../../model/server/serving.ts';
import type { Release } from '../release.ts';
import { withCarriers } from './carriers.ts';
import { classicScripts, loaderBytes, loaderPath } from './classicScripts.ts';
import { folderPage, modulesOf } from './folderPage.ts';
import { openName, openPage, openScript, openScriptText } from './openPage.ts';

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytesOf = (text: string) => new TextEncoder().encode(text);

const isModule = (path: string) => path.startsWith(hashedFolder) && path.endsWith('.js');
const isPage = (path: string) => path.endsWith('.html');

/**
 * The site as it works when it is opened from a disc, and the page that leads into it.
 * @param site with relative addresses.
 * @returns by path, the site in its folder.
 * @throws Error with a sentence on what to do, when it cannot be made.
 */
export async function folderSite(
  site: Files,
  { siteTitle, bureau }: Pick<Release, 'siteTitle' | 'bureau'>,
): Promise<Files> {
  // No server answers with it.
  const kept = [...site].filter(([path]) => path !== notFoundFile);
  const pages = new Map(
    kept.flatMap(([path, bytes]) => (isPage(path) ? [[path, textOf(bytes)] as const] : [])),
  );
  const entries = new Set([...pages].flatMap(([path, html]) => modulesOf(html, path)));
  const scripts = await classicScripts(site, [...entries].sort());
  const files = withCarriers(
    new Map([
      ...kept.filter(([path]) => !isModule(path)),
      ...[...pages].map(
        ([path, html]) => [path, bytesOf(folderPage(html, path, { scripts, bureau }))] as const,
      ),
      ...[...scripts].map(([path, { text }]) => [path, bytesOf(text)] as const),
      [loaderPath, loaderBytes()],
      [openScript, bytesOf(openScriptText(siteFolder))],
    ]),
  );
  const faults = [...files.keys()].flatMap((path) => faultOfLength(path) ?? []);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return new Map([
    [openName, bytesOf(openPage(siteTitle, siteFolder))],
    ...[...files].map(([path, bytes]) => [`${siteFolder}/${path}`, bytes] as const),
  ]);
}
