import { mountIsland } from '../../browser/mountIsland.ts';
import { Verify } from './Verify.tsx';

export function startVerify(): void {
  mountIsland({ host: '[data-verify]', island: () => <Verify /> });
}
