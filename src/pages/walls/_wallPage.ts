import { soon } from '../../browser/soon.ts';
import { startWallQuizLauncher } from '../../islands/quiz/wallLauncher.ts';
import { startPresentLink } from '../../components/present/presentLink.ts';
import { startContentsSpy } from '../../components/wall/contentsSpy.ts';
import { startMyPostFilter } from '../../components/wall/myPostFilter.ts';
import { startWallBoard } from '../../components/wall/wallBoard.ts';
import { startWallFilter } from '../../components/wall/wallFilter.ts';

/** Everything that runs on a wall's page, in one file: each further one is a request before the chart. */
export function startWallPage(): void {
  startWallBoard();
  startWallFilter();
  startPresentLink();
  startWallQuizLauncher();
  soon(startMyPostFilter);
  soon(startContentsSpy);
}
