import { isFolderEdition } from './edition.ts';
import { siteAddress } from './siteBase.ts';

/** The address of the page: read, written and listened to here, and nowhere else. */

/** A part of an address without its escapes; one that is broken (`%E0%A4%A`) stays as it stands. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What stands behind the `#`, decoded; empty when there is nothing. */
export function readHash(): string {
  return decoded(location.hash.slice(1));
}

/** Leads to another part of the page; Back leads back. @param hash without `#`. */
export function goToHash(hash: string): void {
  location.hash = hash;
}

/** Calls back when another part of the page is asked for. @returns a function that ends it. */
export function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

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

/** The whole address of the page, as it can be sent on. */
export function wholeAddress(): string {
  return location.href;
}

/**
 * A page of the site with everything that a telephone needs to open it. A folder on this computer is
 * open to nobody else, and its name nobody's business: there it is the path alone.
 * @param path from the home page.
 */
export function absoluteAddress(path: string): string {
  if (isFolderEdition()) return path;
  return location.origin + siteAddress(path);
}
