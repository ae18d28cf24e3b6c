import { decoded } from '../../browser/address.ts';

/** Marks in the page's contents list the part that the reader is looking at. */
export function startContentsSpy(): void {
  const list = document.querySelector('[data-contents]');
  if (!list || typeof IntersectionObserver === 'undefined') return;
  const links = Array.from(list.querySelectorAll<HTMLAnchorElement>('a[href^="#"]'));
  const targets = links.flatMap((link) => {
    const target = document.getElementById(decoded(link.hash.slice(1)));
    return target ? [{ link, target }] : [];
  });
  let current: HTMLAnchorElement | undefined;

  function mark() {
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

/** Scrolls the list itself, never the page. */
function keepInView(list: HTMLElement, link: HTMLElement | undefined): void {
  if (!link || list.scrollHeight <= list.clientHeight) return;
  const box = list.getBoundingClientRect();
  const { top, bottom } = link.getBoundingClientRect();
  if (top < box.top || bottom > box.bottom) {
    list.scrollTop += top - box.top - list.clientHeight / 2;
  }
}
