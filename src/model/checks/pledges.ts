import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import { pledgesFrom, type Pledge } from '../letter/pledges.ts';
import type { DepartmentPledges } from '../letter/pledgeSchema.ts';
import { pledgesOfPost, unfitWords } from '../letter/pledgeWords.ts';
import type { CataloguePost } from '../post/catalogue.ts';
import { fault, reminder } from '../problem/fault.ts';
import type { Problem } from '../problem/problem.ts';
import { nearestNames } from '../text/nearest.ts';
import { alikePairs } from '../text/similarity.ts';
import type { Risk } from '../wall/wallSchema.ts';
import { catalogueOf } from './catalogue.ts';

/** Two pledges that share so many of their pairs of characters say the same. */
const alikeLimit = 0.4;

/** All pledges as letters use them. */
export function pledgesOf(
  { pledges }: Pick<ContentSet, 'pledges'>,
  catalogue: readonly CataloguePost[],
): Pledge[] {
  return pledgesFrom(
    catalogue,
    pledges.map(({ name, data }) => ({ ...data, id: name })),
  );
}

/** Each pledge by itself: its words, its posts, the risks that it says it answers. */
function checkEach(
  file: Sourced<DepartmentPledges>,
  own: readonly CataloguePost[],
  risks: ReadonlyMap<string, Risk>,
): Problem[] {
  const ids = file.data.pledges.map(({ id }) => id);
  return file.data.pledges.flatMap(({ id, posts, heading, text, risks: answers }, i) => {
    const problems: Problem[] = [];
    const say = (path: readonly (string | number)[], problem: string, remedy: string) =>
      problems.push(fault(file, { path: ['pledges', i, ...path], problem, remedy }));
    if (ids.indexOf(id) < i) {
      say(['id'], `编号 ${id} 写了两次`, '换一个没有用过的编号；已经发布的那一个不要动');
    }
    for (const { pattern, remedy } of unfitWords) {
      const found = pattern.exec(heading + text)?.[0];
      if (found) say(['text'], `承诺里有“${found}”，不像单位存档的文字`, remedy);
    }
    posts.forEach((name, k) => {
      if (!own.some((post) => post.name === name)) {
        const near = nearestNames(name, own).join('、');
        say(
          ['posts', k],
          `岗位目录里没有“${name}”`,
          near ? `相近的有：${near}` : '写这个处室岗位目录里的名称',
        );
      }
    });
    const isOwn = (risk: Risk | undefined) =>
      risk !== undefined &&
      own.some(({ department }) => department.name === risk.department) &&
      risk.posts.some((name) => posts.includes(name));
    answers.forEach((riskId, k) => {
      if (!isOwn(risks.get(riskId))) {
        say(
          ['risks', k],
          risks.has(riskId)
            ? `${riskId} 不是${posts.join('、')}的风险点`
            : `风险点 ${riskId} 不存在，或者那面墙还是草稿`,
          '只写这几个岗位自己的风险点',
        );
      }
    });
    return problems;
  });
}

/** Each post has two to four pledges of its own, and every 一类 risk is answered by one. */
function checkPosts(
  file: Sourced<DepartmentPledges>,
  own: readonly CataloguePost[],
  risks: readonly Risk[],
): Problem[] {
  return own.flatMap(({ name, department, level, hasNoRisk }): Problem[] => {
    const pledges = file.data.pledges.filter(({ posts }) => posts.includes(name));
    const grave = risks.filter(
      (risk) =>
        risk.grade === '一类' && risk.department === department.name && risk.posts.includes(name),
    );
    const missing = grave.filter(({ id }) => !pledges.some((one) => one.risks.includes(id)));
    const problems = missing.map(({ id, title }) =>
      fault(file, {
        path: ['pledges'],
        problem: `“${name}”的一类风险 ${id}（${title}）没有一条承诺回答`,
        remedy: '给这个岗位加一条承诺，或者把编号写进回答得了它的那一条',
      }),
    );
    // A leader takes those of the walls that he is in charge of, so there may be many.
    const most = level === '领导' ? Infinity : pledgesOfPost.most;
    if (!hasNoRisk && (pledges.length < pledgesOfPost.least || pledges.length > most)) {
      problems.push(
        reminder(file, {
          kind: '承诺书缺口',
          path: ['pledges'],
          problem: `“${name}”有 ${pledges.length} 条自己的承诺`,
          remedy: `每个岗位写 ${pledgesOfPost.least} 到 ${pledgesOfPost.most} 条`,
        }),
      );
    }
    return problems;
  });
}

/** Who has written a pledge does not see how it reads; somebody else signs it off. */
function checkRead(file: Sourced<DepartmentPledges>): Problem[] {
  const unread = file.data.pledges.filter(({ readOn }) => readOn === undefined);
  if (unread.length === 0) return [];
  return [
    reminder(file, {
      kind: '承诺书缺口',
      path: ['pledges', file.data.pledges.findIndex((one) => one === unread[0])],
      problem: `${unread.length} 条承诺还没有第二个人读过：${unread.map(({ heading }) => heading).join('、')}`,
      remedy: '请没有参加起草的人读一遍，同意印的写上 readOn: 日期',
    }),
  ];
}

/** Once pledges are written at all, no department with risks is left out. */
function checkMissing({ pledges, bureau, posts }: ContentSet): Problem[] {
  if (pledges.length === 0) return [];
  const written = new Set(pledges.map(({ name }) => name));
  return posts.flatMap((file) => {
    const isWanted = file.data.posts.some(({ hasNoRisk }) => !hasNoRisk);
    const name = bureau.data.departments.find(({ id }) => id === file.name)?.name ?? file.name;
    if (!isWanted || written.has(file.name)) return [];
    return reminder(file, {
      kind: '承诺书缺口',
      path: ['posts'],
      problem: `${name}的岗位没有自己的承诺，承诺书上只有人人都有的几条`,
      remedy: `写 content/letters/pledges/${file.name}.yaml`,
    });
  });
}

function checkAlike(files: ContentSet['pledges']): Problem[] {
  const all = files.flatMap((file) =>
    file.data.pledges.map((pledge, i) => ({ file, pledge, path: ['pledges', i, 'text'] })),
  );
  return alikePairs(
    all.map(({ pledge }) => pledge.text),
    alikeLimit,
  ).flatMap(({ first, second }) => {
    const [a, b] = [all[first], all[second]];
    if (!a || !b) return [];
    return fault(b.file, {
      path: b.path,
      problem: `和 ${a.file.name} 的 ${a.pledge.id} 说的是同一件事`,
      remedy: '两个岗位做一样的事，合写一条（同一处室的把岗位都写上）；不一样的，写出不一样的动作',
    });
  });
}

/** Pledges of a post are its own, answer its gravest risks, and read like a document of an office. */
export function checkPledges(content: ContentSet): Problem[] {
  const catalogue = catalogueOf(content);
  const risks = content.walls.flatMap(({ data }) => data.steps.flatMap((step) => step.risks));
  const byId = new Map(risks.map((risk) => [risk.id, risk]));
  return [
    ...content.pledges.flatMap((file) => {
      const own = catalogue.filter(({ department }) => department.id === file.name);
      return own.length === 0
        ? fault(file, {
            path: ['pledges'],
            problem: `content/posts/ 里没有 ${file.name} 的岗位`,
            remedy: '文件名写成处室的编号，先在 content/posts/ 里列出它的岗位',
          })
        : [...checkEach(file, own, byId), ...checkPosts(file, own, risks), ...checkRead(file)];
    }),
    ...checkAlike(content.pledges),
    ...checkMissing(content),
  ];
}
