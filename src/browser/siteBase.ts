/** The path under which the site is published, with a slash at both ends; the layout writes it down. */
export function siteBase(): string {
  return document.documentElement.dataset['base'] ?? '/';
}

/** The address of a page of this site. @param path without a leading slash. */
export function siteAddress(path: string): string {
  return siteBase() + path;
}
