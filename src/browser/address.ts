import { isFolderEdition } from './edition.ts';
import { siteAddress } from './siteBase.ts';

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
