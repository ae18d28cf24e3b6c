/** The part of the page that the address names: read, written and listened to here, and nowhere else. */

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
