import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import { isEveryPost, isMine, type MyPost } from '../../model/post/myPost.ts';
import { PostChoice } from '../controls/PostChoice.tsx';

interface Props {
  readonly index: ChecklistIndex;
  readonly post: MyPost;
  readonly onChange: (post: MyPost) => void;
}

/** “我的岗位” of a record, with how many risks it is about. */
export function PostChooser({ index, post, onChange }: Props) {
  const count = index.risks.filter((risk) => isMine(post, risk)).length;
  return (
    <section aria-labelledby="my-post">
      <h2 id="my-post">我的岗位</h2>
      <PostChoice posts={index.posts} walls={index.walls} post={post} onChange={onChange} />
      <p role="status" class="choice-count">
        这个岗位要查 <strong>{count}</strong> 个风险点。
        {isEveryPost(post) && '没有选岗位，就是全部。'}
        {!isEveryPost(post) &&
          count === 0 &&
          '各面墙上没有这个岗位的风险点；可以自查时自行补充，或者换一个岗位。'}
      </p>
    </section>
  );
}
