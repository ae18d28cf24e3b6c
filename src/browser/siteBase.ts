/** The path under which the site is published, with a slash at both ends; the layout writes it down. */
export function siteBase(): string {
  return document.documentElement.dataset['base'] ?? '/';
}
