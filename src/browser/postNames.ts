import { listedName, type PostList } from '../model/post/postList.ts';
import type { MyPost } from '../model/post/myPost.ts';
import { fetchData } from './data.ts';

/**
 * What the chosen posts are called. Only who has chosen some waits for the catalogue; without it a
 * post is told by its ref.
 */
export async function postNamesFor({ posts }: MyPost): Promise<(ref: string) => string> {
  const list: PostList = posts.length > 0 ? await fetchPostList() : [];
  return (ref) => listedName(list, ref);
}

/** The catalogue of posts; empty where it cannot be had. */
export async function fetchPostList(): Promise<PostList> {
  const fetched = await fetchData('posts');
  return fetched.status === 'present' ? fetched.data.posts : [];
}
