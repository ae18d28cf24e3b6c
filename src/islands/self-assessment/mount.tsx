import { mountIsland } from '../../browser/mountIsland.ts';
import { SelfAssessment } from './SelfAssessment.tsx';

export function startSelfAssessment(): void {
  mountIsland({ host: '[data-self-assessment]', island: () => <SelfAssessment /> });
}
