import { useMemo } from 'preact/hooks';
import type { PostChoices } from '../../model/letter/batchRun.ts';
import type { Roster, RosterPerson } from '../../model/letter/roster.ts';
import { listedName, type PostList } from '../../model/post/postList.ts';

interface Props {
  readonly roster: Roster;
  readonly fileName: string;
  readonly walls: readonly { readonly id: string; readonly name: string }[];
  readonly excluded: ReadonlySet<number>;
  readonly choices: PostChoices;
  readonly posts: PostList;
  readonly onExclude: (rows: ReadonlySet<number>) => void;
  readonly onPost: (row: number, ref: string | undefined) => void;
}

/** The post as written; where the catalogue has none of that name, the posts to choose from. */
function PostCell({
  person,
  choices,
  posts,
  onPost,
}: Pick<Props, 'choices' | 'posts' | 'onPost'> & { readonly person: RosterPerson }) {
  const { row, name, post, matched, nearest } = person;
  const isChoosable = !matched || choices.has(row);
  return (
    <>
      {post || '（空）'}
      {isChoosable && nearest.length > 0 && (
        <select
          aria-label={`${name}的岗位`}
          value={choices.get(row) ?? ''}
          onChange={({ currentTarget }) => onPost(row, currentTarget.value || undefined)}
        >
          <option value="">目录里没有，选一个…</option>
          {nearest.map(({ ref, name: listed }) => (
            <option key={ref} value={ref}>
              {person.department ? listed : listedName(posts, ref)}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

/** What was read of a roster, with what is wrong or doubtful named by row. */
export function RosterTable(props: Props) {
  const { roster, fileName, walls, excluded, choices, posts, onExclude, onPost } = props;
  const { people, notes } = roster;
  const faults = notes.filter(({ severity }) => severity === 'fault');
  const notices = useMemo(() => {
    const byRow = new Map<number, string[]>();
    for (const { row, severity, text } of notes) {
      if (severity === 'notice') byRow.set(row, [...(byRow.get(row) ?? []), text]);
    }
    return byRow;
  }, [notes]);
  const toggle = (row: number) => {
    const next = new Set(excluded);
    if (!next.delete(row)) next.add(row);
    onExclude(next);
  };
  const wallName = (id: string) => walls.find((wall) => wall.id === id)?.name ?? id;
  return (
    <section aria-labelledby="read">
      <h2 id="read">读到的人</h2>
      <p role="status">
        “{fileName}”里读到 <strong>{people.length}</strong> 人，选了{' '}
        <strong>{people.length - excluded.size}</strong> 人
        {faults.length > 0 && `，有 ${faults.length} 行没有读`}
        {notices.size > 0 && `，有 ${notices.size} 行要看一眼`}。
      </p>
      {faults.length > 0 && (
        <div class="message is-fault">
          <p>
            <strong>没有读的行</strong>
          </p>
          <ul>
            {faults.slice(0, 20).map(({ row, text }) => (
              <li key={`${row} ${text}`}>
                第 {row} 行：{text}
              </li>
            ))}
            {faults.length > 20 && <li>还有 {faults.length - 20} 行。</li>}
          </ul>
        </div>
      )}
      <div class="actions">
        <button class="button is-small" type="button" onClick={() => onExclude(new Set())}>
          全选
        </button>
        <button
          class="button is-small"
          type="button"
          onClick={() => onExclude(new Set(people.map(({ row }) => row)))}
        >
          全不选
        </button>
      </div>
      <div class="table-scroll roster-table" tabindex={0} role="region" aria-label="名册">
        <table>
          <thead>
            <tr>
              <th scope="col">印</th>
              <th scope="col">行</th>
              <th scope="col">姓名</th>
              <th scope="col">处室</th>
              <th scope="col">岗位</th>
              <th scope="col">层级</th>
              <th scope="col">防控墙</th>
              <th scope="col">看一眼</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.row}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`印${person.name}的`}
                    checked={!excluded.has(person.row)}
                    onChange={() => toggle(person.row)}
                  />
                </td>
                <td>{person.row}</td>
                <td>{person.name}</td>
                <td>{person.department || '（空）'}</td>
                <td>
                  <PostCell person={person} {...{ choices, posts, onPost }} />
                </td>
                <td>{person.postLevel}</td>
                <td>{person.walls.map(wallName).join('、')}</td>
                <td>{notices.get(person.row)?.join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
