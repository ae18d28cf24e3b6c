import { useMemo, useState } from 'preact/hooks';
import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import type { Roster, RosterEdit, RosterEdits } from '../../model/letter/roster.ts';
import { OneOf } from '../controls/Choices.tsx';
import { RosterFaults } from './RosterFaults.tsx';
import { PersonRow } from './PersonRow.tsx';

interface Props {
  readonly roster: Roster;
  readonly fileName: string;
  readonly index: ChecklistIndex;
  readonly excluded: ReadonlySet<string>;
  readonly edits: RosterEdits;
  readonly onExclude: (ids: ReadonlySet<string>) => void;
  readonly onSheet: (sheet: string) => void;
  readonly onEdit: (ids: readonly string[], edit: RosterEdit) => void;
}

/** Rows that are drawn at first, and with each press: every row has choices, a thousand are slow. */
const rowsAtATime = 40;

const heads = ['印', '行', '姓名', '处室', '岗位', '层级', '防控墙'];

/** What was read of a roster, with what is wrong or doubtful named by row, to be put right here. */
export function RosterTable(props: Props) {
  const { roster, fileName, index, excluded, onExclude, onSheet, onEdit } = props;
  const { people, notes, remarks, sheet, sheets } = roster;
  const [limit, setLimit] = useState(rowsAtATime);
  const [isOnlyDoubtful, setOnlyDoubtful] = useState(false);
  const faults = notes.filter(({ severity }) => severity === 'fault');
  const notices = useMemo(() => {
    const byId = new Map<string, string[]>();
    for (const { id, severity, text } of notes) {
      if (severity === 'notice') byId.set(id, [...(byId.get(id) ?? []), text]);
    }
    return byId;
  }, [notes]);
  const isDoubtful = (id: string) => notices.has(id);
  const listed = isOnlyDoubtful ? people.filter(({ id }) => isDoubtful(id)) : people;
  const shown = listed.slice(0, limit);
  const toggle = (id: string) => {
    const next = new Set(excluded);
    if (!next.delete(id)) next.add(id);
    onExclude(next);
  };
  const guesses = people.filter(({ levelBasis }) => levelBasis === 'title').length;
  const chosenCount = people.filter(({ id }) => !excluded.has(id)).length;
  return (
    <section aria-labelledby="read">
      <h2 id="read">读到的人</h2>
      <p role="status">
        “{fileName}”{sheet && `的工作表“${sheet}”`}里读到 <strong>{people.length}</strong> 人，选了{' '}
        <strong>{chosenCount}</strong> 人{faults.length > 0 && `，有 ${faults.length} 行没有读`}
        {notices.size > 0 && `，有 ${notices.size} 行要看一眼`}
        {guesses > 0 && `，${guesses} 人的层级是按职务猜的`}
        。读错的在表里直接改，只改这里，不动原来的文件。
      </p>
      {sheets.length > 1 && (
        <OneOf
          legend="读哪一张工作表"
          name="roster-sheet"
          values={sheets}
          chosen={sheet}
          onChoose={onSheet}
        />
      )}
      {remarks.length > 0 && (
        <ul class="roster-remarks">
          {remarks.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {faults.length > 0 && <RosterFaults faults={faults} onEdit={onEdit} />}
      {people.length > 0 && (
        <>
          <div class="actions">
            <button class="button is-small" type="button" onClick={() => onExclude(new Set())}>
              全选
            </button>
            <button
              class="button is-small"
              type="button"
              onClick={() => onExclude(new Set(people.map(({ id }) => id)))}
            >
              全不选
            </button>
            {notices.size > 0 && (
              <button
                class="button is-small"
                type="button"
                aria-pressed={isOnlyDoubtful}
                onClick={() => setOnlyDoubtful(!isOnlyDoubtful)}
              >
                只看要看一眼的
              </button>
            )}
          </div>
          <div class="scroll-x roster-table" tabindex={0} role="region" aria-label="名册">
            <table>
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((person) => (
                  <PersonRow
                    key={person.id}
                    person={person}
                    people={people}
                    index={index}
                    edit={props.edits.get(person.id)}
                    notices={notices.get(person.id)}
                    isPrinted={!excluded.has(person.id)}
                    onToggle={() => toggle(person.id)}
                    onEdit={onEdit}
                  />
                ))}
              </tbody>
            </table>
          </div>
          {listed.length > shown.length && (
            <p class="actions">
              <span>
                上面是前 {shown.length} 人，一共 {listed.length} 人。
              </span>
              <button
                class="button is-small"
                type="button"
                onClick={() => setLimit(limit + rowsAtATime)}
              >
                再看 {Math.min(rowsAtATime, listed.length - shown.length)} 人
              </button>
            </p>
          )}
        </>
      )}
    </section>
  );
}
