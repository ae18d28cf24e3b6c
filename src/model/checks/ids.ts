import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import type { WallSource } from '../wall/wallSchema.ts';
import { fault } from '../problem/fault.ts';

interface PlacedId {
  readonly wall: Sourced<WallSource>;
  readonly id: string;
  readonly path: readonly (string | number)[];
}

function placedIds(wall: Sourced<WallSource>): PlacedId[] {
  const { id, steps, exits } = wall.data;
  return [
    { wall, id, path: ['id'] },
    ...steps.flatMap((step, i) => [
      { wall, id: step.id, path: ['steps', i, 'id'] },
      ...step.risks.map((risk, j) => ({ wall, id: risk.id, path: ['steps', i, 'risks', j, 'id'] })),
    ]),
    ...exits.map((exit, i) => ({ wall, id: exit.id, path: ['exits', i, 'id'] })),
  ];
}

/** Ids are unique across all files and carry the id of their wall, so that they can be cited on paper. */
export function checkIds({ walls }: ContentSet): Problem[] {
  const firstUse = new Map<string, Sourced<WallSource>>();
  const problems: Problem[] = [];
  for (const { wall, id, path } of walls.flatMap(placedIds)) {
    const earlier = firstUse.get(id);
    if (earlier) {
      problems.push(
        fault(wall, {
          path,
          problem: `编号 ${id} 重复，${earlier === wall ? '本文件前面' : earlier.file} 已经用了`,
          remedy: '换一个没有用过的编号；已经发布的那一个不要动',
        }),
      );
    } else {
      firstUse.set(id, wall);
    }
    if (id !== wall.data.id && !id.startsWith(`${wall.data.id}-`)) {
      problems.push(
        fault(wall, {
          path,
          problem: `编号 ${id} 不是以本墙的编号 ${wall.data.id} 开头`,
          remedy: `改成 ${wall.data.id}- 开头的编号`,
        }),
      );
    }
  }
  return problems;
}
