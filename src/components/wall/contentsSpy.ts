/** Marks in the page's contents list the part that the reader is looking at. */
export function startContentsSpy(): void {
  const list = document.querySelector('[data-contents]');
  if (!list) return;
  foldWhereNarrow(list);
  if (typeof IntersectionObserver === 'undefined') return;
  const links = Array.from(list.querySelectorAll<HTMLAnchorElement>('a[href^="#"]'));
  const targets = links.flatMap((link) => {
    // Anchors of a wall are plain ASCII: nothing to decode.
    const target = document.getElementById(link.hash.slice(1));
    return target ? [{ link, target }] : [];
  });
  let current: HTMLAnchorElement | undefined;

  function mark() {
    // On one screen the chart says which step is read.
    if (document.documentElement.dataset['wallView'] === 'board') return;
    // The last heading above the upper third of the window is the part being read.
    const line = window.innerHeight / 3;
    const passed = targets.filter(({ target }) => target.getBoundingClientRect().top <= line);
    const next = (passed[passed.length - 1] ?? targets[0])?.link;
    if (next === current) return;
    current?.removeAttribute('aria-current');
    next?.setAttribute('aria-current', 'true');
    current = next;
    keepInView(list as HTMLElement, next);
  }

  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66% 0px' });
  for (const { target } of targets) observer.observe(target);
  mark();
}

/** As in `WallContents.astro`: from here down the list stands in the text, not beside it. */
const narrow = matchMedia('(max-width: 62rem)');

/** In the text the list is folded: the reader came for the wall. On one screen it is the chart. */
function foldWhereNarrow(list: Element): void {
  const details = list.querySelector('details');
  if (!details) return;
  const { dataset } = document.documentElement;
  const fold = () => (details.open = !narrow.matches || dataset['wallView'] === 'board');
  fold();
  narrow.addEventListener('change', fold);
}

/** Scrolls the list itself, never the page. */
function keepInView(list: HTMLElement, link: HTMLElement | undefined): void {
  if (!link || list.scrollHeight <= list.clientHeight) return;
  const box = list.getBoundingClientRect();
  const { top, bottom } = link.getBoundingClientRect();
  if (top < box.top || bottom > box.bottom) {
    list.scrollTop += top - box.top - list.clientHeight / 2;
  }
}
