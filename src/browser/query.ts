/** The query of the address: read, written and listened to here, and nowhere else. */

/** The query of the address, with its `?`; empty when there is none. */
export function readQuery(): string {
  return location.search;
}

/**
 * Writes another query into the address.
 * @param query without `?`.
 * @param how `push` makes Back lead to the one before, `replace` does not.
 */
export function writeQuery(query: string, how: 'push' | 'replace'): void {
  const address = location.pathname + (query && `?${query}`);
  if (how === 'replace') history.replaceState(null, '', address);
  else history.pushState(null, '', address);
}

/** Calls back when Back or Forward has led to another query. @returns a function that ends it. */
export function onQueryChange(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  return () => window.removeEventListener('popstate', listener);
}
