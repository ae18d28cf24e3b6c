import { readHash } from '../../browser/hash.ts';
import { listenToKeys } from './presentKeys.ts';
import { listenToFullScreen, toggleFullScreen } from './presentScreen.ts';
import { listenToSwipes } from './swipes.ts';

/**
 * A wall in a meeting: one slide at a time, the rest hidden. The slides stand in the page, one under
 * the other; without this script, and on paper, they are read like that.
 */

interface Presentation {
  readonly slides: readonly HTMLElement[];
  readonly bar: HTMLElement;
  /** Address of the wall. */
  readonly wall: string;
  at: number;
}

const slideNow = ({ slides, at }: Presentation) => slides[at];
const stepOf = (slide: HTMLElement | undefined) => slide?.dataset['step'];

/** The slide that the address names: `#step-w01-s03` or `#s7`, counted from 1. */
function numberInAddress({ slides }: Presentation): number {
  const anchor = readHash();
  const at = slides.findIndex(({ id }) => id === anchor);
  if (at >= 0) return at;
  const counted = Number(/^s(\d+)$/.exec(anchor)?.[1] ?? 1) - 1;
  return Math.max(0, Math.min(counted, slides.length - 1));
}

const answerOf = (slide: HTMLElement | undefined) =>
  slide?.querySelector<HTMLElement>('[data-answer]') ?? undefined;

function setRevealed(slide: HTMLElement, isRevealed: boolean): void {
  const answer = answerOf(slide);
  const button = slide.querySelector<HTMLElement>('[data-reveal]');
  if (!answer || !button) return;
  answer.hidden = !isRevealed;
  button.hidden = isRevealed;
  slide.classList.toggle('is-revealed', isRevealed);
}

function markStep(step: string | undefined): void {
  for (const link of Array.from(document.querySelectorAll('.present-steps a'))) {
    if (step && link.getAttribute('href') === `#${step}`) link.setAttribute('aria-current', 'step');
    else link.removeAttribute('aria-current');
  }
}

const exitAddress = (show: Presentation) => {
  const step = stepOf(slideNow(show));
  return step ? `${show.wall}#${step}` : show.wall;
};

function draw(show: Presentation): void {
  const current = slideNow(show);
  for (const slide of show.slides) slide.hidden = slide !== current;
  markStep(stepOf(current));
  const number = show.bar.querySelector('[data-present-number]');
  if (number) number.textContent = String(show.at + 1);
  show.bar.querySelector('[data-present-exit]')?.setAttribute('href', exitAddress(show));
  for (const [name, isAtEnd] of [
    ['back', show.at === 0],
    ['on', show.at === show.slides.length - 1],
  ] as const) {
    const button = show.bar.querySelector<HTMLButtonElement>(`[data-present="${name}"]`);
    // Not `disabled`: the focus would be lost at either end.
    button?.setAttribute('aria-disabled', String(isAtEnd));
  }
  window.scrollTo(0, 0);
}

/** The next press of a key belongs to the slides, and those who listen hear the new one. */
function focusSlide(show: Presentation): void {
  const slide = slideNow(show);
  slide?.setAttribute('tabindex', '-1');
  slide?.focus({ preventScroll: true });
}

function go(show: Presentation, wanted: number): void {
  const at = Math.max(0, Math.min(show.slides.length - 1, wanted));
  if (at === show.at) return;
  show.at = at;
  draw(show);
  // Reload and Back come to this slide; sixty slides are not sixty steps of the history.
  history.replaceState(null, '', `#${slideNow(show)?.id ?? ''}`);
  focusSlide(show);
}

/** The answer first: a clicker has no other key for it. */
function goOn(show: Presentation): void {
  const slide = slideNow(show);
  if (slide && answerOf(slide)?.hidden) {
    setRevealed(slide, true);
    focusSlide(show);
  } else go(show, show.at + 1);
}

function listenToButtons(show: Presentation): void {
  const actions: Readonly<Record<string, () => void>> = {
    back: () => go(show, show.at - 1),
    on: () => goOn(show),
    'full-screen': toggleFullScreen,
  };
  for (const button of Array.from(show.bar.querySelectorAll<HTMLElement>('[data-present]'))) {
    button.addEventListener('click', ({ detail }) => {
      actions[button.dataset['present'] ?? '']?.();
      // Whoever came by keyboard stays on the button; after a mouse, Space is for the slides.
      if (detail === 0) button.focus();
      else focusSlide(show);
    });
  }
  for (const slide of show.slides) {
    slide.querySelector('[data-reveal]')?.addEventListener('click', () => {
      setRevealed(slide, true);
      focusSlide(show);
    });
  }
}

/** Starts the slides of the page. */
export function startPresentation(): void {
  const root = document.querySelector<HTMLElement>('[data-presentation]');
  const bar = document.querySelector<HTMLElement>('[data-present-bar]');
  if (!root || !bar) return;
  const slides = Array.from(root.querySelectorAll<HTMLElement>('[data-slide]'));
  const show: Presentation = { slides, bar, wall: root.dataset['wall'] ?? '../', at: 0 };
  document.documentElement.classList.add('is-presenting');
  for (const slide of slides) setRevealed(slide, false);
  show.at = numberInAddress(show);
  draw(show);
  window.addEventListener('hashchange', () => {
    show.at = numberInAddress(show);
    draw(show);
    focusSlide(show);
  });
  listenToButtons(show);
  listenToFullScreen(bar);
  const actions = {
    on: () => goOn(show),
    back: () => go(show, show.at - 1),
    first: () => go(show, 0),
    last: () => go(show, slides.length - 1),
    leave: () => location.assign(exitAddress(show)),
    fullScreen: toggleFullScreen,
  };
  listenToKeys(actions);
  listenToSwipes(root, actions);
}
