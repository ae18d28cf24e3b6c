/** `Intl.Segmenter` came with Chromium 87; the oldest kernel of the readers is 86. */
type Segmenter = new (
  locale: string,
  options: { granularity: 'word' },
) => { segment(text: string): Iterable<{ segment: string; isWordLike?: boolean }> };

const { Segmenter } = Intl as unknown as { readonly Segmenter?: Segmenter };
const segmenter = Segmenter && new Segmenter('zh', { granularity: 'word' });

/** Pairs of neighbouring characters, in their order: 征地款 → 征地, 地款. */
export function pairsOf(text: string): string[] {
  const chars = Array.from(text);
  return chars.slice(1).map((char, i) => `${chars[i] ?? ''}${char}`);
}

/**
 * The words of a text by the browser's dictionary; where it has none, nothing: the pairs of
 * characters do for both.
 */
export function cutWords(text: string): string[] {
  if (!segmenter) return [];
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
