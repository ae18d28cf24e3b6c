import { mountIsland } from '../../browser/mountIsland.ts';
import { partData } from '../../browser/partData.ts';
import { SelfTest } from './SelfTest.tsx';

const host = '[data-self-test]';

export function startSelfTest(): void {
  const { wall = '', phrase = '', siteTitle = '' } = partData(host);
  mountIsland({ host, island: () => <SelfTest known={{ wall, phrase }} siteTitle={siteTitle} /> });
}
