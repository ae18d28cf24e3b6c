import { showMyPost } from '../../browser/myPostStore.ts';
import type { MyPost } from '../../model/post/myPost.ts';
import { postNames } from '../../model/post/postList.ts';
import type { BankIndex } from '../../model/quiz/bank.ts';
import { KeepMyPost } from '../controls/KeepMyPost.tsx';
import { PostChoice } from '../controls/PostChoice.tsx';

interface Props {
  readonly index: BankIndex;
  readonly post: MyPost;
  readonly onChange: (post: MyPost) => void;
}

/** Whose questions: begins with “我的岗位”, and changes it only when that is asked for. */
export function PostPicker({ index, post, onChange }: Props) {
  return (
    <>
      <PostChoice
        posts={index.posts}
        walls={index.walls}
        post={post}
        onChange={(next) => {
          showMyPost(next);
          onChange(next);
        }}
      />
      <KeepMyPost post={post} names={postNames(index.posts, index.walls)} />
    </>
  );
}
