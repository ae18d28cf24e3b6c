/**
 * Which parts of a long page are near the window. Three thousand risks with their five choices each
 * are sixty thousand elements: only those that a reader can reach at once are drawn in full.
 */

/** Far enough that neither Tab, an arrow key nor a turn of the wheel comes to what is not drawn. */
const nearMargin = '2000px 0px';

type Listener = (isNear: boolean) => void;

const listeners = new Map<Element, Listener>();
let observer: IntersectionObserver | undefined;

function watching(): IntersectionObserver {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
    },
    { rootMargin: nearMargin },
  );
  return observer;
}

/** Tells whenever the element comes near the window or leaves it. @returns a function that ends it. */
export function watchNearness(element: Element, listener: Listener): () => void {
  listeners.set(element, listener);
  watching().observe(element);
  return () => {
    listeners.delete(element);
    watching().unobserve(element);
  };
}

/** Has a watched element drawn now, wherever it is: somebody is about to be led to it. */
export function bringNear(element: Element): void {
  listeners.get(element)?.(true);
}

/** Whether the focus is on the element or in it. */
export const holdsFocus = (element: Element): boolean => element.contains(document.activeElement);
