import { siteAddress } from '../../browser/siteBase.ts';
import type { PageHit, PagesFound } from '../../model/finder/findPages.ts';
import { Marked } from './Marked.tsx';

interface Props {
  readonly found: PagesFound;
  readonly rows: number;
  readonly onMore: () => void;
}

function PageRow({ hit, phrases }: { readonly hit: PageHit; readonly phrases: readonly string[] }) {
  const { page, passages } = hit;
  const href = siteAddress(page.path);
  return (
    <li>
      <a href={href}>
        <span class="search-title">
          <span class="tag">{page.kind}</span>
          <span>
            <Marked text={page.title} phrases={phrases} />
          </span>
        </span>
      </a>
      {passages.length > 0 && (
        <ul class="search-passages">
          {passages.map(({ anchor, heading }) => (
            <li key={anchor}>
              <a href={`${href}#${anchor}`}>
                <Marked text={heading} phrases={phrases} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** The pages that hold the query, with the steps or articles inside; or those that come nearest. */
export function PageResults({ found: { hits, isExact, phrases }, rows, onMore }: Props) {
  if (hits.length === 0) return null;
  return (
    <section aria-label="页面">
      <h2 class="search-heading">
        {isExact ? '页面' : '最接近的页面'}
        {isExact && <span class="search-aside">{hits.length} 页</span>}
      </h2>
      <ul class="search-list" id="page-results">
        {hits.slice(0, rows).map((hit) => (
          <PageRow key={hit.page.path} hit={hit} phrases={phrases} />
        ))}
      </ul>
      {hits.length > rows && (
        <button class="button" type="button" onClick={onMore}>
          再显示（还有 {hits.length - rows} 页）
        </button>
      )}
    </section>
  );
}
