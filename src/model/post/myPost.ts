import { postRefPattern, wallIdPattern } from '../fields/ids.ts';
import { postLevels, type PostLevel } from '../vocabulary.ts';

/**
 * “我的岗位”: what a reader has chosen to see. An empty list means all.
 *
 * A post of the catalogue says all by itself; leaders narrow it to the walls that they are in charge
 * of. Level and department are how posts were chosen before there was a catalogue: addresses and
 * records that have them still mean what they meant.
 */
export interface MyPost {
  /** Posts of the catalogue, `cadastre/registrar`; with any of them level and department do not count. */
  readonly posts: readonly string[];
  readonly levels: readonly PostLevel[];
  readonly departments: readonly string[];
  /** Wall ids such as `w01`. */
  readonly walls: readonly string[];
}

export const everyPost: MyPost = { posts: [], levels: [], departments: [], walls: [] };

export interface PlacedAtPost {
  /** Refs of the catalogue. */
  readonly posts: readonly string[];
  readonly postLevel: PostLevel;
  readonly department: string;
  readonly wallId: string;
  /** That lead the wall. */
  readonly leadDepartments: readonly string[];
}

/**
 * Whether a risk belongs to the post: one of the chosen posts on a chosen wall, or else its level,
 * and its department or one of the chosen walls. Leaders have no department of their own: for them,
 * a department means the walls that it leads, since those are what they are in charge of.
 */
export function isMine({ posts, levels, departments, walls }: MyPost, risk: PlacedAtPost): boolean {
  if (posts.length > 0) {
    const isOfPost = risk.posts.some((ref) => posts.includes(ref));
    return isOfPost && (walls.length === 0 || walls.includes(risk.wallId));
  }
  if (levels.length > 0 && !levels.includes(risk.postLevel)) return false;
  if (departments.length === 0 && walls.length === 0) return true;
  if (departments.includes(risk.department) || walls.includes(risk.wallId)) return true;
  const isLeaders = levels.includes('领导') && risk.postLevel === '领导';
  return isLeaders && risk.leadDepartments.some((name) => departments.includes(name));
}

/** Whether nothing has been chosen. */
export function isEveryPost({ posts, levels, departments, walls }: MyPost): boolean {
  return posts.length + levels.length + departments.length + walls.length === 0;
}

/** `普通 地籍处 cadastre/registrar`: whose a risk is, as pages carry it in an attribute. */
export const placeText = ({
  postLevel,
  department,
  posts,
}: Omit<PlacedAtPost, 'wallId' | 'leadDepartments'>): string =>
  [postLevel, department, ...posts].join(' ');

/** Whether what `placeText` wrote belongs to the post. */
export function isPlaceMine(
  post: MyPost,
  place: string,
  { wallId, leadDepartments }: Pick<PlacedAtPost, 'wallId' | 'leadDepartments'>,
): boolean {
  const [level, department = '', ...posts] = place.split(' ');
  const postLevel = postLevels.find((one) => one === level);
  return (
    postLevel !== undefined &&
    isMine(post, { posts, postLevel, department, wallId, leadDepartments })
  );
}

/** As a query string without `?`: `post=cadastre/registrar` or `level=普通&dept=财务处&wall=w23`. */
export function postQuery({ posts, levels, departments, walls }: MyPost): string {
  const query = new URLSearchParams();
  for (const post of posts) query.append('post', post);
  for (const level of levels) query.append('level', level);
  for (const department of departments) query.append('dept', department);
  for (const wall of walls) query.append('wall', wall);
  // A slash may stand in a query as it is, and is easier to read and to send on.
  return query.toString().replace(/%2F/g, '/');
}

/** Reads what `postQuery` wrote; anything else in the address is left alone. */
export function readPostQuery(query: string): MyPost {
  const params = new URLSearchParams(query);
  return {
    posts: params.getAll('post').filter((ref) => postRefPattern.test(ref)),
    levels: postLevels.filter((level) => params.getAll('level').includes(level)),
    departments: params.getAll('dept'),
    walls: params.getAll('wall').filter((id) => wallIdPattern.test(id)),
  };
}

/** How a post and a wall are called where the choice is told. */
export interface PostNames {
  readonly wall: (id: string) => string;
  readonly post: (ref: string) => string;
}

/** In words: `地籍处登簿岗`, `普通岗位，财务处`. */
export function describePost(post: MyPost, names: PostNames): string {
  if (isEveryPost(post)) return '全部岗位';
  const walls = post.walls.map((id) => `《${names.wall(id)}》`);
  if (post.posts.length > 0) {
    return [post.posts.map(names.post).join('、'), walls.join('、')].filter(Boolean).join('，');
  }
  const places = [...post.departments, ...walls];
  return [post.levels.map((level) => `${level}岗位`).join('、'), places.join('、')]
    .filter(Boolean)
    .join('，');
}
