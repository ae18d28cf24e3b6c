import type { ChecklistEntry, ChecklistIndex } from '../../model/assessment/checklist.ts';
import { isEveryPost, type MyPost } from '../../model/post/myPost.ts';
import { postNames } from '../../model/post/postList.ts';
import type { FilledScope } from '../../model/post/postScope.ts';
import { KeepMyPost } from '../controls/KeepMyPost.tsx';
import { PostChoice } from '../controls/PostChoice.tsx';

interface Props {
  readonly index: ChecklistIndex;
  readonly post: MyPost;
  /** The risks that the choice comes to. */
  readonly scope: FilledScope<ChecklistEntry>;
  readonly onChange: (post: MyPost) => void;
}

/** The post of a record, with how many risks it is about. */
export function PostChooser({ index, post, scope, onChange }: Props) {
  const count = scope.risks.length;
  return (
    <section aria-labelledby="my-post">
      <h2 id="my-post">我的岗位</h2>
      <PostChoice posts={index.posts} walls={index.walls} post={post} onChange={onChange} />
      <p role="status" class="choice-count">
        {scope.widenedTo ? (
          <>
            各面墙上没有这个岗位的风险点。就近改查{scope.widenedTo}：<strong>{count}</strong>{' '}
            个；不合适的，换一个岗位。
          </>
        ) : (
          <>
            这个岗位要查 <strong>{count}</strong> 个风险点。
            {isEveryPost(post) && '没有选岗位，就是全部；选了岗位，只查自己的。'}
          </>
        )}
      </p>
      <KeepMyPost post={post} names={postNames(index.posts, index.walls)} />
    </section>
  );
}
