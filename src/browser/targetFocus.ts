/**
 * Gives the focus to the part of the page that a link leads to. Browsers only remember where Tab
 * goes on from: those who hear the page, and everything that asks for the focus, are left on `body`.
 * Not on Back and after a reload, where the reader was somewhere else.
 */
export function startTargetFocus(isFirstVisit: boolean): void {
  // Before the page has loaded there may be no target yet, and Chromium takes the focus from it again.
  if (isFirstVisit) window.addEventListener('load', () => setTimeout(focusTarget));
  window.addEventListener('hashchange', focusTarget);
}

function focusTarget(): void {
  const target = document.querySelector<HTMLElement | SVGElement>(':target');
  if (!target || target.contains(document.activeElement)) return;
  if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
}
