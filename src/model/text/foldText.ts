/**
 * Characters that leave no trace on the screen and come along when text is copied from Word, WeChat
 * or a PDF: controls, soft hyphen, zero-width spaces and joiners, direction marks, byte order mark.
 */
const invisible = /[\p{Cc}\p{Cf}\u034f\u115f\u1160\u3164\ufe00-\ufe0f]/gu;

const hasInvisible = (text: string) =>
  /[^\n\u0020-\u007e\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/.test(text);

/**
 * Full width to half width, lower case, no spaces, nothing invisible: differences that a reader does
 * not see. Line breaks stay, they keep fields apart.
 */
export function fold(text: string): string {
  const seen = hasInvisible(text)
    ? text.replace(invisible, (char) => (char === '\n' ? char : ''))
    : text;
  return seen
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ \t\u00a0\u3000]+/g, '');
}
