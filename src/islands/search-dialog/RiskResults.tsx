import { siteBase } from '../../browser/siteBase.ts';
import { passageOf, type FindResult, type Hit } from '../../model/finder/findRisks.ts';
import { citedId, riskAnchor } from '../../model/wall/wall.ts';
import { GradeMark } from '../controls/GradeMark.tsx';
import { Marked } from './Marked.tsx';

function RiskRow({ hit, phrases }: { readonly hit: Hit; readonly phrases: readonly string[] }) {
  const { entry } = hit;
  const passage = passageOf(hit, phrases);
  return (
    <li>
      <a href={`${siteBase()}walls/${entry.slug}/#${riskAnchor(entry.id)}`} data-risk-id={entry.id}>
        <span class="search-title">
          <GradeMark grade={entry.grade} />
          <span>
            <Marked text={entry.title} phrases={phrases} />
          </span>
          <span class="search-id">{citedId(entry.id)}</span>
        </span>
        <span class="search-text">
          <Marked text={entry.manifestation} phrases={phrases} />
        </span>
        {passage && (
          <span class="search-text">
            …<Marked text={passage} phrases={phrases} />
          </span>
        )}
        <span class="search-place">
          <Marked text={`${entry.wall}｜${entry.step}｜${entry.category}`} phrases={phrases} />
        </span>
      </a>
    </li>
  );
}

interface Props {
  readonly result: FindResult;
  readonly rows: number;
  readonly onMore: () => void;
}

/** Below this the list is still being drawn, and a button would only flash up. */
const leastRowsForButton = 30;

/** The risks that hold the query; the rest is drawn on request, so that typing stays quick. */
export function RiskResults({ result, rows, onMore }: Props) {
  const { hits, phrases } = result;
  return (
    <section aria-label="风险点">
      <ol id="finder-results" class="search-list">
        {/* Without keys: rows that are filled anew cost half of rows that are made anew. */}
        {hits.slice(0, rows).map((hit) => (
          <RiskRow hit={hit} phrases={phrases} />
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
