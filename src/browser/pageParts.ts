import { siteText } from './siteText.ts';

/**
 * Fetches another page of this site, to take parts of it.
 * @param path without a leading slash.
 * @returns undefined when it cannot be had: no server, or none that gives the page.
 */
export async function fetchPage(path: string): Promise<Document | undefined> {
  const answer = await siteText(path);
  if (answer.status !== 'present') return undefined;
  return new DOMParser().parseFromString(answer.text, 'text/html');
}
