/**
 * Widths of text in em, for breaking lines and for layout where no browser measures.
 * CJK and full-width signs are 1 em in every Chinese system font; Latin widths are those of a wide
 * sans-serif (Microsoft YaHei UI, Noto Sans), so that real text is seldom wider than reckoned.
 */
const latinWidths: Readonly<Record<string, number>> = {
  ' ': 0.32,
  i: 0.3,
  j: 0.3,
  l: 0.3,
  '|': 0.3,
  '.': 0.3,
  ',': 0.3,
  ':': 0.3,
  ';': 0.3,
  "'": 0.3,
  '!': 0.35,
  '(': 0.38,
  ')': 0.38,
  '-': 0.42,
  f: 0.38,
  t: 0.4,
  r: 0.42,
  m: 0.92,
  w: 0.82,
  M: 0.95,
  W: 1,
  '%': 0.9,
  '@': 1,
};

const firstWideCodePoint = 0x1100;

/** The grade marks are drawn at up to 1 em by Chinese fonts. */
const wideSigns = new Set('▲■●★→←↑↓·“”‘’—…×');

/** Width of a text in em. */
export function textWidthEm(text: string): number {
  let width = 0;
  for (const char of text) {
    if ((char.codePointAt(0) ?? 0) >= firstWideCodePoint || wideSigns.has(char)) width += 1;
    else width += latinWidths[char] ?? (/[A-Z]/.test(char) ? 0.72 : 0.58);
  }
  return width;
}
