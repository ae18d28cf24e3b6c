import { saveMyPost } from '../../browser/myPostStore.ts';
import type { MyPost } from '../../model/post/myPost.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import { PostChoice } from '../controls/PostChoice.tsx';

interface Props {
  readonly index: BankIndex;
  readonly post: MyPost;
  readonly onChange: (post: MyPost) => void;
}

/** “我的岗位”, shared with all other pages. */
export function PostPicker({ index, post, onChange }: Props) {
  return (
    <PostChoice
      posts={index.posts}
      walls={index.walls}
      post={post}
      onChange={(next) => {
        saveMyPost(next);
        onChange(next);
      }}
    />
  );
}
