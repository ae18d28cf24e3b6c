import { render } from 'preact';
import { SelfAssessment } from './SelfAssessment.tsx';

/** Puts the self-assessment in the place of the text that says it needs scripts. */
export function startSelfAssessment(): void {
  const host = document.querySelector('[data-self-assessment]');
  if (!host) return;
  host.textContent = '';
  render(<SelfAssessment />, host);
}
