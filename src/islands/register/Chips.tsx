import { everyRow, withFacet, type RegisterQuery } from '../../model/register/query.ts';
import { chosenFacets } from '../../model/register/words.ts';
import type { ChangeQuery } from './useRegisterQuery.ts';

interface Props {
  readonly query: RegisterQuery;
  readonly nameOf: (value: string) => string;
  readonly onChange: ChangeQuery;
}

/** What has been chosen, to be taken away one by one or all together. */
export function Chips({ query, nameOf, onChange }: Props) {
  const chosen = chosenFacets(query, nameOf);
  if (chosen.length === 0 && query.q.trim() === '') return null;
  return (
    <ul class="register-chips" aria-label="已选的条件">
      {chosen.map(({ key, text }) => (
        <li key={key}>
          <button
            class="button is-small"
            type="button"
            aria-label={`去掉 ${text}`}
            onClick={() => onChange(withFacet(query, key, ''))}
          >
            {text} ×
          </button>
        </li>
      ))}
      <li>
        <button
          class="button is-small"
          type="button"
          onClick={() => onChange({ ...everyRow, columns: query.columns })}
        >
          全部清空
        </button>
      </li>
    </ul>
  );
}
