import type { Problem } from '../problem.ts';
import type { ContentSet } from '../site.ts';
import { postLevels } from '../vocabulary.ts';
import { fault } from './fault.ts';

/** Each wall tells the three post levels, and names departments as the bureau's list does. */
export function checkPosts({ walls, bureau }: ContentSet): Problem[] {
  const departments = new Set(bureau.data.departments.map(({ name }) => name));
  return walls.flatMap((wall) => {
    const { posts, leadDepartments, coDepartments, steps } = wall.data;
    const levelFaults = postLevels.flatMap((level) => {
      const count = posts.filter((post) => post.level === level).length;
      return count === 1
        ? []
        : [
            fault(wall, {
              path: ['posts'],
              problem: `岗位层级“${level}”写了 ${count} 项`,
              remedy: '领导、中层、普通各写一项',
            }),
          ];
    });
    const named = [
      ...leadDepartments.map((name, i) => ({ name, path: ['leadDepartments', i] })),
      ...coDepartments.map((name, i) => ({ name, path: ['coDepartments', i] })),
      ...steps.flatMap((step, i) =>
        step.risks.map(({ department }, j) => ({
          name: department,
          path: ['steps', i, 'risks', j, 'department'],
        })),
      ),
    ];
    const unknown = named.flatMap(({ name, path }) =>
      departments.has(name)
        ? []
        : [
            fault(wall, {
              path,
              problem: `处室“${name}”不在名单里`,
              remedy: `改成 ${bureau.file} 里 departments 的名称，或者在那里加上它`,
            }),
          ],
    );
    return [...levelFaults, ...unknown];
  });
}
