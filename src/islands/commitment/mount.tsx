import { render } from 'preact';
import { Commitment } from './Commitment.tsx';

/** Puts the letters in the place of the text that says they need scripts. */
export function startCommitment(): void {
  const host = document.querySelector('[data-commitment]');
  if (!host) return;
  host.textContent = '';
  render(<Commitment />, host);
}
