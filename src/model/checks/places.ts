import { wallOfId } from '../fields/ids.ts';
import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import { fault } from '../problem/fault.ts';

type Path = readonly (string | number)[];

/** An id of a wall or step with its place in the file that points to it. */
export interface PlacedReference {
  readonly at: string;
  readonly path: Path;
}

/** Walls and steps that other content points to must exist. */
export function checkPlaces(
  { walls }: Pick<ContentSet, 'walls'>,
  file: Sourced<unknown>,
  references: readonly PlacedReference[],
): Problem[] {
  const wallIds = new Set(walls.map(({ data }) => data.id));
  const stepIds = new Set(walls.flatMap(({ data }) => data.steps.map(({ id }) => id)));
  return references.flatMap(({ at, path }): Problem[] => {
    if (wallIds.has(at) || stepIds.has(at)) return [];
    const wallId = wallOfId(at);
    return [
      wallIds.has(wallId)
        ? fault(file, {
            path,
            problem: `步骤 ${at} 不存在`,
            remedy: `改成 ${wallId} 这面墙里有的步骤编号，或者只写墙的编号`,
          })
        : fault(file, {
            path,
            problem: `墙 ${wallId} 不存在，或者还是草稿`,
            remedy: '写一面已经发布的墙的编号；墙还没有编好的，先不写这一条',
          }),
    ];
  });
}

/** Each name of a closed list stands exactly once. */
export function checkOnceEach<T extends string>(
  file: Sourced<unknown>,
  path: Path,
  wanted: readonly T[],
  found: readonly T[],
): Problem[] {
  return wanted.flatMap((name) => {
    const count = found.filter((one) => one === name).length;
    return count === 1
      ? []
      : fault(file, {
          path,
          problem: `“${name}”写了 ${count} 项`,
          remedy: `${wanted.join('、')}各写一项`,
        });
  });
}
