import { passageOf, type FindResult } from '../../model/finder/findRisks.ts';
import { RiskRow } from './RiskRow.tsx';

interface Props {
  readonly result: FindResult;
  readonly rows: number;
  readonly onMore: () => void;
}

/** Below this the list is still being drawn, and a button would only flash up. */
const leastRowsForButton = 10;

/** The risks that hold the query; the rest is drawn on request, so that typing stays quick. */
export function RiskResults({ result, rows, onMore }: Props) {
  const { hits, phrases } = result;
  return (
    <section aria-label="风险点">
      <ol id="finder-results" class="search-list">
        {/* Without keys: rows that are filled anew cost half of rows that are made anew. */}
        {hits.slice(0, rows).map((hit) => (
          <RiskRow entry={hit.entry} phrases={phrases} passage={passageOf(hit, phrases)} />
        ))}
      </ol>
      {rows >= leastRowsForButton && hits.length > rows && (
        <button class="button" type="button" onClick={onMore}>
          再显示（还有 {hits.length - rows} 个）
        </button>
      )}
    </section>
  );
}
