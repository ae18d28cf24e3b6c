import { useState } from 'preact/hooks';
import type { MyPost } from '../../model/post/myPost.ts';
import { findListed, listedName, type PostList } from '../../model/post/postList.ts';
import { departmentGroups, postLevelEntries, postLevels } from '../../model/vocabulary.ts';
import { SomeOf } from './Choices.tsx';

/** A wall as leaders choose it. */
export interface ChosenWall {
  readonly id: string;
  readonly name: string;
  readonly leadDepartments: readonly string[];
}

interface Props {
  readonly posts: PostList;
  readonly walls: readonly ChosenWall[];
  readonly post: MyPost;
  readonly onChange: (post: MyPost) => void;
}

interface WholeProps extends Props {
  /** Told when a department is opened, before any of its posts is chosen. */
  readonly onDepartment?: (department: string) => void;
  /** Department to open at first, where no post tells it. */
  readonly department?: string;
  /** Without the way of choosing by level and department. */
  readonly isByPostOnly?: boolean;
}

interface DepartmentProps {
  readonly posts: PostList;
  readonly value: string;
  readonly none: string;
  readonly onChange: (department: string) => void;
}

/** Departments in their groups, as a reader looks for them. */
export function DepartmentSelect({ posts, value, none, onChange }: DepartmentProps) {
  return (
    <label class="field">
      <span>处室</span>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">{none}</option>
        {departmentGroups.map((group) => {
          const own = posts.filter((one) => one.group === group);
          return (
            own.length > 0 && (
              <optgroup key={group} label={group}>
                {own.map(({ name }) => (
                  <option key={name}>{name}</option>
                ))}
              </optgroup>
            )
          );
        })}
      </select>
    </label>
  );
}

const without = <T,>(list: readonly T[], drop: readonly T[]) =>
  list.filter((one) => !drop.includes(one));

/** The walls that a leader is in charge of: by department, which stands for the walls it leads, or singly. */
function ChargeChoice({ posts, walls, post, onChange }: Props) {
  const led = posts
    .map(({ name }) => ({
      name,
      ids: walls.flatMap((wall) => (wall.leadDepartments.includes(name) ? [wall.id] : [])),
    }))
    .filter(({ ids }) => ids.length > 0);
  const full = led
    .filter(({ ids }) => ids.every((id) => post.walls.includes(id)))
    .map(({ name }) => name);
  const idsOf = (names: readonly string[]) =>
    led.flatMap(({ name, ids }) => (names.includes(name) ? ids : []));
  return (
    <details class="more-choices" open>
      <summary>我分管的（不勾就是全部）</summary>
      <SomeOf
        legend="分管处室：它们主办的事项都勾上"
        values={led.map(({ name }) => name)}
        chosen={full}
        onChoose={(names) => {
          const added = idsOf(without(names, full));
          const dropped = idsOf(without(full, names));
          onChange({ ...post, walls: [...new Set([...without(post.walls, dropped), ...added])] });
        }}
      />
      <SomeOf
        legend="分管事项"
        values={walls.map(({ id }) => id)}
        nameOf={(id) => walls.find((wall) => wall.id === id)?.name ?? id}
        chosen={post.walls}
        onChoose={(chosen) => onChange({ ...post, walls: chosen })}
      />
    </details>
  );
}

/** Level, departments and walls: how posts were chosen before there was a catalogue. */
function RoughChoice({ posts, walls, post, onChange }: Props) {
  const change = (values: Partial<MyPost>) => onChange({ ...post, posts: [], ...values });
  const known = posts.map(({ name }) => name);
  return (
    <details
      class="more-choices"
      open={post.posts.length === 0 && post.levels.length + post.departments.length > 0}
    >
      <summary>不按岗位，按层级、处室和防控墙选</summary>
      <SomeOf
        legend="岗位层级"
        values={postLevels}
        chosen={post.levels}
        nameOf={(level) => `${level}岗位（${postLevelEntries[level].title}）`}
        onChoose={(levels) => change({ levels })}
      />
      <SomeOf
        legend="处室"
        values={[...known, ...without(post.departments, known)]}
        chosen={post.departments}
        onChoose={(departments) => change({ departments })}
      />
      <SomeOf
        legend="防控墙"
        values={walls.map(({ id }) => id)}
        nameOf={(id) => walls.find((wall) => wall.id === id)?.name ?? id}
        chosen={post.walls}
        onChoose={(chosen) => change({ walls: chosen })}
      />
    </details>
  );
}

/**
 * “我的岗位”: department, then the post that hangs on the door; several for those who hold two. Leaders
 * tick what they are in charge of.
 */
export function PostChoice(props: WholeProps) {
  const { posts, walls, post, onChange, onDepartment, isByPostOnly } = props;
  const first = post.posts[0];
  const [department, setDepartment] = useState(
    (first && findListed(posts, first)?.department) ??
      props.department ??
      (post.departments.length === 1 ? (post.departments[0] ?? '') : ''),
  );
  const shown = posts.find(({ name }) => name === department);
  const refs = shown?.posts.map(({ ref }) => ref) ?? [];
  const elsewhere = without(post.posts, refs);
  const choose = (chosen: readonly string[]) => {
    const isLeader = chosen.some((ref) => findListed(posts, ref)?.post.level === '领导');
    const wasByPost = post.posts.length > 0;
    onChange({
      posts: [...chosen],
      levels: [],
      departments: [],
      // Walls narrow what a leader answers for; to others they were chosen under other rules.
      walls: isLeader && wasByPost ? post.walls : [],
    });
  };
  const isLeader = post.posts.some((ref) => findListed(posts, ref)?.post.level === '领导');
  return (
    <div class="post-choice">
      <DepartmentSelect
        posts={posts}
        value={department}
        none="请选择"
        onChange={(name) => {
          setDepartment(name);
          onDepartment?.(name);
        }}
      />
      {shown && (
        <SomeOf
          legend={`${shown.name}的岗位（兼着两个的都勾）`}
          values={refs}
          nameOf={(ref) => shown.posts.find((one) => one.ref === ref)?.name ?? ref}
          chosen={post.posts}
          onChoose={choose}
        />
      )}
      {elsewhere.length > 0 && (
        <SomeOf
          legend="别的处室里也选了"
          values={elsewhere}
          nameOf={(ref) => listedName(posts, ref)}
          chosen={post.posts}
          onChoose={choose}
        />
      )}
      {isLeader && <ChargeChoice {...{ posts, walls, post, onChange }} />}
      {!isByPostOnly && <RoughChoice {...{ posts, walls, post, onChange }} />}
    </div>
  );
}
