import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import { isExternal } from '../post/bureauSchema.ts';
import { postLevels } from '../vocabulary.ts';
import type { WallSource } from '../wall/wallSchema.ts';
import { reminder } from '../problem/fault.ts';

/** Shorter names of posts (“专家”) stand in too many words to prove that somebody is known. */
const tellingLength = 3;

function checkDepartments({ bureau, walls }: ContentSet): Problem[] {
  const withRisks = new Set(
    walls.flatMap(({ data }) => data.steps.flatMap(({ risks }) => risks.map((r) => r.department))),
  );
  return bureau.data.departments.flatMap((department, i) =>
    // A body that meets has members, whose risks stand where they work.
    isExternal(department) || department.group === '议事机构' || withRisks.has(department.name)
      ? []
      : reminder(bureau, {
          kind: '处室和岗位没有风险点',
          path: ['departments', i],
          problem: `处室“${department.name}”在全部墙上没有一个风险点`,
          remedy: '排查有没有漏；外单位写 group: 外单位；确实没有的不用管',
        }),
  );
}

function checkPostLevels({ walls, bureau }: ContentSet): Problem[] {
  // Where the bureau insists on it, it is a fault; see standards.ts.
  if (bureau.data.wallStandards?.needsEveryPostLevel) return [];
  return walls.flatMap((wall) => {
    const risks = wall.data.steps.flatMap((step) => step.risks);
    return postLevels.flatMap((level) =>
      risks.some(({ postLevel }) => postLevel === level)
        ? []
        : reminder(wall, {
            kind: '处室和岗位没有风险点',
            path: ['posts', wall.data.posts.findIndex((post) => post.level === level)],
            problem: `“${level}”这一级岗位没有风险点`,
            remedy: '三级岗位都要排查，补上这一级的风险点',
          }),
    );
  });
}

/** True when one character of `a` was replaced, left out or put in to make `b`. */
function isOneSlipApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (a === b || long.length - short.length > 1) return false;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head += 1;
  const rest = short.length === long.length ? short.slice(head + 1) : short.slice(head);
  return long.slice(head + 1) === rest;
}

/** Words in which somebody is named: departments, posts of risks, and who does the steps. */
function knownNames({ bureau, walls, posts: files }: ContentSet): {
  departments: string[];
  others: string[];
} {
  const steps = walls.flatMap(({ data }) => data.steps);
  const actors = steps.flatMap(({ actor }) => actor.split(/[、，；和与]/));
  const posts = files.flatMap(({ data }) =>
    data.posts.flatMap(({ name, aliases }) => [name, ...aliases]),
  );
  return {
    departments: bureau.data.departments.map(({ name }) => name),
    others: [...new Set([...actors, ...posts])].filter((name) => name.length >= tellingLength),
  };
}

function checkWhoActs(
  wall: Sourced<WallSource>,
  { departments, others }: ReturnType<typeof knownNames>,
): Problem[] {
  const problems: Problem[] = [];
  const unknown = new Map<string, (string | number)[]>();
  wall.data.steps.forEach((step, i) =>
    step.risks.forEach((risk, j) =>
      risk.controls.forEach(({ by }, k) => {
        const path = ['steps', i, 'risks', j, 'controls', k, 'by'];
        if (departments.some((name) => by.includes(name))) return;
        const meant = departments.find((name) => name.length > 3 && isOneSlipApart(name, by));
        if (meant) {
          problems.push(
            reminder(wall, {
              kind: '措施由谁来做查不到',
              path,
              problem: `${risk.id} 的执行人“${by}”和处室“${meant}”只差一个字`,
              remedy: `写错了就改成“${meant}”`,
            }),
          );
          return;
        }
        if (others.some((name) => by.includes(name) || name.includes(by))) return;
        // “同组执法员” is known where there is a “片区执法员”: the ending names the post.
        if (others.some((name) => name.endsWith(by.slice(-tellingLength)))) return;
        if (!unknown.has(by)) unknown.set(by, path);
      }),
    ),
  );
  const [first] = unknown.values();
  if (first) {
    problems.push(
      reminder(wall, {
        kind: '措施由谁来做查不到',
        path: first,
        problem: `${unknown.size} 个执行人查不到：${[...unknown.keys()].join('、')}`,
        remedy:
          '写成名单里的处室或者墙上的岗位；外单位的，加进 content/bureau.yaml 的 departments 并写 group: 外单位',
      }),
    );
  }
  return problems;
}

/** A template for every level of post, for the group, and for the family: whatever the bureau uses at all. */
function checkLetterLevels({ letters, bureau }: ContentSet): Problem[] {
  const personal = letters.filter(({ data }) => data.kind === '个人');
  if (letters.length === 0) return [];
  return postLevels.flatMap((level) =>
    personal.some(({ data }) => data.postLevel === level)
      ? []
      : reminder(personal[0] ?? letters[0] ?? bureau, {
          kind: '承诺书缺口',
          path: ['postLevel'],
          problem: `“${level}”这一级岗位没有承诺书`,
          remedy: `在 content/letters/ 里加一个 postLevel: ${level} 的文件`,
        }),
  );
}

/** Nobody who acts is left out: departments, levels of posts, those who carry out the controls. */
export function checkCoverage(content: ContentSet): Problem[] {
  const known = knownNames(content);
  return [
    ...checkDepartments(content),
    ...checkPostLevels(content),
    ...content.walls.flatMap((wall) => checkWhoActs(wall, known)),
    ...checkLetterLevels(content),
  ];
}
