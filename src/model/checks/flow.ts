import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import type { Step, WallSource } from '../wall/wallSchema.ts';
import { fault, reminder } from '../problem/fault.ts';

type SourcedWall = Sourced<WallSource>;

/** Ids that can be reached from `from` by following `edges`, `from` included. */
function reach(from: readonly string[], edges: ReadonlyMap<string, readonly string[]>) {
  const seen = new Set(from);
  const queue = [...from];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const next of edges.get(id) ?? []) {
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return seen;
}

function reversed(edges: ReadonlyMap<string, readonly string[]>) {
  const back = new Map<string, string[]>();
  for (const [from, targets] of edges) {
    for (const to of targets) back.set(to, [...(back.get(to) ?? []), from]);
  }
  return back;
}

function checkTargets(wall: SourcedWall): Problem[] {
  const known = new Set([...wall.data.steps, ...wall.data.exits].map(({ id }) => id));
  return wall.data.steps.flatMap((step, i) =>
    step.next.flatMap(({ to }, j) =>
      known.has(to)
        ? []
        : fault(wall, {
            path: ['steps', i, 'next', j, 'to'],
            problem: `“${step.name}”的下一步 ${to} 不存在`,
            remedy: '改成本墙里有的步骤或出口编号，或者补上那一步',
          }),
    ),
  );
}

function checkBranches(wall: SourcedWall, step: Step, index: number): Problem[] {
  const path = ['steps', index] as const;
  const problems: Problem[] = [];
  if (step.next.length === 0 && step.kind !== '办结') {
    problems.push(
      fault(wall, {
        path: [...path, 'next'],
        problem: `“${step.name}”没有去向，流程走到这里就断了`,
        remedy: '写上 next；如果流程在这里结束，把 kind 改成“办结”',
      }),
    );
  }
  if (step.next.length > 1) {
    if (!step.question) {
      problems.push(
        fault(wall, {
          path: [...path, 'question'],
          problem: `“${step.name}”有 ${step.next.length} 个去向，却没有写判断的问题`,
          remedy: '补上 question，例如“材料齐全？”',
        }),
      );
    }
    step.next.forEach(({ label, to }, i) => {
      if (label) return;
      problems.push(
        fault(wall, {
          path: [...path, 'next', i, 'label'],
          problem: `“${step.name}”去往 ${to} 的分支没有写字`,
          remedy: '补上 label，例如“是”“否”“补正”',
        }),
      );
    });
  } else if (step.question || step.kind === '判断') {
    problems.push(
      fault(wall, {
        path: [...path, 'next'],
        problem: `“${step.name}”是一个判断，却只有 ${step.next.length} 个去向`,
        remedy: '写出每一种结果的去向；如果不是判断，删掉 question，kind 不写“判断”',
      }),
    );
  }
  return problems;
}

function checkEnds(wall: SourcedWall): Problem[] {
  const { steps } = wall.data;
  const problems: Problem[] = [];
  steps.forEach((step, i) => {
    if ((step.kind === '开始') !== (i === 0)) {
      problems.push(
        fault(wall, {
          path: ['steps', i, 'kind'],
          problem:
            i === 0 ? '第一步的 kind 不是“开始”' : `“${step.name}”不是第一步，kind 却写“开始”`,
          remedy: i === 0 ? '第一步写“开始”' : '按这一步的性质改写 kind',
        }),
      );
    }
  });
  if (!steps.some(({ kind }) => kind === '办结')) {
    problems.push(
      fault(wall, {
        path: ['steps'],
        problem: '没有一步是“办结”',
        remedy: '把流程正常结束的那一步的 kind 写成“办结”',
      }),
    );
  }
  return problems;
}

function checkReach(wall: SourcedWall): Problem[] {
  const { steps, exits } = wall.data;
  const first = steps[0];
  if (!first) return [];
  const edges = new Map(steps.map(({ id, next }) => [id, next.map(({ to }) => to)]));
  const reachable = reach([first.id], edges);
  const ends = [...exits, ...steps.filter(({ kind }) => kind === '办结')].map(({ id }) => id);
  const canFinish = reach(ends, reversed(edges));
  return [
    ...steps.flatMap((step, i) => [
      ...(reachable.has(step.id)
        ? []
        : [
            fault(wall, {
              path: ['steps', i],
              problem: `“${step.name}”（${step.id}）从第一步走不到`,
              remedy: '在前面某一步的 next 里写上它',
            }),
          ]),
      ...(canFinish.has(step.id)
        ? []
        : [
            fault(wall, {
              path: ['steps', i, 'next'],
              problem: `从“${step.name}”（${step.id}）怎么走都到不了办结或出口，流程在兜圈子`,
              remedy: '给这一圈里的某一步加一个通往办结或出口的分支',
            }),
          ]),
    ]),
    ...exits.flatMap((exit, i) =>
      reachable.has(exit.id)
        ? []
        : [
            fault(wall, {
              path: ['exits', i],
              problem: `出口“${exit.name}”（${exit.id}）没有哪一步走得到`,
              remedy: '在某一步的 next 里写上它，或者删掉这个出口',
            }),
          ],
    ),
  ];
}

function checkTransfers({ walls }: ContentSet, wall: SourcedWall): Problem[] {
  const known = new Set(walls.map(({ data }) => data.id));
  return wall.data.exits.flatMap((exit, i) => {
    const path = ['exits', i, 'wall'];
    if (exit.kind === '转出' && exit.wall === undefined) {
      // Most such exits leave for the police or the courts, which have no wall; only a wall that
      // the exit names itself was forgotten.
      const named = walls.find(
        ({ data }) =>
          data.id !== wall.data.id && `${exit.name}，${exit.note}`.includes(data.powerItem),
      );
      return named
        ? reminder(wall, {
            kind: '出口没有接上',
            path,
            problem: `出口“${exit.name}”提到“${named.data.powerItem}”，却没有写转到哪一面墙`,
            remedy: `补上 wall: ${named.data.id}`,
          })
        : [];
    }
    if (exit.kind === '终止' && exit.wall !== undefined) {
      return fault(wall, {
        path,
        problem: `出口“${exit.name}”是终止，却写了转到 ${exit.wall}`,
        remedy: '把 kind 改成“转出”，或者删掉 wall',
      });
    }
    if (exit.wall !== undefined && !known.has(exit.wall)) {
      return reminder(wall, {
        kind: '出口没有接上',
        path,
        problem: `出口“${exit.name}”转到 ${exit.wall}，这面墙还没有编`,
        remedy: '页面会写“编制中”；墙编好以后自动变成链接',
      });
    }
    return [];
  });
}

/** The flow holds together: every step is reached, can finish, and says where its branches lead. */
export function checkFlow(content: ContentSet): Problem[] {
  return content.walls.flatMap((wall) => {
    const dangling = checkTargets(wall);
    return [
      ...dangling,
      ...wall.data.steps.flatMap((step, i) => checkBranches(wall, step, i)),
      ...checkEnds(wall),
      // A dangling target would make everything behind it look unreachable: one fault, one message.
      ...(dangling.length > 0 ? [] : checkReach(wall)),
      ...checkTransfers(content, wall),
    ];
  });
}
