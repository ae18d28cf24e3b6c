import type { FacetKey } from '../../model/finder/finder.ts';
import type { Facets, FindResult } from '../../model/finder/findRisks.ts';
import { categories, grades, postLevels, powerClasses } from '../../model/vocabulary.ts';

const fixedFacets: readonly { key: FacetKey; name: string; values: readonly string[] }[] = [
  { key: 'grade', name: '等级', values: grades },
  { key: 'category', name: '类别', values: categories },
  { key: 'postLevel', name: '岗位', values: postLevels },
  { key: 'powerClass', name: '权力', values: powerClasses },
];

/** What is looked for: risks by the finder, the rest by the full-text engine. */
export const resultKinds = ['风险点', '防控墙', '法律', '指南'] as const;
export type ResultKind = (typeof resultKinds)[number];

interface Props {
  readonly kind: ResultKind | undefined;
  readonly onKind: (kind: ResultKind | undefined) => void;
  readonly facets: Facets;
  readonly counts: FindResult['facetCounts'];
  readonly onChange: (facets: Facets) => void;
}

/** The chosen wall stays to be seen and unchosen when a new query finds nothing on it. */
function wallValues({ wall }: Facets, counts: FindResult['facetCounts']): readonly string[] {
  const found = Object.keys(counts.wall);
  return wall === undefined || found.includes(wall) ? found : [wall, ...found];
}

/** Narrows the results; each value says how many results it would leave. */
export function FacetBar({ kind, onKind, facets, counts, onChange }: Props) {
  const all = [
    ...fixedFacets,
    { key: 'wall' as const, name: '防控墙', values: wallValues(facets, counts) },
  ];
  return (
    <div class="search-facets" role="group" aria-label="缩小范围">
      <label>
        <span>类型</span>
        <select
          value={kind ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onKind(resultKinds.find((one) => one === value))
          }
        >
          <option value="">全部</option>
          {resultKinds.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      {all.map(({ key, name, values }) => (
        <label key={key}>
          <span>{name}</span>
          <select
            value={facets[key] ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...facets, [key]: value === '' ? undefined : value })
            }
          >
            <option value="">全部</option>
            {values
              .filter((value) => (counts[key][value] ?? 0) > 0 || facets[key] === value)
              .map((value) => (
                <option key={value} value={value}>
                  {value}（{counts[key][value] ?? 0}）
                </option>
              ))}
          </select>
        </label>
      ))}
    </div>
  );
}
