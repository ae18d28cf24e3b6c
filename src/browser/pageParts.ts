import { siteAddress } from './siteBase.ts';

/**
 * Fetches another page of this site, to take parts of it.
 * @param path without a leading slash.
 * @returns undefined when it cannot be had: no server, or none that gives the page.
 */
export async function fetchPage(path: string): Promise<Document | undefined> {
  try {
    const response = await fetch(siteAddress(path));
    if (!response.ok) return undefined;
    return new DOMParser().parseFromString(await response.text(), 'text/html');
  } catch {
    return undefined;
  }
}
