import type { PageHit } from '../../browser/pageSearch.ts';
import type { Facets } from '../../model/finder/findRisks.ts';
import type { PagesState } from './usePages.ts';
import { Marked } from './Marked.tsx';

interface Props {
  readonly state: PagesState;
  /** Show pages of this kind only. */
  readonly kind: string | undefined;
  readonly facets: Facets;
  readonly phrases: readonly string[];
  readonly onMore: () => void;
}

/** Only walls have grades, categories and posts, and every wall has all of them. */
function fits(hit: PageHit, kind: string | undefined, facets: Facets): boolean {
  const { grade, category, postLevel, powerClass, wall } = facets;
  const isAboutRisks = [grade, category, postLevel, powerClass, wall].some(Boolean);
  return (
    hit.isExact &&
    (kind ?? hit.kind) === hit.kind &&
    (!isAboutRisks || hit.kind === '防控墙') &&
    (powerClass === undefined || hit.powerClasses.includes(powerClass)) &&
    (wall === undefined || hit.title.includes(wall))
  );
}

/** Whole pages that hold the query, grouped by page, with the steps or articles inside. */
export function PageResults({ state, kind, facets, phrases, onMore }: Props) {
  if (state.status === 'unavailable') {
    return <p class="search-note">全文查找在这个浏览器里用不了，上面的风险点查找不受影响。</p>;
  }
  if (state.status !== 'found') return null;
  const shown = state.hits.filter((hit) => fits(hit, kind, facets));
  if (shown.length === 0 && state.remaining === 0) return null;
  return (
    <section aria-label="页面">
      <h2 class="search-heading">页面</h2>
      <ul class="search-list" id="page-results">
        {shown.map(({ url, title, kind: pageKind, passages }) => (
          <li key={url}>
            <a href={url}>
              <span class="search-title">
                <span class="tag">{pageKind}</span>
                <span>
                  <Marked text={title} phrases={phrases} />
                </span>
              </span>
            </a>
            {passages.length > 0 && (
              <ul class="search-passages">
                {passages.map((passage) => (
                  <li key={passage.url}>
                    <a href={passage.url}>
                      <Marked text={passage.title} phrases={phrases} />
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {state.remaining > 0 && (
        <button class="button" type="button" onClick={onMore}>
          再找几页（还有 {state.remaining} 页可能含有）
        </button>
      )}
    </section>
  );
}
