import { saveMyPost } from '../../browser/myPostStore.ts';
import type { MyPost } from '../../model/post/myPost.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import { postLevelEntries, postLevels } from '../../model/vocabulary.ts';
import { OptionalChoice } from '../controls/Choice.tsx';
import { SomeOf } from '../controls/Choices.tsx';

interface Props {
  readonly index: BankIndex;
  readonly post: MyPost;
  readonly onChange: (post: MyPost) => void;
}

/** “我的岗位” in short: one level, one department, some walls; shared with all other pages. */
export function PostPicker({ index, post, onChange }: Props) {
  const change = (values: Partial<MyPost>) => {
    const next = { ...post, ...values };
    saveMyPost(next);
    onChange(next);
  };
  return (
    <>
      <div class="field-row">
        <OptionalChoice
          label="岗位层级"
          none="全部"
          value={post.levels[0]}
          values={postLevels}
          nameOf={(level) => `${level}岗位（${postLevelEntries[level].title}）`}
          onChange={(level) => change({ levels: level ? [level] : [] })}
        />
        <OptionalChoice
          label="处室"
          none="全部"
          value={post.departments[0]}
          values={index.departments}
          onChange={(department) => change({ departments: department ? [department] : [] })}
        />
      </div>
      <details class="more-choices" open={post.walls.length > 0}>
        <summary>再加上几面墙</summary>
        <SomeOf
          legend="防控墙"
          values={index.walls.map(({ id }) => id)}
          nameOf={(id) => index.walls.find((wall) => wall.id === id)?.name}
          chosen={post.walls}
          onChoose={(walls) => change({ walls })}
        />
      </details>
    </>
  );
}
