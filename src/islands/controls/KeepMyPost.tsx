import { useState } from 'preact/hooks';
import { rememberMyPost, storedMyPost } from '../../browser/myPostStore.ts';
import {
  describePost,
  isEveryPost,
  postQuery,
  type MyPost,
  type PostNames,
} from '../../model/post/myPost.ts';

interface Props {
  /** As chosen on this page. */
  readonly post: MyPost;
  readonly names: PostNames;
}

/**
 * “这是我的岗位”: the only thing on a page of tools that changes what this computer remembers. Who
 * looks at the questions or risks of another post, or prints a paper for it, goes on being himself.
 */
export function KeepMyPost({ post, names }: Props) {
  const [stored, setStored] = useState(storedMyPost);
  if (isEveryPost(post) || postQuery(post) === postQuery(stored)) return null;
  return (
    <p class="keep-my-post">
      <button
        class="button is-small"
        type="button"
        onClick={() => {
          rememberMyPost(post);
          setStored(post);
        }}
      >
        这是我的岗位，记下来
      </button>{' '}
      <span class="muted">
        {isEveryPost(stored)
          ? '记下来，墙、自查、测验、承诺书都从它开始。'
          : `记着的是${describePost(stored, names)}，不点就不改。`}
      </span>
    </p>
  );
}
