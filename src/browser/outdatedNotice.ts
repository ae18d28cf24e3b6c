import { siteAddress } from './siteBase.ts';

/** Said near the top of the page when its data turn out to be of another publication than itself. */

const words = {
  outdated: '本站刚刚更新，这一页还是旧的。填过的都存着，重新载入不会丢。',
  again:
    '重新载入以后，网页和数据还是两个版本：更新没有换全。填过的都存着。请告诉管网站的人，让他打开“自检”看改哪里。',
} as const;

/** A page that was loaded anew so short a time ago shows that it does not help. */
const sinceReloadMs = 60_000;

function wasJustReloaded(): boolean {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return visit?.type === 'reload' && performance.now() < sinceReloadMs;
}

function reloadButton(): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button is-main';
  button.textContent = '重新载入';
  button.addEventListener('click', () => {
    // What is being typed counts as typed; it is saved when the page goes.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    location.reload();
  });
  return button;
}

function selfTestLink(): HTMLElement {
  const link = document.createElement('a');
  link.href = siteAddress('self-test/');
  link.textContent = '打开自检';
  return link;
}

let isShown = false;

/** Shows it, once for the life of the page. */
export function showOutdated(): void {
  const main = document.querySelector('main');
  if (isShown || !main) return;
  isShown = true;
  const isAgain = wasJustReloaded();
  const notice = document.createElement('p');
  notice.className = 'message is-fault outdated-notice no-print';
  notice.setAttribute('role', 'alert');
  notice.append(isAgain ? words.again : words.outdated, isAgain ? selfTestLink() : reloadButton());
  main.before(notice);
}
