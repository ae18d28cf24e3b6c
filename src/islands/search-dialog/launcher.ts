import { launchSearchWith } from '../../browser/searchLauncher.ts';

/** Opens the search dialog; its code is fetched only when somebody reaches for it. */
export function startSearchLauncher(): void {
  launchSearchWith(() => import('./mount.tsx'));
}
