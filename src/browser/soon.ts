/**
 * Runs a start of a page in a turn of its own, behind those that listen to the reader: what looks at
 * the page makes a slow computer lay it out, and together they would keep it from painting.
 */
export function soon(start: () => unknown): void {
  setTimeout(start);
}
