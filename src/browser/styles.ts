/**
 * Adds a style sheet of the site to the page, once.
 * @param address of the built file.
 * @returns when it has come; when it cannot be had, too: what it styles can be used without.
 */
export function addStyles(address: string): Promise<void> {
  const links = Array.from(document.querySelectorAll('link'));
  if (links.some((link) => link.getAttribute('href') === address)) return Promise.resolve();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  return new Promise((resolve) => {
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}
