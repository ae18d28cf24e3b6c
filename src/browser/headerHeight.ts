/** What of the window the header covers, in px: nothing where it goes away with the page. */
function coveredHeight(header: Element): number {
  const { position } = getComputedStyle(header);
  return position === 'sticky' ? header.getBoundingClientRect().height : 0;
}

const token = '--height-header';

/** What the style sheet says that the header covers, in px. */
function guessedHeight(root: Element): number {
  const style = getComputedStyle(root);
  const value = style.getPropertyValue(token).trim();
  return parseFloat(value) * (value.endsWith('rem') ? parseFloat(style.fontSize) : 1);
}

/**
 * Keeps `--height-header` what the header covers now, so that no target lies under it: fonts, text
 * size, zoom and the length of the site's name all change it, and the style sheet can only guess.
 * @param isFirstVisit false on Back and after a reload: there the browser goes where the reader was.
 */
export function startHeaderHeight(isFirstVisit: boolean): void {
  const header = document.querySelector('[data-site-header]');
  if (!header) return;
  const root = document.documentElement;
  // Setting the token, even to what it is, costs a new style for every element of the page.
  let known = guessedHeight(root);
  const measure = () => {
    const height = coveredHeight(header);
    if (Math.abs(height - known) < 0.5) return;
    known = height;
    root.style.setProperty(token, `${Math.ceil(height)}px`);
  };
  measure();
  // The browser may have gone to the part that the address names before the header was measured.
  if (isFirstVisit) document.querySelector(':target')?.scrollIntoView();
  // A low window lets the header go, whose own height may stay the same.
  window.addEventListener('resize', measure);
  new ResizeObserver(measure).observe(header);
}
