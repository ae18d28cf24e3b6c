import { isMine, type MyPost, type PlacedAtPost } from '../../model/post/myPost.ts';
import type { NumberedPost } from '../../model/post/postList.ts';

/** The posts that an element carries by number. */
export function postsAt(element: HTMLElement, key: 'post' | 'posts', all: readonly NumberedPost[]) {
  const numbers = element.dataset[key]?.split(' ').filter(Boolean) ?? [];
  return numbers.flatMap((number) => all[Number(number)] ?? []);
}

export type WallPlace = Pick<PlacedAtPost, 'wallId' | 'leadDepartments'>;

/** Whether a risk of a wall belongs to the reader's post. @param whose posts, as `postsAt` gives them. */
export function isRiskMine(post: MyPost, wall: WallPlace, whose: readonly NumberedPost[]): boolean {
  const [first] = whose;
  if (!first) return false;
  const { level, department } = first;
  return isMine(post, {
    postLevel: level,
    department,
    posts: whose.map(({ ref }) => ref),
    ...wall,
  });
}
