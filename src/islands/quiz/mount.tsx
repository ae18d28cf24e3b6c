import { render } from 'preact';
import { Quiz } from './Quiz.tsx';

/** Puts the quiz in the place of the text that says it needs scripts. */
export function startQuiz(): void {
  const host = document.querySelector('[data-quiz]');
  if (!host) return;
  host.textContent = '';
  render(<Quiz />, host);
}
