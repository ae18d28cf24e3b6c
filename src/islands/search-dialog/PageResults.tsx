import type { PagesState } from './usePages.ts';
import { Marked } from './Marked.tsx';

interface Props {
  readonly state: PagesState;
  /** Show pages of this kind only. */
  readonly kind: string | undefined;
  readonly phrases: readonly string[];
}

/** Whole pages that hold the query, grouped by page, with the steps or articles inside. */
export function PageResults({ state, kind, phrases }: Props) {
  if (state.status === 'unavailable') {
    return <p class="search-note">全文查找在这个浏览器里用不了，上面的风险点查找不受影响。</p>;
  }
  if (state.status !== 'found') return null;
  const exact = state.hits.filter((hit) => hit.isExact && (kind ?? hit.kind) === hit.kind);
  if (exact.length === 0) return null;
  return (
    <section aria-label="页面">
      <h2 class="search-heading">页面</h2>
      <ul class="search-list" id="page-results">
        {exact.map(({ url, title, kind: pageKind, passages }) => (
          <li key={url}>
            <a href={url}>
              <span class="search-title">
                <span class="tag">{pageKind}</span> <Marked text={title} phrases={phrases} />
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
    </section>
  );
}
