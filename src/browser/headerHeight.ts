/** What of the window the header covers, in px: nothing where it goes away with the page. */
function coveredHeight(header: Element): number {
  const { position } = getComputedStyle(header);
  return position === 'sticky' ? Math.ceil(header.getBoundingClientRect().height) : 0;
}

const token = '--height-header';

/**
 * Keeps `--height-header` what the header covers now, so that no target lies under it: fonts, text
 * size, zoom and the length of the site's name all change it, and the style sheet can only guess.
 */
export function startHeaderHeight(): void {
  const header = document.querySelector('[data-site-header]');
  if (!header) return;
  const root = document.documentElement;
  let known: number | undefined;
  const measure = () => {
    const height = coveredHeight(header);
    if (height === known) return;
    known = height;
    root.style.setProperty(token, `${height}px`);
  };
  measure();
  showTarget();
  // A low window lets the header go, whose own height may stay the same.
  window.addEventListener('resize', measure);
  if (typeof ResizeObserver !== 'undefined') new ResizeObserver(measure).observe(header);
}

/**
 * The browser has gone to the part that the address names before the header was measured. Not on
 * Back or after a reload: there it goes where the reader was.
 */
function showTarget(): void {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (visit?.type === 'navigate') document.querySelector(':target')?.scrollIntoView();
}
