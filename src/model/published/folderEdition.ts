/**
 * The folder edition: the same site, opened by a double click and without a server. Browsers let a
 * page from a disc load scripts, styles and pictures, but no modules, no workers and no texts. Both
 * ends read this: the package that makes the edition, and the pages that run in it.
 */

/**
 * On `<html>` of every page of the edition; the package puts it there. It holds what stands before
 * names in the browser's storage, see src/browser/edition.ts.
 * @param bureau by its id: it stays the same when pages, contents and the bureau's name change.
 */
export const editionMark = (bureau: string) => `data-edition="${bureau}/"`;

/**
 * An address within the site that names the file: a disc has no default document.
 * @param address relative, `walls/x/#r1`; one that names a file already stays as it stands.
 */
export function namingFile(address: string): string {
  return address.replace(/^([^?#]*\/)?(?=[?#]|$)/, '$&index.html');
}
