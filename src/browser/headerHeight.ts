/** What of the window the header covers, in px: nothing where it goes away with the page. */
function coveredHeight(header: Element): number {
  const { position } = getComputedStyle(header);
  return position === 'sticky' ? Math.ceil(header.getBoundingClientRect().height) : 0;
}

const token = '--height-header';

/**
 * Keeps `--height-header` what the header covers now, so that no target lies under it: fonts, text
 * size, zoom and the length of the site's name all change it, and the style sheet can only guess.
 * @param isFirstVisit false on Back and after a reload: there the browser goes where the reader was.
 */
export function startHeaderHeight(isFirstVisit: boolean): void {
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
  // The browser may have gone to the part that the address names before the header was measured.
  if (isFirstVisit) document.querySelector(':target')?.scrollIntoView();
  // A low window lets the header go, whose own height may stay the same.
  window.addEventListener('resize', measure);
  new ResizeObserver(measure).observe(header);
}
