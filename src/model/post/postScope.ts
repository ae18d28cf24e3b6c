import {
  describePost,
  everyPost,
  isEveryPost,
  isMine,
  type MyPost,
  type PlacedAtPost,
} from './myPost.ts';
import { findListed, postNames, type PostList } from './postList.ts';

export interface LedWall {
  readonly id: string;
  readonly name: string;
  readonly leadDepartments: readonly string[];
}

/** What a post is looked up in: the catalogue, the walls, and where each risk belongs. */
export interface PostGround<Risk> {
  readonly posts: PostList;
  readonly walls: readonly LedWall[];
  readonly risks: readonly Risk[];
}

type Placed = Omit<PlacedAtPost, 'leadDepartments'>;

/** The risks of a post, in their order. */
export function risksOfPost<Risk extends Placed>(
  post: MyPost,
  { walls, risks }: Pick<PostGround<Risk>, 'walls' | 'risks'>,
): Risk[] {
  const leads = new Map(walls.map(({ id, leadDepartments }) => [id, leadDepartments]));
  return risks.filter((risk) =>
    isMine(post, { ...risk, leadDepartments: leads.get(risk.wallId) ?? [] }),
  );
}

/** The departments that a choice names, by their posts or by themselves. */
export function departmentsOf({ posts, departments }: MyPost, list: PostList): readonly string[] {
  const own = posts.flatMap((ref) => findListed(list, ref)?.department ?? []);
  return [...new Set([...own, ...departments])];
}

export const wallsLedBy = (departments: readonly string[], walls: readonly LedWall[]) =>
  walls.filter(({ leadDepartments }) =>
    leadDepartments.some((department) => departments.includes(department)),
  );

/** What a choice that no risk belongs to is widened to, the nearest first. */
function wider(post: MyPost, { posts: list, walls }: PostGround<unknown>): MyPost[] {
  const departments = departmentsOf(post, list);
  const ofPosts = post.posts.flatMap((ref) => findListed(list, ref)?.post.level ?? []);
  const levels = post.posts.length > 0 ? [...new Set(ofPosts)] : post.levels;
  const led = wallsLedBy(departments, walls).map(({ id }) => id);
  return [
    { ...everyPost, posts: post.posts },
    { ...everyPost, departments: post.departments, walls: post.walls },
    { ...everyPost, levels, departments },
    { ...everyPost, levels, departments, walls: led },
    { ...everyPost, departments, walls: led },
    { ...everyPost, levels },
    everyPost,
  ];
}

/** A choice that has risks, and how it came about. */
export interface FilledScope<Risk> {
  readonly post: MyPost;
  readonly risks: readonly Risk[];
  /** What was chosen instead, in words; undefined when the choice stands as it was made. */
  readonly widenedTo: string | undefined;
}

/**
 * The choice itself, or, where no wall has a risk for it, the nearest wider one that has some: the
 * level in the same department, the walls of the department, the level, all. Nobody is sent to an
 * empty form, and nobody is told less than what was done.
 */
export function filledScope<Risk extends Placed>(
  post: MyPost,
  ground: PostGround<Risk>,
): FilledScope<Risk> {
  const own = risksOfPost(post, ground);
  if (own.length > 0 || isEveryPost(post)) return { post, risks: own, widenedTo: undefined };
  for (const candidate of wider(post, ground)) {
    const risks = risksOfPost(candidate, ground);
    // An empty choice means all: that is the last resort, not the next one.
    if (risks.length === 0 || (isEveryPost(candidate) && candidate !== everyPost)) continue;
    const widenedTo = describePost(candidate, postNames(ground.posts, ground.walls));
    return { post: candidate, risks, widenedTo };
  }
  return { post: everyPost, risks: [...ground.risks], widenedTo: '全部岗位' };
}
