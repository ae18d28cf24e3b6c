import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import type { Technology } from '../technology/technologySchema.ts';
import { fault, reminder } from '../problem/fault.ts';
import { checkPlaces } from './places.ts';

/** The steps of walls name systems that the content knows. */
function checkStepSystems({ walls, technology }: ContentSet): Problem[] {
  const known = technology?.data.systems.map(({ name }) => name) ?? [];
  return walls.flatMap((wall) =>
    wall.data.steps.flatMap(({ system }, i) =>
      system === undefined || known.includes(system)
        ? []
        : fault(wall, {
            path: ['steps', i, 'system'],
            problem: `没有叫“${system}”的信息系统`,
            remedy: technology
              ? `写成这里面的一个：${known.join('、')}；新的系统先加进 ${technology.file} 的 systems`
              : '先在 content/technology.yaml 的 systems 里写上它；没有系统的步骤不写 system',
          }),
    ),
  );
}

/** Each system once, each in the chain, the chain made of no others. */
function checkSystems(file: Sourced<Technology>): Problem[] {
  const { chain, systems } = file.data;
  const names = systems.map(({ name }) => name);
  const chained = new Set(chain.flatMap((link) => link.systems));
  return [
    ...names.flatMap((name, i) =>
      names.indexOf(name) === i
        ? []
        : fault(file, {
            path: ['systems', i, 'name'],
            problem: `“${name}”写了两项`,
            remedy: '合成一项，或者写成各自的全称',
          }),
    ),
    ...chain.flatMap((link, i) =>
      link.systems.flatMap((name, j) =>
        names.includes(name)
          ? []
          : fault(file, {
              path: ['chain', i, 'systems', j],
              problem: `没有叫“${name}”的信息系统`,
              remedy: `写成 systems 里的一个：${names.join('、')}`,
            }),
      ),
    ),
    ...names.flatMap((name) =>
      chained.has(name)
        ? []
        : reminder(file, {
            path: ['chain'],
            problem: `“${name}”不在链条的任何一段里`,
            remedy: '在它管的那一段的 systems 里补上',
          }),
    ),
  ];
}

/** The page on technology, and the systems that walls name: the content decides which there are. */
export function checkTechnology(content: ContentSet): Problem[] {
  const file = content.technology;
  if (!file) return checkStepSystems(content);
  const { practices, systems } = file.data;
  const used = new Set(content.walls.flatMap(({ data }) => data.steps.map(({ system }) => system)));
  return [
    ...checkStepSystems(content),
    ...checkSystems(file),
    ...checkPlaces(
      content,
      file,
      practices.flatMap(({ at }, i) =>
        at.map((id, j) => ({ at: id, path: ['practices', i, 'at', j] })),
      ),
    ),
    ...systems.flatMap(({ name }, i) =>
      used.has(name)
        ? []
        : reminder(file, {
            path: ['systems', i],
            problem: `没有哪面墙的哪一步写了“${name}”`,
            remedy: '用得着它的步骤，在墙里补上 system',
          }),
    ),
  ];
}
