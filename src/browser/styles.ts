/** Adds a style sheet of the site to the page, once. @param address of the built file. */
export function addStyles(address: string): void {
  const links = Array.from(document.querySelectorAll('link'));
  if (links.some((link) => link.getAttribute('href') === address)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  document.head.append(link);
}
