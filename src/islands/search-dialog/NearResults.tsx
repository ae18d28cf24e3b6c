import { siteAddress } from '../../browser/siteBase.ts';
import type { FinderWall } from '../../model/finder/finderIndex.ts';
import type { NearHit, NearResult } from '../../model/finder/findNearest.ts';
import { stepAnchor } from '../../model/wall/wall.ts';
import { Marked } from './Marked.tsx';
import { RiskLink } from './RiskLink.tsx';

interface PlaceProps {
  readonly hit: Exclude<NearHit, { kind: 'risk' }>;
  readonly walls: readonly FinderWall[];
  readonly phrases: readonly string[];
}

/** A wall, or a step of one. */
function PlaceRow({ hit, walls, phrases }: PlaceProps) {
  const wall = walls[hit.wall];
  if (!wall) return null;
  const page = siteAddress(`walls/${wall.slug}/`);
  const isStep = hit.kind === 'step';
  const name = isStep ? (wall.steps[hit.step] ?? '') : wall.name;
  const href = isStep ? `${page}#${stepAnchor(wall.stepIds[hit.step] ?? '')}` : page;
  return (
    <li>
      <a href={href}>
        <span class="search-title">
          <span class="tag">{isStep ? `第 ${hit.step + 1} 步` : '防控墙'}</span>
          <span>
            <Marked text={name} phrases={phrases} />
          </span>
        </span>
        <span class="search-place">
          <Marked text={isStep ? wall.name : `也叫${wall.synonyms.join('、')}`} phrases={phrases} />
        </span>
      </a>
    </li>
  );
}

interface Props {
  readonly result: NearResult;
  readonly walls: readonly FinderWall[];
}

/** What does not hold the words and comes nearest to them; apart from what does. */
export function NearResults({ result: { hits, phrases }, walls }: Props) {
  if (hits.length === 0) return null;
  return (
    <section aria-labelledby="nearest-heading">
      <h2 class="search-heading" id="nearest-heading">
        最接近的
        <span class="search-aside">不是逐字含有，是意思挨着的风险点、步骤和墙</span>
      </h2>
      <ol id="nearest-results" class="search-list">
        {hits.map((hit) =>
          hit.kind === 'risk' ? (
            <li>
              <RiskLink entry={hit.entry} phrases={phrases} />
            </li>
          ) : (
            <PlaceRow hit={hit} walls={walls} phrases={phrases} />
          ),
        )}
      </ol>
    </section>
  );
}
