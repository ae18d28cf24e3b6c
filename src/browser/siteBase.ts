/**
 * The path under which the site is published, with a slash at both ends. The layout writes it down;
 * in the packaged site, which stands under any path, as the way from the page up to the home page.
 */
export function siteBase(): string {
  return new URL(document.documentElement.dataset['base'] ?? '/', document.baseURI).pathname;
}

/** The address of a page of this site. @param path without a leading slash. */
export function siteAddress(path: string): string {
  return siteBase() + path;
}
