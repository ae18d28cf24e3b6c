import {
  heatMap,
  withFacet,
  type FacetKey,
  type RegisterQuery,
} from '../../model/register/query.ts';
import type { RegisterRow } from '../../model/register/rows.ts';

export interface HeatEntry {
  readonly value: string;
  readonly name: string;
}

interface Props {
  readonly caption: string;
  readonly rows: readonly RegisterRow[];
  readonly query: RegisterQuery;
  readonly keys: readonly [down: FacetKey, across: FacetKey];
  readonly down: readonly HeatEntry[];
  readonly across: readonly HeatEntry[];
  readonly onChange: (query: RegisterQuery) => void;
}

/** Counts over two facets; a click narrows to the cell, another one widens again. Shade and number. */
export function HeatTable({ caption, rows, query, keys, down, across, onChange }: Props) {
  const count = heatMap(rows, query, keys);
  const most = Math.max(1, ...down.flatMap((a) => across.map((b) => count(a.value, b.value))));
  const [downKey, acrossKey] = keys;
  const isChosen = (a: string, b: string) =>
    query.facets[downKey] === a && query.facets[acrossKey] === b;
  return (
    <table class="heat">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          {across.map(({ value, name }) => (
            <th key={value} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {down.map((a) => (
          <tr key={a.value}>
            <th scope="row">{a.name}</th>
            {across.map((b) => {
              const number = count(a.value, b.value);
              const isOn = isChosen(a.value, b.value);
              return (
                <td key={b.value}>
                  <button
                    type="button"
                    class={`heat-cell is-heat-${Math.ceil((number / most) * 4)}`}
                    aria-pressed={isOn}
                    aria-label={`${a.name}，${b.name}：${number} 个`}
                    disabled={number === 0}
                    onClick={() =>
                      onChange(
                        withFacet(
                          withFacet(query, downKey, isOn ? '' : a.value),
                          acrossKey,
                          isOn ? '' : b.value,
                        ),
                      )
                    }
                  >
                    {number}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
