import { isFirstVisit } from '../browser/firstVisit.ts';
import { startHeaderHeight } from '../browser/headerHeight.ts';
import { soon } from '../browser/soon.ts';
import { startTargetFocus } from '../browser/targetFocus.ts';
import { startSearchLauncher } from '../islands/search-dialog/launcher.ts';
import { startPreferenceSwitches } from '../components/header/preferences.ts';
import { startSiteMenu } from '../components/header/siteMenu.ts';

/** Everything that runs on every page, in one file: each further one is a request. */
export function startSiteFrame(): void {
  const isFirst = isFirstVisit();
  startPreferenceSwitches();
  startSiteMenu();
  startTargetFocus(isFirst);
  startSearchLauncher();
  soon(() => startHeaderHeight(isFirst));
}
