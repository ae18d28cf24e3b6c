import { type NamedWall, stepAnchor } from './wall.ts';
import type { Step, WallSource } from './wallSchema.ts';

/** A wall or a step that other content points to by its id. */
export interface Place {
  readonly slug: string;
  readonly wall: WallSource;
  readonly step?: Step;
  /** Counted from 1; only for steps. */
  readonly stepNumber?: number;
  /** Address of the place inside the site, without a leading slash. */
  readonly path: string;
  /** `第 3 步 张榜公示`, or the power item of the wall. */
  readonly label: string;
}

export type PlaceIndex = ReadonlyMap<string, Place>;

/** Address of a wall inside the site. */
export const wallPath = (slug: string): string => `walls/${slug}/`;

/** Every wall and every step by id. */
export function placeIndex(walls: readonly NamedWall[]): PlaceIndex {
  return new Map(
    walls.flatMap(({ slug, wall }) => [
      [wall.id, { slug, wall, path: wallPath(slug), label: wall.powerItem }] as const,
      ...wall.steps.map(
        (step, i) =>
          [
            step.id,
            {
              slug,
              wall,
              step,
              stepNumber: i + 1,
              path: `${wallPath(slug)}#${stepAnchor(step.id)}`,
              label: `第 ${i + 1} 步 ${step.name}`,
            },
          ] as const,
      ),
    ]),
  );
}

/** Places grouped by their wall, in the order in which the walls first appear. */
export function placesByWall<T extends { readonly place: Place }>(
  placed: readonly T[],
): { readonly slug: string; readonly wall: WallSource; readonly items: readonly T[] }[] {
  const groups = new Map<string, { slug: string; wall: WallSource; items: T[] }>();
  for (const item of placed) {
    const { slug, wall } = item.place;
    const group = groups.get(slug) ?? { slug, wall, items: [] };
    group.items.push(item);
    groups.set(slug, group);
  }
  return [...groups.values()];
}
