import { useState } from 'preact/hooks';
import {
  facetCounts,
  facetKeys,
  withFacet,
  type FacetKey,
  type RegisterQuery,
} from '../../model/register/query.ts';
import { registerColumns, type RegisterRow } from '../../model/register/rows.ts';
import { facetNames, inUsualOrder } from '../../model/register/words.ts';
import { SomeOf } from '../controls/Choices.tsx';
import { TextField } from '../controls/TextField.tsx';
import type { ChangeQuery } from './useRegisterQuery.ts';

interface Props {
  readonly query: RegisterQuery;
  /** Rows that have the words that are searched for: the choices count within these. */
  readonly worded: readonly RegisterRow[];
  readonly nameOf: (value: string) => string;
  /** In the order of the bureau. */
  readonly departments: readonly string[];
  readonly onChange: ChangeQuery;
}

/** What is chosen by most; the others stand behind a line, so that the table begins on the screen. */
const firstFacets: readonly FacetKey[] = ['wall', 'category', 'grade', 'department'];
const otherFacets = facetKeys.filter((key) => !firstFacets.includes(key));

function Facet({ facet, ...props }: Props & { readonly facet: FacetKey }) {
  const { query, worded, nameOf, departments, onChange } = props;
  const counts = facetCounts(worded, { ...query, q: '' }, facet);
  const chosen = query.facets[facet];
  const values = inUsualOrder(facet, [...counts.keys()], departments);
  if (chosen && !counts.has(chosen)) values.unshift(chosen);
  return (
    <label>
      {facetNames[facet]}
      <select
        value={chosen ?? ''}
        onChange={({ currentTarget: { value } }) => onChange(withFacet(query, facet, value))}
      >
        <option value="">全部</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {nameOf(value)}（{counts.get(value) ?? 0}）
          </option>
        ))}
      </select>
    </label>
  );
}

/** What narrows the register; each choice says how many rows it would leave. */
export function Filters(props: Props) {
  const { query, onChange } = props;
  // Opened by hand it stays open; an address that chooses something in it opens it.
  const [isOpen] = useState(() => otherFacets.some((key) => query.facets[key]));
  return (
    <form class="register-filters" onSubmit={(event) => event.preventDefault()}>
      <TextField
        id="register-search"
        label="含这些字"
        value={query.q}
        maxLength={60}
        onChange={(q) => onChange({ ...query, q }, true)}
      />
      {firstFacets.map((key) => (
        <Facet key={key} facet={key} {...props} />
      ))}
      <details class="register-more" open={isOpen}>
        <summary>更多条件：环节、岗位、系统……</summary>
        <div class="register-filters">
          {otherFacets.map((key) =>
            key === 'step' && !query.facets.wall ? null : (
              <Facet key={key} facet={key} {...props} />
            ),
          )}
        </div>
      </details>
    </form>
  );
}

const columnKeys = registerColumns.map(({ key }) => key);

/** Which columns are seen, exported and printed; at least one. */
export function ColumnChoice({ query, onChange }: Pick<Props, 'query' | 'onChange'>) {
  return (
    <details class="more-choices">
      <summary>选要看的列</summary>
      <SomeOf
        legend="列"
        isLegendHidden
        values={columnKeys}
        nameOf={(key) => registerColumns.find((column) => column.key === key)?.head}
        chosen={query.columns}
        onChoose={(chosen) => {
          const columns = columnKeys.filter((key) => chosen.includes(key));
          if (columns.length > 0) onChange({ ...query, columns });
        }}
      />
    </details>
  );
}
