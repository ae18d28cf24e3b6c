import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import { informationSystems } from '../vocabulary.ts';
import { reminder } from '../problem/fault.ts';
import { checkOnceEach, checkPlaces } from './places.ts';

/** The page on technology: all seven systems once, each in the chain and used on some wall. */
export function checkTechnology(content: ContentSet): Problem[] {
  const file = content.technology;
  if (!file) return [];
  const { practices, chain, systems } = file.data;
  const used = new Set(content.walls.flatMap(({ data }) => data.steps.map(({ system }) => system)));
  const chained = new Set(chain.flatMap((link) => link.systems));
  return [
    ...checkOnceEach(
      file,
      ['systems'],
      informationSystems,
      systems.map(({ name }) => name),
    ),
    ...checkPlaces(
      content,
      file,
      practices.flatMap(({ at }, i) =>
        at.map((id, j) => ({ at: id, path: ['practices', i, 'at', j] })),
      ),
    ),
    ...informationSystems.flatMap((name) => [
      ...(chained.has(name)
        ? []
        : [
            reminder(file, {
              path: ['chain'],
              problem: `“${name}”不在链条的任何一段里`,
              remedy: '在它管的那一段的 systems 里补上',
            }),
          ]),
      ...(used.has(name)
        ? []
        : [
            reminder(file, {
              path: ['systems'],
              problem: `没有哪面墙的哪一步写了“${name}”`,
              remedy: '用得着它的步骤，在墙里补上 system',
            }),
          ]),
    ]),
  ];
}
