import { siteAddress } from '../../browser/siteBase.ts';
import type { Entry } from '../../model/finder/finder.ts';
import { citedId, riskAnchor } from '../../model/wall/wall.ts';
import { GradeMark } from '../controls/GradeMark.tsx';
import { Marked } from './Marked.tsx';

interface Props {
  readonly entry: Entry;
  readonly phrases: readonly string[];
  /** The line of the further fields in which the words stand. */
  readonly passage?: string | undefined;
}

/** A link to one risk among the results, with the words that were searched for marked. */
export function RiskLink({ entry, phrases, passage }: Props) {
  return (
    <a href={siteAddress(`walls/${entry.slug}/#${riskAnchor(entry.id)}`)} data-risk-id={entry.id}>
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
  );
}
