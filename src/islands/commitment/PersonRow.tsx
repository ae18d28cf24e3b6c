import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import type { RosterEdit, RosterPerson } from '../../model/letter/roster.ts';
import { listedName } from '../../model/post/postList.ts';
import { postLevels, type PostLevel } from '../../model/vocabulary.ts';

interface Props {
  readonly person: RosterPerson;
  readonly people: readonly RosterPerson[];
  readonly index: ChecklistIndex;
  readonly edit: RosterEdit | undefined;
  readonly notices: readonly string[] | undefined;
  readonly isPrinted: boolean;
  readonly onToggle: () => void;
  readonly onEdit: (ids: readonly string[], edit: RosterEdit) => void;
}

type CellProps = Pick<Props, 'person' | 'people' | 'index' | 'edit' | 'onEdit'>;

/** The department; one that the list does not have is put right for all who have it the same way. */
function DepartmentCell({ person, people, index, onEdit }: CellProps) {
  const { id, name, department, unknownDepartment, nearestDepartments } = person;
  const known = [...new Set([...index.posts.map((one) => one.name), ...index.departments])];
  const ids =
    unknownDepartment === undefined
      ? [id]
      : people.filter((one) => one.unknownDepartment === unknownDepartment).map((one) => one.id);
  const others = known.filter((one) => !nearestDepartments.includes(one));
  return (
    <select
      aria-label={`${name}的处室`}
      value={department}
      onChange={({ currentTarget: { value } }) => onEdit(ids, { department: value })}
    >
      {!known.includes(department) && (
        <option value={department}>{department ? `${department}（名单里没有）` : '（空）'}</option>
      )}
      {nearestDepartments.map((one) => (
        <option key={one} value={one}>
          {one}（相近）
        </option>
      ))}
      {others.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
      {department !== '' && <option value="">（空）</option>}
    </select>
  );
}

/** The post as written, and the post of the catalogue whose pledges are printed. */
function PostCell({ person, index: { posts }, onEdit }: CellProps) {
  const { id, name, post, department, matched, nearest } = person;
  const own = posts.find((one) => one.name === department)?.posts ?? [];
  const listed = nearest.length > 0 ? nearest : own;
  const isElsewhere = matched && !listed.some(({ ref }) => ref === matched.ref);
  return (
    <>
      {post || '（空）'}
      {(listed.length > 0 || matched) && (
        <select
          aria-label={`${name}的岗位`}
          value={matched?.ref ?? ''}
          onChange={({ currentTarget: { value } }) => onEdit([id], { post: value })}
        >
          <option value="">目录里没有，选一个…</option>
          {isElsewhere && <option value={matched.ref}>{listedName(posts, matched.ref)}</option>}
          {listed.map(({ ref, name: listedPost }) => (
            <option key={ref} value={ref}>
              {department ? listedPost : listedName(posts, ref)}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

/** Where a level comes from, as far as it was not simply read. */
function levelHint({ levelBasis, post }: RosterPerson): string {
  if (levelBasis === 'title') return `按“${post}”猜的`;
  return levelBasis === 'nothing' ? '没有写，按普通' : '';
}

function LevelCell({ person, onEdit }: CellProps) {
  const hint = levelHint(person);
  return (
    <>
      <select
        aria-label={`${person.name}的层级`}
        value={person.postLevel}
        onChange={({ currentTarget: { value } }) =>
          onEdit([person.id], { postLevel: value as PostLevel })
        }
      >
        {postLevels.map((level) => (
          <option key={level} value={level}>
            {level}
          </option>
        ))}
      </select>
      {hint && <span class="roster-guess">{hint}</span>}
    </>
  );
}

/** One person of a roster. Everything that decides about the letter can be put right. */
export function PersonRow(props: Props) {
  const { person, index, notices, isPrinted, onToggle, onEdit } = props;
  const wallName = (id: string) => index.walls.find((wall) => wall.id === id)?.name ?? id;
  return (
    <>
      <tr class={notices && 'has-notice'}>
        <td>
          <input
            type="checkbox"
            aria-label={`印${person.name}的`}
            checked={isPrinted}
            onChange={onToggle}
          />
        </td>
        <td>{person.id}</td>
        <td>
          <input
            type="text"
            maxLength={30}
            autocomplete="off"
            aria-label={`${person.place}的姓名`}
            value={person.name}
            onChange={({ currentTarget: { value } }) => onEdit([person.id], { name: value })}
          />
        </td>
        <td>
          <DepartmentCell {...props} />
        </td>
        <td>
          <PostCell {...props} />
        </td>
        <td>
          <LevelCell {...props} />
        </td>
        <td>{person.walls.map(wallName).join('、')}</td>
      </tr>
      {notices && (
        <tr class="roster-notice">
          <td colSpan={2}>看一眼</td>
          <td colSpan={5}>{notices.join(' ')}</td>
        </tr>
      )}
    </>
  );
}
