import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import { postLevelEntries, postLevels } from '../vocabulary.ts';
import { fault } from '../problem/fault.ts';

/** Ids of departments are addresses: each stands for one page, and the pages of the levels are there too. */
function checkDepartmentList({ bureau }: ContentSet): Problem[] {
  const { departments } = bureau.data;
  const taken = [...postLevels.map((level) => postLevelEntries[level].code), 'catalogue'];
  return departments.flatMap(({ id, name }, i): Problem[] => {
    const sameId = departments.findIndex((other) => other.id === id);
    const sameName = departments.findIndex((other) => other.name === name);
    const at = (field: string, problem: string, remedy: string) =>
      fault(bureau, { path: ['departments', i, field], problem, remedy });
    return [
      ...(taken.includes(id) ? [at('id', `编号 ${id} 是别的页的网址`, '换一个编号')] : []),
      ...(sameId < i
        ? [
            at(
              'id',
              `编号 ${id} 和第 ${sameId + 1} 个处室的一样`,
              '换一个编号；已经印出去的那个不动',
            ),
          ]
        : []),
      ...(sameName < i
        ? [at('name', `处室“${name}”写了两次`, '删掉一个，或者写成各自的全称')]
        : []),
    ];
  });
}

/** Papers go to the discipline office; its name is that of a department, so that both change together. */
function checkDisciplineOffice({ bureau }: ContentSet): Problem[] {
  const { disciplineOffice, departments } = bureau.data;
  if (departments.some(({ name }) => name === disciplineOffice)) return [];
  return [
    fault(bureau, {
      path: ['disciplineOffice'],
      problem: `“${disciplineOffice}”不在 departments 里`,
      remedy: '写成 departments 里的一个名称；名称改了，两处一起改',
    }),
  ];
}

/** Each wall tells the three post levels, and names departments as the bureau's list does. */
export function checkPosts(content: ContentSet): Problem[] {
  return [
    ...checkDepartmentList(content),
    ...checkDisciplineOffice(content),
    ...checkWallPosts(content),
  ];
}

function checkWallPosts({ walls, bureau }: ContentSet): Problem[] {
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
