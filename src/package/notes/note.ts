/** A paper that goes along with the package, in parts that a web page and Word can both show. */
export interface Note {
  readonly title: string;
  /** Below the title: of what, and when. */
  readonly subtitle: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Lines to be typed or copied as they stand. */
  | { readonly kind: 'code'; readonly lines: readonly string[] };

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const text = (words: string): Block => ({ kind: 'text', text: words });
export const list = (...items: string[]): Block => ({ kind: 'list', items });
export const code = (...lines: string[]): Block => ({ kind: 'code', lines });
