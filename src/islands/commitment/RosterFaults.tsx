import { useState } from 'preact/hooks';
import type { RosterEdit, RosterNote } from '../../model/letter/roster.ts';

interface Props {
  readonly faults: readonly RosterNote[];
  readonly onEdit: (ids: readonly string[], edit: RosterEdit) => void;
}

const faultsAtATime = 20;

/** Rows that were not read, and a place to write the name that should stand there. */
export function RosterFaults({ faults, onEdit }: Props) {
  const [limit, setLimit] = useState(faultsAtATime);
  const more = faults.length - limit;
  return (
    <div class="message is-fault">
      <p>
        <strong>没有读的行</strong>
      </p>
      <ul class="roster-faults">
        {faults.slice(0, limit).map(({ id, place, text, name }) => (
          <li key={id}>
            {place}：{text}
            {name !== undefined && (
              <label>
                {' '}
                姓名改成{' '}
                <input
                  type="text"
                  size={12}
                  maxLength={30}
                  autocomplete="off"
                  aria-label={`${place}的姓名`}
                  defaultValue={name}
                  onChange={({ currentTarget: { value } }) => onEdit([id], { name: value })}
                />
              </label>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button
          class="button is-small"
          type="button"
          onClick={() => setLimit(limit + faultsAtATime)}
        >
          还有 {more} 行
        </button>
      )}
    </div>
  );
}
