const lineHeightPoints = 15;
/** Excel refuses rows higher than this. */
const mostPoints = 409;

/**
 * Height of a row that shows its longest cell whole: not every program fits rows by itself.
 * @param widths of the columns, in Latin characters; a Chinese one is two wide.
 */
export function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, i) => {
    const room = Math.max(2, (widths[i] ?? 10) - 2);
    return text.split('\n').reduce((sum, line) => {
      const size = Array.from(line).reduce((all, char) => all + (char > '\u00ff' ? 2 : 1), 0);
      return sum + Math.max(1, Math.ceil(size / room));
    }, 0);
  });
  return Math.min(mostPoints, Math.max(1, ...lines) * lineHeightPoints + 3);
}
