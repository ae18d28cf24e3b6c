import { wayHome } from '../relativeLinks.ts';
import { editionMark, namingFile } from '../../model/published/folderEdition.ts';
import { loaderPath, type ClassicScript } from './classicScripts.ts';

/** Of a page that begins with modules: their paths, in the order of the page. */
const moduleTag = /<script type="module" src="([^"]+)"><\/script>/g;

const pathOf = (address: string, page: string) =>
  new URL(address, `http://site/${page}`).pathname.slice(1);

/** @param html with relative addresses. @param path of the page in the site. */
export const modulesOf = (html: string, path: string): string[] =>
  Array.from(html.matchAll(moduleTag), ([, address = '']) => pathOf(address, path));

/** Links and what our scripts lead to; `data-base` is a folder and stays one. */
const folderAddress = /(\s(?:href|xlink:href|action|data-(?!base=)[\w-]+)=")(\.{1,2}\/[^"]*)"/g;

const stylesMissing = /(<p class="styles-missing">)[^<]*/;
const stylesMissingText =
  '样式没有取到，链接多半也不通：文件夹不全。请把压缩包整个解开到一个新的文件夹，再打开“打开.html”。';

/** The scripts of a page in the order in which they run, each once. */
function scriptTags(entries: readonly ClassicScript[], home: string): string {
  const there = new Set<string>();
  const tags = [`<script defer src="${home}${loaderPath}"></script>`];
  const add = (path: string, mark: string) => {
    if (!there.has(path)) tags.push(`<script defer src="${home}${path}"${mark}></script>`);
    there.add(path);
  };
  for (const { path, needed } of entries) {
    for (const one of needed) add(one, '');
    add(path, ' data-run');
  }
  return tags.join('');
}

/**
 * A page as it works when it is opened from a disc.
 * @param html with relative addresses, see relativeLinks.ts.
 * @param path of the page in the site.
 * @throws Error when the page is not built as expected.
 */
export function folderPage(
  html: string,
  path: string,
  { scripts, bureau }: { scripts: ReadonlyMap<string, ClassicScript>; bureau: string },
): string {
  const entries = modulesOf(html, path).flatMap((one) => scripts.get(one) ?? []);
  let tags = scriptTags(entries, wayHome(path));
  const done = html
    .replace(/<html\b/, `<html ${editionMark(bureau)}`)
    .replace(stylesMissing, `$1${stylesMissingText}`)
    .replace(folderAddress, (_, head: string, address: string) => `${head}${namingFile(address)}"`)
    // Deferred scripts run when the page is read, in their order, wherever they stand: as modules do.
    .replace(moduleTag, () => {
      const here = tags;
      tags = '';
      return here;
    });
  if (!done.includes(editionMark(bureau)) || /<script[^>]*type="module"/.test(done))
    throw new Error(`${path} 和程序想的不一样，重新运行 npm run build；还不行就找改程序的人。`);
  return done;
}
