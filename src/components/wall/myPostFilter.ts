import { isEveryPost } from '../../model/post/myPost.ts';
import { loadMyPost } from '../../browser/myPostStore.ts';

/** On a wall: whoever has chosen a post sees what is his; to others nothing more is sent. */
export async function startMyPostFilter(): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-my-post]');
  const post = loadMyPost();
  if (!place || isEveryPost(post)) return;
  const { showMyPost } = await import('./myPostOnWall.ts');
  await showMyPost(place, post);
}
