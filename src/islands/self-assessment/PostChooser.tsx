import { useState } from 'preact/hooks';
import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import { isMine, type MyPost } from '../../model/post/myPost.ts';
import { postLevelEntries, postLevels } from '../../model/vocabulary.ts';
import { SomeOf } from '../controls/Choices.tsx';

interface Props {
  readonly index: ChecklistIndex;
  readonly post: MyPost;
  readonly onChange: (post: MyPost) => void;
}

/** “我的岗位”: level, and departments or walls; nothing chosen means all. */
export function PostChooser({ index, post, onChange }: Props) {
  const count = index.risks.filter((risk) => isMine(post, risk)).length;
  const [hasWallsAtFirst] = useState(post.walls.length > 0);
  return (
    <section aria-labelledby="my-post">
      <h2 id="my-post">我的岗位</h2>
      <SomeOf
        legend="岗位层级"
        values={postLevels}
        chosen={post.levels}
        nameOf={(level) => `${level}岗位（${postLevelEntries[level].title}）`}
        onChoose={(levels) => onChange({ ...post, levels })}
      />
      <SomeOf
        legend="处室"
        values={index.departments}
        chosen={post.departments}
        onChoose={(departments) => onChange({ ...post, departments })}
      />
      <details class="more-choices" open={hasWallsAtFirst}>
        <summary>再加上几面墙（兼办别的事项时选）</summary>
        <SomeOf
          legend="防控墙"
          values={index.walls.map(({ id }) => id)}
          chosen={post.walls}
          nameOf={(id) => index.walls.find((wall) => wall.id === id)?.name ?? id}
          onChoose={(walls) => onChange({ ...post, walls })}
        />
      </details>
      <p role="status" class="choice-count">
        这个岗位要查 <strong>{count}</strong> 个风险点。
        {count === index.risks.length && '没有选层级、处室和墙，就是全部。'}
      </p>
    </section>
  );
}
