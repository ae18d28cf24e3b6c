import { readHash } from '../../browser/hash.ts';

/** The link to the slides begins at the step that is open on the wall. */
export function startPresentLink(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-present-link]');
  const follow = () => {
    const target = document.getElementById(readHash());
    const step = target?.closest('.step')?.getAttribute('aria-labelledby');
    if (link) link.hash = step ?? '';
  };
  // Read when it is needed: the board changes the address all the time.
  link?.addEventListener('pointerdown', follow);
  link?.addEventListener('focus', follow);
  link?.addEventListener('click', follow);
}
