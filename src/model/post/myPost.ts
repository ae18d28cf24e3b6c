import { wallIdPattern } from '../fields/ids.ts';
import { postLevels, type PostLevel } from '../vocabulary.ts';

/** “我的岗位”: what a reader has chosen to see. An empty list means all. */
export interface MyPost {
  readonly levels: readonly PostLevel[];
  readonly departments: readonly string[];
  /** Wall ids such as `w01`. */
  readonly walls: readonly string[];
}

export const everyPost: MyPost = { levels: [], departments: [], walls: [] };

interface PlacedAtPost {
  readonly postLevel: PostLevel;
  readonly department: string;
  readonly wallId: string;
}

/** Whether a risk belongs to the post: its level, and its department or one of the chosen walls. */
export function isMine({ levels, departments, walls }: MyPost, risk: PlacedAtPost): boolean {
  if (levels.length > 0 && !levels.includes(risk.postLevel)) return false;
  if (departments.length === 0 && walls.length === 0) return true;
  return departments.includes(risk.department) || walls.includes(risk.wallId);
}

/** Whether nothing has been chosen. */
export function isEveryPost({ levels, departments, walls }: MyPost): boolean {
  return levels.length + departments.length + walls.length === 0;
}

/** Whether a `level department` pair, as pages carry it, belongs to the post. */
export function isPairMine(post: MyPost, pair: string, wallId: string): boolean {
  const [level, department = ''] = pair.split(' ');
  const postLevel = postLevels.find((one) => one === level);
  return postLevel !== undefined && isMine(post, { postLevel, department, wallId });
}

/** As a query string without `?`: `level=普通&dept=财务处&wall=w23`. */
export function postQuery({ levels, departments, walls }: MyPost): string {
  const query = new URLSearchParams();
  for (const level of levels) query.append('level', level);
  for (const department of departments) query.append('dept', department);
  for (const wall of walls) query.append('wall', wall);
  return query.toString();
}

/** Reads what `postQuery` wrote; anything else in the address is left alone. */
export function readPostQuery(query: string): MyPost {
  const params = new URLSearchParams(query);
  return {
    levels: postLevels.filter((level) => params.getAll('level').includes(level)),
    departments: params.getAll('dept'),
    walls: params.getAll('wall').filter((id) => wallIdPattern.test(id)),
  };
}

/** In words: `普通岗位，财务处`. */
export function describePost(post: MyPost, wallName: (id: string) => string): string {
  if (isEveryPost(post)) return '全部岗位';
  const places = [...post.departments, ...post.walls.map((id) => `《${wallName(id)}》`)];
  return [post.levels.map((level) => `${level}岗位`).join('、'), places.join('、')]
    .filter(Boolean)
    .join('，');
}
