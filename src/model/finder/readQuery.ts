import { articleLabel } from '../law/citation.ts';
import { fold } from '../text/foldText.ts';
import { simplify } from '../text/traditional.ts';

/** What somebody has typed, as the finder understands it. */
export interface Query {
  /** The words between the spaces, folded and otherwise as typed: what a literal hit has to hold. */
  readonly typed: readonly string[];
  /**
   * The same without quotes and marks, cut at punctuation, in simplified characters, with ids in
   * their full form: tried when the typed words are nowhere.
   */
  readonly plain: readonly string[];
}

/** Hyphens and dots stay where they join letters and digits: w01-r07, 4.2. */
const punctuation = /(?![-.](?=[a-z0-9]))[\p{P}\p{S}]+/gu;

/** `w1-r7`, `W01R07`, `w1.r7` → `w01-r07`. */
function fullId(word: string): string {
  const [, wall, risk] = /^w0*(\d{1,3})[-._]?r0*(\d{1,3})$/.exec(word) ?? [];
  if (wall === undefined || risk === undefined) return word;
  return `w${wall.padStart(2, '0')}-r${risk.padStart(2, '0')}`;
}

/** `第47条`, `47条` → `第四十七条`, as headings write it, with a space on either side. */
const spacedArticles = (text: string) =>
  text
    .replace(/第?\s*(\d{1,4})\s*条(?:之(\d))?/g, (_, article: string, branch?: string) =>
      articleLabel(branch === undefined ? article : `${article}-${branch}`),
    )
    .replace(/第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九])?/g, ' $& ');

const wordsOf = (text: string): string[] => {
  const joined = text.replace(/\b(w\d{1,3})\s+(r\d{1,3})\b/giu, '$1-$2');
  return joined
    .split(/[\s\u3000]+/)
    .map(fold)
    .filter(Boolean);
};

/** Reads a query. Words of punctuation alone fall away from `plain`. */
export function readQuery(text: string): Query {
  const plain = simplify(text.normalize('NFKC').toLowerCase()).replace(punctuation, ' ');
  return {
    typed: text
      .split(/[\s\u3000]+/)
      .map(fold)
      .filter(Boolean),
    plain: wordsOf(spacedArticles(plain)).map(fullId),
  };
}
