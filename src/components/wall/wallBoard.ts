import { readHash } from '../../browser/hash.ts';
import { keepPreference } from '../../browser/preferenceStore.ts';
import { listenToLegend, markOnChart } from './chartMarks.ts';
import { foldRisk, listenToFolds, prepareFolds, unfoldAll } from './riskFolds.ts';

/**
 * A wall on one screen: the chart, and beside it the step that is chosen. The page's own sections are
 * shown and hidden, nothing stands in it twice; what is hidden is still found by the browser's search.
 * The address says which step or risk is chosen, so links and Back choose as well.
 */

/** As in the styles: from here down the chosen step is a sheet over the page. */
const narrow = matchMedia('screen and (max-width: 62rem)');

interface Board {
  readonly root: HTMLElement;
  /** The steps, and what leads out of the flow. */
  readonly parts: readonly HTMLElement[];
  readonly pager: HTMLElement;
  chosen: HTMLElement | undefined;
  /** Where a phone's reader was before the sheet came up. */
  scrolledTo: number;
}

const isBoard = ({ root }: Board) => root.dataset['wallView'] === 'board';
const anchorOf = (part: HTMLElement) => part.getAttribute('aria-labelledby') ?? '';
const isStep = (part: HTMLElement) => part.classList.contains('step');
const targetNow = () => document.getElementById(readHash());

function show(board: Board): void {
  for (const part of board.parts) {
    if (!isBoard(board) || part === board.chosen) part.removeAttribute('hidden');
    else part.setAttribute('hidden', 'until-found');
  }
}

function pagerLink(link: Element | null, part: HTMLElement | undefined): void {
  if (!(link instanceof HTMLAnchorElement)) return;
  link.hidden = part === undefined;
  if (part) link.href = `#${anchorOf(part)}`;
}

function showPager({ pager, parts, chosen }: Board): void {
  if (!chosen) return pager.remove();
  const at = parts.indexOf(chosen);
  pagerLink(pager.querySelector('[rel="prev"]'), parts[at - 1]);
  pagerLink(pager.querySelector('[rel="next"]'), parts[at + 1]);
  chosen.prepend(pager);
}

function openSheet(board: Board, isOpen: boolean): void {
  const wasOpen = document.body.classList.contains('has-sheet');
  if (isOpen && !wasOpen) board.scrolledTo = window.scrollY;
  document.body.classList.toggle('has-sheet', isOpen);
  if (!isOpen && wasOpen) window.scrollTo(0, board.scrolledTo);
}

/** Shows a part; none closes the sheet of a phone. */
function choose(board: Board, part: HTMLElement | undefined): void {
  board.chosen = part;
  show(board);
  showPager(board);
  openSheet(board, isBoard(board) && narrow.matches && part !== undefined);
  if (part) prepareFolds(part);
  markOnChart(part && isStep(part) ? anchorOf(part) : undefined);
}

/** Brings the top of the chosen step under the header when the reader has scrolled past it. */
function bringIntoView(part: HTMLElement, target: HTMLElement): void {
  if (narrow.matches) part.scrollTop = 0;
  if (target.closest('.risk')) return target.scrollIntoView({ block: 'nearest' });
  // The wall stands at the head of the page: its title, the chart and the step are seen together.
  if (!narrow.matches) window.scrollTo(0, 0);
}

/** Follows the address. */
function follow(board: Board): void {
  if (!isBoard(board)) return;
  const target = targetNow();
  const part = target && board.parts.find((one) => one.contains(target));
  if (!part) {
    choose(board, narrow.matches ? undefined : (board.chosen ?? board.parts[0]));
    return;
  }
  choose(board, part);
  const risk = target.closest<HTMLElement>('.risk');
  if (risk) foldRisk(risk, false);
  bringIntoView(part, target);
  const focus = risk ?? document.getElementById(anchorOf(part));
  focus?.focus({ preventScroll: true });
}

/** Goes to an anchor of this page without the browser's own jump, which would move the chart. */
function go(board: Board, anchor: string): void {
  if (location.hash === `#${anchor}`) return follow(board);
  history.pushState(null, '', `#${anchor}`);
  // Whoever follows the address hears of it, as after a jump.
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function listenToLinks(board: Board): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (!link || !isBoard(board) || event.defaultPrevented) return;
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const anchor = link.getAttribute('href')?.slice(1) ?? '';
    const target = document.getElementById(anchor);
    const isOwn = board.parts.some((part) => part.contains(target));
    if (!isOwn && !(narrow.matches && anchor === 'steps')) return;
    event.preventDefault();
    go(board, anchor);
  });
}

function listenToKeys(board: Board, chart: HTMLElement): void {
  chart.addEventListener('keydown', (event) => {
    if (!isBoard(board) || event.ctrlKey || event.altKey || event.metaKey) return;
    const links = Array.from(chart.querySelectorAll<SVGAElement>('.step > a.go'));
    const at = links.findIndex((link) => link.contains(document.activeElement));
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const next = at < 0 || step === undefined ? undefined : links[at + step];
    if (!next) return;
    event.preventDefault();
    go(board, next.getAttribute('href')?.slice(1) ?? '');
    // The focus stays on the chart, so that the next press goes on from there.
    next.focus();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && document.body.classList.contains('has-sheet')) go(board, 'steps');
  });
}

function setView(board: Board, view: 'board' | 'text'): void {
  board.root.dataset['wallView'] = view;
  keepPreference('wallView', view === 'text' ? 'text' : undefined);
  showSwitch(board);
  if (view === 'board') return follow(board);
  choose(board, undefined);
  unfoldAll(board.parts);
}

function showSwitch({ root }: Board): void {
  for (const button of Array.from(document.querySelectorAll<HTMLElement>('[data-view]'))) {
    button.setAttribute(
      'aria-pressed',
      String(button.dataset['view'] === (root.dataset['wallView'] ?? 'text')),
    );
  }
}

/** Starts the views of a wall; where the browser cannot, the page stays the text that it is. */
export function startWallBoard(): void {
  const root = document.documentElement;
  const chart = document.querySelector<HTMLElement>('[data-chart-frame]');
  const pager = document.querySelector<HTMLElement>('[data-step-pager]');
  if (!chart || !pager || !('onbeforematch' in HTMLElement.prototype)) return;
  const parts = Array.from(
    document.querySelectorAll<HTMLElement>('.wall-steps > .step, .wall-steps > .exits'),
  );
  const board: Board = { root, parts, pager, chosen: undefined, scrolledTo: 0 };
  pager.hidden = false;
  // It stands in the step that is chosen, and nowhere else.
  pager.remove();
  for (const button of Array.from(document.querySelectorAll<HTMLElement>('[data-view]'))) {
    button.addEventListener('click', () =>
      setView(board, button.dataset['view'] === 'text' ? 'text' : 'board'),
    );
  }
  listenToFolds();
  listenToLegend();
  listenToLinks(board);
  listenToKeys(board, chart);
  for (const event of ['popstate', 'hashchange']) {
    window.addEventListener(event, () => follow(board));
  }
  // The browser's search has found something in a part that is hidden.
  document.addEventListener('beforematch', ({ target }) => {
    const part = parts.find((one) => target instanceof Node && one.contains(target));
    if (!part) return;
    choose(board, part);
    const risk = target instanceof Element ? target.closest<HTMLElement>('.risk') : null;
    if (risk) foldRisk(risk, false);
  });
  narrow.addEventListener('change', () => follow(board));
  showSwitch(board);
  if (!isBoard(board)) return;
  follow(board);
  root.classList.add('is-board-ready');
  // The browser goes to the part that the address names once all has arrived, and moves the chart.
  if (location.hash !== '' && document.readyState !== 'complete') {
    window.addEventListener('load', () => setTimeout(() => follow(board)));
  }
}
