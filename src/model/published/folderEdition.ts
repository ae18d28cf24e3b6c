/**
 * The folder edition: the same site, opened by a double click and without a server. Browsers let a
 * page from a disc load scripts, styles and pictures, but no modules, no workers and no texts. Both
 * ends read this: the package that makes the edition, and the pages that run in it.
 */

/** On `<html>` of every page; the package puts it there. */
export const editionMark = { name: 'data-edition', folder: 'folder' } as const;

/** The script that brings a text file of the site. @param path of the file, from the home page. */
export const carrierOf = (path: string) => `${path}.js`;

/** What a carrier calls: `fangkongFile("data/posts.json",'…')`. */
export const fileHook = 'fangkongFile';

/**
 * An address within the site that names the file: a disc has no default document.
 * @param address relative, `walls/x/#r1`; one that names a file already stays as it stands.
 */
export function namingFile(address: string): string {
  return address.replace(/^([^?#]*\/)?(?=[?#]|$)/, '$&index.html');
}
