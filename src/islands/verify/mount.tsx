import { render } from 'preact';
import { Verify } from './Verify.tsx';

export function startVerify(): void {
  const host = document.querySelector('[data-verify]');
  if (!host) return;
  host.textContent = '';
  render(<Verify />, host);
}
