import { useState } from 'preact/hooks';
import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import { isMine, type MyPost } from '../../model/post/myPost.ts';
import { postLevelEntries, postLevels } from '../../model/vocabulary.ts';

interface Props {
  readonly index: ChecklistIndex;
  readonly post: MyPost;
  readonly onChange: (post: MyPost) => void;
}

function toggled<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}

interface ChoicesProps<T extends string> {
  readonly legend: string;
  readonly values: readonly T[];
  readonly chosen: readonly T[];
  readonly label: (value: T) => string;
  readonly onToggle: (value: T) => void;
}

function Choices<T extends string>({ legend, values, chosen, label, onToggle }: ChoicesProps<T>) {
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => onToggle(value)}
          />
          <span>{label(value)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** “我的岗位”: level, and departments or walls; nothing chosen means all. */
export function PostChooser({ index, post, onChange }: Props) {
  const count = index.risks.filter((risk) => isMine(post, risk)).length;
  const [hasWallsAtFirst] = useState(post.walls.length > 0);
  return (
    <section aria-labelledby="my-post">
      <h2 id="my-post">我的岗位</h2>
      <Choices
        legend="岗位层级"
        values={postLevels}
        chosen={post.levels}
        label={(level) => `${level}岗位（${postLevelEntries[level].title}）`}
        onToggle={(level) => onChange({ ...post, levels: toggled(post.levels, level) })}
      />
      <Choices
        legend="处室"
        values={index.departments}
        chosen={post.departments}
        label={(name) => name}
        onToggle={(name) => onChange({ ...post, departments: toggled(post.departments, name) })}
      />
      <details class="more-choices" open={hasWallsAtFirst}>
        <summary>再加上几面墙（兼办别的事项时选）</summary>
        <Choices
          legend="防控墙"
          values={index.walls.map(({ id }) => id)}
          chosen={post.walls}
          label={(id) => index.walls.find((wall) => wall.id === id)?.name ?? id}
          onToggle={(id) => onChange({ ...post, walls: toggled(post.walls, id) })}
        />
      </details>
      <p role="status" class="choice-count">
        这个岗位要查 <strong>{count}</strong> 个风险点。
        {count === index.risks.length && '没有选层级、处室和墙，就是全部。'}
      </p>
    </section>
  );
}
