import { namingFile } from '../model/published/folderEdition.ts';
import { isFolderEdition } from './edition.ts';

/**
 * The path under which the site is published, with a slash at both ends. The layout writes it down;
 * in the packaged site, which stands under any path, as the way from the page up to the home page.
 */
function siteBase(): string {
  return new URL(document.documentElement.dataset['base'] ?? '/', document.baseURI).pathname;
}

/**
 * The address of a page or file of this site.
 * @param path without a leading slash: `walls/x/#w01-r01`, or empty for home.
 */
export function siteAddress(path: string): string {
  return siteBase() + (isFolderEdition() ? namingFile(path) : path);
}
