/** What the page does to its chart: the chosen step, its ways in and out. */

const chartOf = () => document.querySelector<SVGSVGElement>('[data-chart-frame] > svg');

/** @param anchor of the chosen step; without one nothing is marked. */
export function markOnChart(anchor: string | undefined): void {
  const chart = chartOf();
  if (!chart) return;
  const link = anchor ? chart.querySelector(`.step > a[href="#${anchor}"]`) : null;
  const node = link?.closest<SVGElement>('[data-node]');
  const number = node?.dataset['node']?.slice(1) ?? '';
  const own = number === '' ? [] : [`s${number}`, `q${number}`];
  for (const old of Array.from(chart.querySelectorAll('.is-current, .is-current-way'))) {
    old.classList.remove('is-current', 'is-current-way');
    old.querySelector('[aria-current]')?.removeAttribute('aria-current');
  }
  if (!node) return;
  node.classList.add('is-current');
  link?.setAttribute('aria-current', 'step');
  for (const way of Array.from(chart.querySelectorAll<SVGElement>('[data-to]'))) {
    const { from = '', to = '' } = way.dataset;
    if (own.includes(from) || own.includes(to)) way.classList.add('is-current-way');
  }
  const frame = chart.parentElement;
  // Measuring at once would make the browser lay out what the caller is still changing.
  if (frame) requestAnimationFrame(() => keepInFrame(frame, node));
}

/** A wall longer than the window scrolls in its frame; the page stays where it is. */
function keepInFrame(frame: HTMLElement, node: Element): void {
  const box = frame.getBoundingClientRect();
  const { top, bottom } = node.getBoundingClientRect();
  if (top < box.top || bottom > box.bottom) {
    frame.scrollTop += (top + bottom) / 2 - box.top - frame.clientHeight / 2;
  }
}

/** Opens and closes the legend, which has no room of its own beside the steps. */
export function listenToLegend(): void {
  const button = document.querySelector('[data-legend-toggle]');
  const legend = document.querySelector('[data-legend]');
  button?.addEventListener('click', () => {
    const isOpen = legend?.classList.toggle('is-open') ?? false;
    button.setAttribute('aria-expanded', String(isOpen));
  });
}
