import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import { controlPhases, powerClasses } from '../vocabulary.ts';
import { fault } from '../problem/fault.ts';
import { checkOnceEach, checkPlaces } from './places.ts';

/** The page on the three powers: complete, and every rule leads to a wall that exists. */
export function checkSupervision(content: ContentSet): Problem[] {
  const file = content.supervision;
  if (!file) return [];
  const { powers, separations, phases } = file.data;
  const outside = separations.flatMap(({ wall, sides }, i) =>
    sides.flatMap(({ at }, j) =>
      at.flatMap((id, k) =>
        id === wall || id.startsWith(`${wall}-`)
          ? []
          : fault(file, {
              path: ['separations', i, 'sides', j, 'at', k],
              problem: `${id} 不在 ${wall} 这面墙上`,
              remedy: `写 ${wall} 里的步骤；是另一面墙的，另写一条分权`,
            }),
      ),
    ),
  );
  return [
    ...checkOnceEach(
      file,
      ['powers'],
      powerClasses,
      powers.map(({ powerClass }) => powerClass),
    ),
    ...checkOnceEach(
      file,
      ['phases'],
      controlPhases,
      phases.map(({ phase }) => phase),
    ),
    ...checkPlaces(content, file, [
      ...powers.flatMap(({ rules }, i) =>
        rules.flatMap(({ at }, j) =>
          at.map((id, k) => ({ at: id, path: ['powers', i, 'rules', j, 'at', k] })),
        ),
      ),
      ...separations.flatMap(({ wall, sides }, i) => [
        { at: wall, path: ['separations', i, 'wall'] },
        ...sides.flatMap(({ at }, j) =>
          at.map((id, k) => ({ at: id, path: ['separations', i, 'sides', j, 'at', k] })),
        ),
      ]),
    ]),
    ...outside,
  ];
}
