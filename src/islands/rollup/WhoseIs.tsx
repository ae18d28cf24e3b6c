import type { ListedHandIn } from '../../model/rollup/counting.ts';
import { notOnRoster, type RosterEntry } from '../../model/rollup/rollup.ts';

interface Props {
  readonly listed: ListedHandIn;
  readonly roster: readonly RosterEntry[];
  /** What a person has said before. */
  readonly owner: string | undefined;
  readonly onOwner: (owner: string | undefined) => void;
}

const entryText = ({ name, department, post }: RosterEntry) =>
  [name, department, post].filter(Boolean).join('，');

/** Says of whom on the roster a hand-in is. */
export function WhoseIs({ listed: { handIn, candidates }, roster, owner, onOwner }: Props) {
  const said = roster.find(({ id }) => id === owner);
  const isNameless = handIn.name.trim() === '';
  const own = isNameless
    ? roster.filter(({ department }) => department === handIn.department.trim())
    : candidates;
  const choices = own.length > 0 ? own : isNameless ? roster : candidates;
  const shown = said && !choices.includes(said) ? [said, ...choices] : choices;
  return (
    <label class="rollup-whose">
      <span class="visually-hidden">{handIn.fileName} 是谁交的</span>
      <select
        value={owner ?? ''}
        onChange={({ currentTarget: { value } }) => onOwner(value === '' ? undefined : value)}
      >
        <option value="">是谁交的？</option>
        {shown.map((entry) => (
          <option key={entry.id} value={entry.id}>
            {entryText(entry)}
          </option>
        ))}
        {!isNameless && <option value={notOnRoster}>名册上没有这个人</option>}
      </select>
    </label>
  );
}
