import { compareArticles, locatorLabel, parseCitation } from '../law/citation.ts';
import type { LawSource } from '../law/lawSchema.ts';

/** The places of one law that are cited together. */
export interface CitedLaw {
  /** As it is cited: 《土地管理法》. */
  readonly name: string;
  /** `第四十七条、第四十八条第二款`; empty when only the document is cited. */
  readonly places: string;
  readonly isVerified: boolean;
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
  const places = new Map<string, Map<string, string>>();
  for (const text of citations) {
    const citation = parseCitation(text);
    if (!citation || !laws.has(citation.lawId)) continue;
    const ofLaw = places.get(citation.lawId) ?? new Map<string, string>();
    const place = locatorLabel(citation);
    if (place) ofLaw.set(place, citation.article ?? '');
    places.set(citation.lawId, ofLaw);
  }
  return [...places].flatMap(([lawId, ofLaw]) => {
    const law = laws.get(lawId);
    if (!law) return [];
    const sorted = [...ofLaw].sort(([, a], [, b]) => compareArticles(a, b));
    return {
      name: `《${law.shortTitle}》`,
      places: sorted.map(([place]) => place).join('、'),
      isVerified: law.isVerified,
    };
  });
}
