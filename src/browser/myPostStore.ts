import {
  everyPost,
  isEveryPost,
  postQuery,
  readPostQuery,
  type MyPost,
} from '../model/post/myPost.ts';
import { myPostKept, myPostPart } from '../model/post/myPostKept.ts';
import { keepChoice, keptChoice } from './choices.ts';

/** “我的岗位” as last chosen in this browser. */
export function storedMyPost(): MyPost {
  return keptChoice(myPostKept, myPostPart) ?? everyPost;
}

/** “我的岗位”: from the address, so that it can be sent on, or else as last chosen here. */
export function loadMyPost(): MyPost {
  const asked = readPostQuery(location.search);
  return isEveryPost(asked) ? storedMyPost() : asked;
}

/** Remembers the choice and leaves the address alone. */
export function rememberMyPost(post: MyPost): void {
  keepChoice(myPostKept, post);
}

/** Writes a choice into the address, so that it can be sent on, and remembers nothing. */
export function showMyPost(post: MyPost): void {
  const query = postQuery(post);
  history.replaceState(null, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
}

/** Remembers the choice and writes it into the address. */
export function saveMyPost(post: MyPost): void {
  rememberMyPost(post);
  showMyPost(post);
}
