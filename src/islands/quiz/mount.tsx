import { mountIsland } from '../../browser/mountIsland.ts';
import { Quiz } from './Quiz.tsx';

export function startQuiz(): void {
  mountIsland({ host: '[data-quiz]', island: () => <Quiz /> });
}
