import { mountIsland } from '../../browser/mountIsland.ts';
import { Commitment } from './Commitment.tsx';

export function startCommitment(): void {
  mountIsland({ host: '[data-commitment]', island: () => <Commitment /> });
}
