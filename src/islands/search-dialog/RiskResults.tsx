import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { passageOf, type FindResult } from '../../model/finder/findRisks.ts';
import { RiskLink } from './RiskLink.tsx';

interface Props {
  readonly result: FindResult;
  readonly rows: number;
  readonly onMore: () => void;
}

/** Below this the list is still being drawn, and a button would only flash up. */
const leastRowsForButton = 10;

/**
 * The risks that hold the query; the rest is drawn on request, so that typing stays quick. Rows that
 * wait to be filled again stay where they are, out of sight: the same element costs nothing.
 */
export function RiskResults({ result, rows, onMore }: Props) {
  const { hits, phrases } = result;
  const links = useRef<readonly VNode[]>([]);
  const shown = hits
    .slice(0, rows)
    .map((hit) => (
      <RiskLink entry={hit.entry} phrases={phrases} passage={passageOf(hit, phrases)} />
    ));
  const isDrawn = rows >= leastRowsForButton;
  links.current = isDrawn ? shown : [...shown, ...links.current.slice(shown.length)];
  return (
    <section aria-label="风险点">
      <ol id="finder-results" class="search-list">
        {/* Without keys: rows that are filled anew cost half of rows that are made anew. */}
        {links.current.map((link, at) => (
          <li hidden={at >= shown.length}>{link}</li>
        ))}
      </ol>
      {isDrawn && hits.length > rows && (
        <button class="button" type="button" onClick={onMore}>
          再显示（还有 {hits.length - rows} 个）
        </button>
      )}
    </section>
  );
}
