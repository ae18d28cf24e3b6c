/** Calls back right before the page is printed. @returns a function that ends it. */
export function beforePrint(listener: () => void): () => void {
  window.addEventListener('beforeprint', listener);
  return () => window.removeEventListener('beforeprint', listener);
}
