import { launchSearchWith } from '../../browser/searchLauncher.ts';
import { addStyles } from '../../browser/styles.ts';
import searchStyles from './search.css?url';

/** Opens the search dialog; its code and its styles are fetched only when somebody reaches for it. */
export function startSearchLauncher(): void {
  launchSearchWith(async () => {
    const [code] = await Promise.all([import('./mount.tsx'), addStyles(searchStyles)]);
    return code;
  });
}
