/** The whole screen for the slides, and their bar out of the way there. */

/** How long the bar stays after the mouse has moved. */
const barStaysMs = 2500;

/** By the page or by the browser's own F11. */
const isFullScreen = () =>
  document.fullscreenElement !== null || matchMedia('(display-mode: fullscreen)').matches;

/** A browser may refuse; the slides are then shown in its window. */
export function toggleFullScreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  change.catch(() => undefined);
}

export function listenToFullScreen(bar: HTMLElement): void {
  let timer: number | undefined;
  const rest = () => bar.classList.toggle('is-resting', isFullScreen());
  const wake = () => {
    bar.classList.remove('is-resting');
    window.clearTimeout(timer);
    timer = window.setTimeout(rest, barStaysMs);
  };
  document.addEventListener('fullscreenchange', rest);
  matchMedia('(display-mode: fullscreen)').addEventListener('change', rest);
  document.addEventListener('mousemove', wake);
  rest();
  if (!document.fullscreenEnabled) {
    bar.querySelector('[data-present="full-screen"]')?.setAttribute('hidden', '');
  }
}
