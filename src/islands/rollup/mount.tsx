import { mountIsland } from '../../browser/mountIsland.ts';
import { Rollup } from './Rollup.tsx';

export function startRollup(): void {
  mountIsland({ host: '[data-rollup]', island: () => <Rollup /> });
}
