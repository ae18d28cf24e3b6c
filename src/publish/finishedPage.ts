import { headOrder } from './headOrder.ts';
import { tightenPolicy } from './tightenPolicy.ts';

/** What the page says to the search alone, which has read it by then: half a percent of a wall. */
const withoutSearchMarks = (html: string) =>
  html
    .replace(/<span hidden data-pagefind-filter="[^"]*"><\/span>/g, '')
    .replace(/\sdata-pagefind-[a-z]+(?:="[^"]*")?(?=[\s>])/g, '');

/**
 * A page as it is written.
 * @param path from the home page (`walls/land-registration/`).
 * @param look is told the path and the HTML with what it says to the search, so that no page has to be
 * read from the disk again.
 */
export function finishedPage(
  path: string,
  html: string,
  look: (path: string, html: string) => void,
): string {
  const ordered = headOrder(tightenPolicy(html));
  look(path, ordered);
  return withoutSearchMarks(ordered);
}
