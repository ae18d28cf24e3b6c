import { useMemo, useState } from 'preact/hooks';
import {
  asked,
  duePeople,
  dueRows,
  type Asked,
  type DuePerson,
} from '../../model/rollup/missing.ts';
import {
  dueTable,
  missingTable,
  reminderText,
  type Occasion,
} from '../../model/rollup/missingTexts.ts';
import { tallyGround } from '../../model/rollup/totals/ground.ts';
import { OneOf } from '../controls/Choices.tsx';
import { Message } from '../controls/Message.tsx';
import { DepartmentChoice } from './DepartmentChoice.tsx';
import { Reminder } from './Reminder.tsx';
import { TableDesk } from './tables/TableDesk.tsx';
import { useSliced } from './useSliced.ts';
import type { ViewProps } from './viewProps.ts';

const shows = ['没交齐的名单', '按处室', '按岗位'] as const;
type Show = (typeof shows)[number];

interface DueProps extends ViewProps {
  readonly people: readonly DuePerson[];
  readonly what: Asked;
}

function tableOf(show: Show, people: readonly DuePerson[], occasion: Occasion) {
  if (show === '没交齐的名单') return missingTable(people, occasion);
  return dueTable(people, show === '按处室' ? '处室' : '岗位', occasion);
}

function Due({ people, what, rollup, index }: DueProps) {
  const [show, setShow] = useState<Show>('没交齐的名单');
  const [wanted, setDepartment] = useState<string>();
  const rows = useMemo(() => dueRows(people, '处室'), [people]);
  const counts = new Map(
    rows.map(({ department, missing, unfilled }) => [department, missing + unfilled]),
  );
  const department = wanted !== undefined && counts.has(wanted) ? wanted : undefined;
  const { period } = rollup.head;
  const occasion: Occasion = { what, period, office: index.words.disciplineOffice };
  const own = useMemo(
    () =>
      department === undefined
        ? people
        : people.filter(({ entry }) => entry.department === department),
    [people, department],
  );
  const table = useMemo(
    () => tableOf(show, own, occasion),
    [show, own, what, period, occasion.office],
  );
  return (
    <>
      <div class="no-print">
        <OneOf
          legend="看哪一张"
          isLegendHidden
          name="rollup-missing"
          values={shows}
          chosen={show}
          onChoose={setShow}
        />
        <DepartmentChoice
          value={department}
          departments={[...counts.keys()]}
          noteOf={(name) => `（没交齐 ${counts.get(name) ?? 0} 人）`}
          onChange={setDepartment}
        />
        {department === undefined ? (
          <p class="muted">选一个处室，就有给这个处室的催交的话。</p>
        ) : (
          <Reminder text={reminderText(department, people, occasion)} />
        )}
      </div>
      <TableDesk
        table={table}
        paper="A4"
        words={index.words}
        contentVersion={index.contentVersion}
      />
    </>
  );
}

/** 谁没交: by department and post, as a list, and what to tell each department. */
export function MissingView(props: ViewProps) {
  const { rollup, counting, index } = props;
  const [what, setWhat] = useState<Asked>('自查');
  const people = useSliced(
    () => duePeople(counting, what, tallyGround(index)),
    [counting, what, index],
  );
  const strangers = counting.people.filter(({ entry }) => !entry);
  if (rollup.roster.length === 0) {
    return (
      <Message>
        没有名册，不知道应该谁交。先在<a href="#take">收文件</a>里选一份名册。
      </Message>
    );
  }
  const waiting = counting.listed.filter(({ standing }) => standing === '等着认人').length;
  return (
    <div class="rollup-missing">
      <div class="no-print">
        <h2 id="rollup-due">谁没交</h2>
        <OneOf
          legend="查什么"
          isLegendHidden
          name="rollup-asked"
          values={asked}
          chosen={what}
          onChoose={setWhat}
        />
        {waiting > 0 && (
          <Message>
            有 {waiting} 份等着认人，先在<a href="#take">收文件</a>里说是谁的，再催。
          </Message>
        )}
      </div>
      {people ? <Due {...props} people={people} what={what} /> : <p class="muted">正在数…</p>}
      {strangers.length > 0 && (
        <details class="rollup-left no-print">
          <summary>名册上没有、也交了的：{strangers.length} 人</summary>
          <ul>
            {strangers.slice(0, 200).map(({ id, name, department }) => (
              <li key={id}>{[name, department].filter(Boolean).join('，')}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
