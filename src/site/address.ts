const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/**
 * The address of a page of this site under whatever path it is published.
 * @param path without a leading slash: `walls/`, `laws/xing-fa/#article-385`, or empty for home.
 */
export function address(path: string): string {
  return base + path;
}
