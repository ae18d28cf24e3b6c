import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import {
  fullPostName,
  postCatalogue,
  type CataloguePost,
  type NamedDepartmentPosts,
} from '../post/catalogue.ts';
import type { DepartmentPosts } from '../post/postSchema.ts';
import { fault, reminder } from '../problem/fault.ts';
import type { Problem } from '../problem/problem.ts';
import { nearestNames } from '../text/nearest.ts';
import type { Risk, WallSource } from '../wall/wallSchema.ts';

/** The catalogue as checks and pages build it from the files. */
export function catalogueOf({ bureau, posts }: Pick<ContentSet, 'bureau' | 'posts'>) {
  const files = posts.map(({ name, data }): NamedDepartmentPosts => ({ ...data, id: name }));
  return postCatalogue(bureau.data, files);
}

/** A file stands for a department; within it nobody is told apart twice. */
function checkFile(file: Sourced<DepartmentPosts>, { bureau }: ContentSet): Problem[] {
  const isKnown = bureau.data.departments.some(({ id }) => id === file.name);
  const problems: Problem[] = isKnown
    ? []
    : [
        fault(file, {
          path: ['posts'],
          problem: `${bureau.file} 里没有编号为 ${file.name} 的处室`,
          remedy: '文件名写成处室的编号，或者在 departments 里加上这个处室',
        }),
      ];
  const ids = new Set<string>();
  const names = new Map<string, string>();
  file.data.posts.forEach(({ id, name, aliases }, i) => {
    if (ids.has(id)) {
      problems.push(
        fault(file, {
          path: ['posts', i, 'id'],
          problem: `岗位编号 ${id} 写了两次`,
          remedy: '换一个没有用过的编号；已经发布的那一个不要动',
        }),
      );
    }
    ids.add(id);
    [name, ...aliases].forEach((one, k) => {
      const other = names.get(one);
      if (other !== undefined) {
        problems.push(
          fault(file, {
            path: k === 0 ? ['posts', i, 'name'] : ['posts', i, 'aliases', k - 1],
            problem: `“${one}”既是“${other}”又是“${name}”，名册上的人分不清归哪一个`,
            remedy: '是同一个岗位就合并；不是的，别名只留在真正这么叫的那一个',
          }),
        );
      }
      names.set(one, name);
    });
  });
  return problems;
}

/** `地籍处只有：…` with the nearest first. */
function nearestOf(name: string, posts: readonly CataloguePost[]): string {
  const near = nearestNames(name, posts);
  const shown = near.length > 0 ? near : posts.slice(0, 3).map((post) => post.name);
  return shown.join('、');
}

function checkRiskPosts(
  wall: Sourced<WallSource>,
  risk: Risk,
  path: readonly (string | number)[],
  catalogue: readonly CataloguePost[],
  departments: ReadonlySet<string>,
): Problem[] {
  if (!departments.has(risk.department)) return []; // Said once, of the department.
  const own = catalogue.filter(({ department }) => department.name === risk.department);
  return risk.posts.flatMap((name, k): Problem[] => {
    const at = [...path, 'posts', k];
    const post = own.find((one) => one.name === name);
    if (risk.posts.indexOf(name) < k) {
      return [fault(wall, { path: at, problem: `岗位“${name}”写了两次`, remedy: '删掉一个' })];
    }
    if (post) {
      if (post.level === risk.postLevel) return [];
      return [
        fault(wall, {
          path: at,
          problem: `${risk.id} 写的是${risk.postLevel}岗位，“${name}”在岗位目录里是${post.level}岗位`,
          remedy: `改 postLevel，或者改成${risk.department}的${risk.postLevel}岗位`,
        }),
      ];
    }
    const meant = own.find(({ aliases }) => aliases.includes(name));
    const elsewhere = catalogue.filter((one) => one.name === name);
    return [
      fault(wall, {
        path: at,
        problem: `${risk.department}的岗位目录里没有“${name}”`,
        remedy: meant
          ? `写它的正式名称“${meant.name}”`
          : elsewhere.length > 0 && own.length === 0
            ? `“${name}”是${elsewhere.map(({ department }) => department.name).join('、')}的岗位，处室写错了就改处室`
            : own.length > 0
              ? `相近的有：${nearestOf(name, own)}；都不是的，在 content/posts/ 里加上它`
              : `在 content/posts/ 里给${risk.department}加一个文件，列出它的岗位`,
      }),
    ];
  });
}

function checkStepPosts(wall: Sourced<WallSource>, catalogue: readonly CataloguePost[]): Problem[] {
  const known = catalogue.map((post) => ({
    name: fullPostName(post),
    aliases: post.aliases.map((alias) => `${post.department.name}/${alias}`),
  }));
  const names = new Set(known.map(({ name }) => name));
  return wall.data.steps.flatMap(({ posts }, i) =>
    posts.flatMap((name, k) =>
      names.has(name)
        ? []
        : fault(wall, {
            path: ['steps', i, 'posts', k],
            problem: `岗位目录里没有“${name}”`,
            remedy: `写成处室/岗位；相近的有：${nearestNames(name, known).join('、') || '没有'}`,
          }),
    ),
  );
}

/** A post that no wall speaks of was forgotten, or says that it has none. */
function checkEmptyPosts(file: Sourced<DepartmentPosts>, { walls, bureau }: ContentSet): Problem[] {
  const department = bureau.data.departments.find(({ id }) => id === file.name)?.name;
  const named = new Set(
    walls.flatMap(({ data }) =>
      data.steps.flatMap(({ risks }) =>
        risks.filter((risk) => risk.department === department).flatMap(({ posts }) => posts),
      ),
    ),
  );
  return file.data.posts.flatMap(({ name, hasNoRisk }, i): Problem[] => {
    if (named.has(name) !== hasNoRisk) return [];
    return [
      hasNoRisk
        ? fault(file, {
            path: ['posts', i, 'hasNoRisk'],
            problem: `“${name}”写着没有风险点，墙上却有它的风险点`,
            remedy: '删掉 hasNoRisk',
          })
        : // Not a fault: a wall that goes back to a draft takes the risks of its posts with it.
          reminder(file, {
            kind: '处室和岗位没有风险点',
            path: ['posts', i, 'name'],
            problem: `“${name}”在各面墙上没有一个风险点`,
            remedy: '排查有没有漏；确实没有的写 hasNoRisk: true；没有这个岗位的删掉它',
          }),
    ];
  });
}

/**
 * The catalogue of posts and those who are named from it: every post of a risk and of a step exists,
 * its department and level fit, and no post is twice under two names or without risk by oversight.
 */
export function checkCatalogue(content: ContentSet): Problem[] {
  const catalogue = catalogueOf(content);
  const departments = new Set(content.bureau.data.departments.map(({ name }) => name));
  return [
    ...content.posts.flatMap((file) => [
      ...checkFile(file, content),
      ...checkEmptyPosts(file, content),
    ]),
    ...content.walls.flatMap((wall) => [
      ...wall.data.steps.flatMap((step, i) =>
        step.risks.flatMap((risk, j) =>
          checkRiskPosts(wall, risk, ['steps', i, 'risks', j], catalogue, departments),
        ),
      ),
      ...checkStepPosts(wall, catalogue),
    ]),
  ];
}
