import {
  facetCounts,
  facetKeys,
  withFacet,
  type RegisterQuery,
} from '../../model/register/query.ts';
import { registerColumns, type RegisterRow } from '../../model/register/rows.ts';
import { facetNames } from '../../model/register/words.ts';
import { SomeOf } from '../controls/Choices.tsx';
import { TextField } from '../controls/TextField.tsx';
import type { ChangeQuery } from './useRegisterQuery.ts';

interface Props {
  readonly query: RegisterQuery;
  /** Rows that have the words that are searched for: the choices count within these. */
  readonly worded: readonly RegisterRow[];
  readonly nameOf: (value: string) => string;
  readonly onChange: ChangeQuery;
}

/** What narrows the register; each choice says how many rows it would leave. */
export function Filters({ query, worded, nameOf, onChange }: Props) {
  const byFacet = { ...query, q: '' };
  return (
    <form class="register-filters" onSubmit={(event) => event.preventDefault()}>
      <TextField
        id="register-search"
        label="含这些字"
        value={query.q}
        maxLength={60}
        onChange={(q) => onChange({ ...query, q }, true)}
      />
      {facetKeys.map((key) => {
        if (key === 'step' && !query.facets.wall) return null;
        const counts = facetCounts(worded, byFacet, key);
        const values = [...counts.keys()];
        const chosen = query.facets[key];
        if (chosen && !counts.has(chosen)) values.unshift(chosen);
        return (
          <label key={key}>
            {facetNames[key]}
            <select
              value={chosen ?? ''}
              onChange={({ currentTarget: { value } }) => onChange(withFacet(query, key, value))}
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
      })}
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
