import {
  articleLabel,
  chineseNumeral,
  compareArticles,
  parseCitation,
  type Citation,
} from '../law/citation.ts';
import type { LawSource } from '../law/lawSchema.ts';

/** The places of one law that are cited together. */
export interface CitedLaw {
  /** As it is cited: 《土地管理法》. */
  readonly name: string;
  /** `第四十七条、第四十八条第二款`; empty when only the document is cited. */
  readonly places: string;
  readonly isVerified: boolean;
}

const compareNumbers = (a = 0, b = 0) => a - b;

function compareCitations(a: Citation, b: Citation): number {
  return (
    compareArticles(a.article ?? '', b.article ?? '') ||
    compareNumbers(a.paragraph, b.paragraph) ||
    compareNumbers(a.item, b.item)
  );
}

/**
 * Places of one law as a text says them one after the other: what a place shares with the one before
 * is not said again (第三十九条第一款第（一）项、第（四）项；第二款).
 */
function placesText(citations: readonly Citation[]): string {
  const said: string[] = [];
  let before: Citation | undefined;
  for (const citation of [...citations].sort(compareCitations)) {
    const { article, paragraph, item } = citation;
    if (article === undefined) continue;
    const isSameArticle = before?.article === article && before.paragraph !== undefined;
    const isSameParagraph = isSameArticle && before?.paragraph === paragraph && before?.item;
    said.push(
      [
        isSameArticle ? '' : articleLabel(article),
        paragraph && !isSameParagraph ? `第${chineseNumeral(paragraph)}款` : '',
        item ? `第（${chineseNumeral(item)}）项` : '',
      ].join(''),
    );
    before = citation;
  }
  return [...new Set(said)].join('、');
}

/**
 * Citations as paper says them: each law once, each place once, in the order of the articles. Laws
 * keep the order in which they were first cited. What no law is known for is left out; the content
 * check reports it.
 * @param citations in `law-id#article` notation.
 */
export function groupCitations(
  citations: readonly string[],
  laws: ReadonlyMap<string, Pick<LawSource, 'shortTitle' | 'isVerified'>>,
): CitedLaw[] {
  const byLaw = new Map<string, Citation[]>();
  for (const text of new Set(citations)) {
    const citation = parseCitation(text);
    if (!citation) continue;
    byLaw.set(citation.lawId, [...(byLaw.get(citation.lawId) ?? []), citation]);
  }
  return [...byLaw].flatMap(([lawId, ofLaw]) => {
    const law = laws.get(lawId);
    if (!law) return [];
    return {
      name: `《${law.shortTitle}》`,
      places: placesText(ofLaw),
      isVerified: law.isVerified,
    };
  });
}
