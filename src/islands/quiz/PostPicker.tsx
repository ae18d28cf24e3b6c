import { saveMyPost } from '../../browser/myPostStore.ts';
import type { MyPost } from '../../model/post/myPost.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import { postLevelEntries, postLevels } from '../../model/vocabulary.ts';

interface Props {
  readonly index: BankIndex;
  readonly post: MyPost;
  readonly onChange: (post: MyPost) => void;
}

/** “我的岗位” in short: one level, one department, some walls; shared with all other pages. */
export function PostPicker({ index, post, onChange }: Props) {
  const change = (next: MyPost) => {
    saveMyPost(next);
    onChange(next);
  };
  return (
    <>
      <div class="field-row">
        <label class="field">
          <span>岗位层级</span>
          <select
            value={post.levels[0] ?? ''}
            onChange={({ currentTarget: { value } }) =>
              change({ ...post, levels: postLevels.filter((level) => level === value) })
            }
          >
            <option value="">全部</option>
            {postLevels.map((level) => (
              <option key={level} value={level}>
                {level}岗位（{postLevelEntries[level].title}）
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>处室</span>
          <select
            value={post.departments[0] ?? ''}
            onChange={({ currentTarget: { value } }) =>
              change({ ...post, departments: value ? [value] : [] })
            }
          >
            <option value="">全部</option>
            {index.departments.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </div>
      <details class="more-choices" open={post.walls.length > 0}>
        <summary>再加上几面墙</summary>
        <fieldset class="choices">
          <legend>防控墙</legend>
          {index.walls.map(({ id, name }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={post.walls.includes(id)}
                onChange={() =>
                  change({
                    ...post,
                    walls: post.walls.includes(id)
                      ? post.walls.filter((one) => one !== id)
                      : [...post.walls, id],
                  })
                }
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      </details>
    </>
  );
}
