/** Full width to half width, lower case, no spaces: differences that a reader does not see. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ \t\u3000]+/g, '');
}
