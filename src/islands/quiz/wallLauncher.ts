import { launchWallQuizWith } from '../../browser/wallQuizLauncher.ts';

/** On a wall: 测一测, fetched only when it is wanted. */
export function startWallQuizLauncher(): void {
  launchWallQuizWith(() => import('./WallQuiz.tsx'));
}
