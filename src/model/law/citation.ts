/**
 * A citation is written `law-id#article`, with the article in Arabic numerals:
 * `tudi-guanli-fa#47` (第四十七条), `#47.2` (第二款), `#47.2.3` (第（三）项), `xing-fa#388-1`
 * (第三百八十八条之一). A document whose text has not been checked is cited by id alone.
 */
export interface Citation {
  readonly lawId: string;
  /** Canonical article key such as `47` or `388-1`; undefined when only the document is cited. */
  readonly article?: string;
  /** 款, counted from 1. */
  readonly paragraph?: number;
  /** 项, counted from 1. */
  readonly item?: number;
}

export const citationPattern =
  /^[a-z0-9]+(?:-[a-z0-9]+)*(?:#[1-9]\d{0,3}(?:-[1-9]\d?)?(?:\.[1-9]\d?(?:\.[1-9]\d?)?)?)?$/;

/**
 * Reads `law-id#article` notation.
 * @returns the citation, or undefined when the text is not in this notation.
 */
export function parseCitation(text: string): Citation | undefined {
  if (!citationPattern.test(text)) return undefined;
  const [lawId = '', locator] = text.split('#');
  if (locator === undefined) return { lawId };
  const [article = '', paragraph, item] = locator.split('.');
  return {
    lawId,
    article,
    ...(paragraph && { paragraph: Number(paragraph) }),
    ...(item && { item: Number(item) }),
  };
}

const digits = '零一二三四五六七八九';

/** 1–9999 in Chinese numerals as laws count their articles: 10 → 十, 110 → 一百一十, 205 → 二百零五. */
export function chineseNumeral(value: number): string {
  let text = '';
  let skippedUnit = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      skippedUnit = true;
      continue;
    }
    if (skippedUnit && text) text += '零';
    skippedUnit = false;
    text += (unit === 10 && digit === 1 && !text ? '' : digits[digit]) + name;
  }
  return text;
}

/** `47` → 第四十七条, `388-1` → 第三百八十八条之一. */
export function articleLabel(article: string): string {
  const [number = '', branch] = article.split('-');
  return `第${chineseNumeral(Number(number))}条${branch ? `之${chineseNumeral(Number(branch))}` : ''}`;
}

/** The full place in the law: 第四十七条第二款第（三）项; empty when only the document is cited. */
export function locatorLabel({ article, paragraph, item }: Citation): string {
  if (article === undefined) return '';
  return [
    articleLabel(article),
    paragraph ? `第${chineseNumeral(paragraph)}款` : '',
    item ? `第（${chineseNumeral(item)}）项` : '',
  ].join('');
}

/** Sorts `9` before `47` and `388` before `388-1`. */
export function compareArticles(a: string, b: string): number {
  const [aNumber = 0, aBranch = 0] = a.split('-').map(Number);
  const [bNumber = 0, bBranch = 0] = b.split('-').map(Number);
  return aNumber - bNumber || aBranch - bBranch;
}
