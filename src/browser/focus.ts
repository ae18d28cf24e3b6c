/** The way of the focus with the arrow keys. */

/**
 * The parts of an element that are shown: an attribute `hidden` takes away all that stands below it.
 * @param selector of the parts.
 */
export function shownParts(root: Element, selector: string): readonly HTMLElement[] {
  return Array.from(root.querySelectorAll<HTMLElement>(selector)).filter(
    (part) => !part.closest('[hidden]'),
  );
}

/**
 * Moves the focus among the shown parts of an element; at either end it stays.
 * @param selector of the parts that can have it.
 */
export function moveFocus(root: Element, selector: string, step: 1 | -1): void {
  const stops = shownParts(root, selector);
  const here = stops.findIndex((stop) => stop === document.activeElement);
  stops[Math.min(stops.length - 1, Math.max(0, here + step))]?.focus();
}
