import { isPlaceMine, type MyPost } from './myPost.ts';

/** A wall as the index of walls carries it: who leads it, and whose its steps and risks are. */
export interface PlacedWall {
  readonly id: string;
  readonly leadDepartments: readonly string[];
  /** Each as `placeText` writes it. */
  readonly places: readonly string[];
}

/**
 * The walls on which the post does a step or has a risk, those of its own department first, then
 * those with more of it. Walls that are equal in this keep their order.
 */
export function myWalls<Wall extends PlacedWall>(post: MyPost, walls: readonly Wall[]): Wall[] {
  const departments = new Set(post.departments);
  for (const place of walls.flatMap(({ places }) => places)) {
    const [, department = '', ...posts] = place.split(' ');
    if (posts.some((ref) => post.posts.includes(ref))) departments.add(department);
  }
  const isOwn = ({ leadDepartments }: Wall) =>
    leadDepartments.some((department) => departments.has(department));
  return walls
    .map((wall) => ({
      wall,
      count: wall.places.filter((place) =>
        isPlaceMine(post, place, { wallId: wall.id, leadDepartments: wall.leadDepartments }),
      ).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => Number(isOwn(b.wall)) - Number(isOwn(a.wall)) || b.count - a.count)
    .map(({ wall }) => wall);
}
