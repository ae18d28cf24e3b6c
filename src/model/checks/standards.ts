import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import { fault } from '../problem/fault.ts';
import type { Problem } from '../problem/problem.ts';
import { categories, controlPhases, grades, postLevels } from '../vocabulary.ts';
import { placedRisks } from '../wall/wall.ts';
import type { Risk, WallSource } from '../wall/wallSchema.ts';
import type { WallStandards } from '../wall/wallStandards.ts';

type SourcedWall = Sourced<WallSource>;

const where = '这一条要求写在 content/bureau.yaml 的 wallStandards 里';

/** How often the flow leads back to a step that came before, or to the same one. */
function returnsOf({ steps }: WallSource): number {
  const order = new Map(steps.map(({ id }, i) => [id, i]));
  const isBack = (to: string, i: number) => (order.get(to) ?? Infinity) <= i;
  return steps.flatMap(({ next }, i) => next.filter(({ to }) => isBack(to, i))).length;
}

interface Amount {
  readonly standard: 'stepsMin' | 'risksMin' | 'branchesMin' | 'returnsMin' | 'exitsMin';
  readonly field: 'steps' | 'exits';
  readonly count: (wall: WallSource) => number;
  readonly said: (count: number | string) => string;
  readonly remedy: string;
}

/** What there has to be enough of. */
const amounts: readonly Amount[] = [
  {
    standard: 'stepsMin',
    field: 'steps',
    count: ({ steps }) => steps.length,
    said: (count) => `${count} 步`,
    remedy: '把并在一起的环节分开写',
  },
  {
    standard: 'risksMin',
    field: 'steps',
    count: (wall) => placedRisks(wall).length,
    said: (count) => `${count} 个风险点`,
    remedy: '一步一步再排查：谁能在这里做手脚',
  },
  {
    standard: 'branchesMin',
    field: 'steps',
    count: ({ steps }) => steps.filter(({ next }) => next.length > 1).length,
    said: (count) => `${count} 步有分支`,
    remedy: '找出结果不止一种的步骤，写上 question 和几个 next',
  },
  {
    standard: 'returnsMin',
    field: 'steps',
    count: returnsOf,
    said: (count) => `${count} 处退回前面的步骤`,
    remedy: '补正、重审这样的，在 next 里写回前面那一步',
  },
  {
    standard: 'exitsMin',
    field: 'exits',
    count: ({ exits }) => exits.length,
    said: (count) => `${count} 个出口`,
    remedy: '不予受理、终止、转出这样的，写进 exits',
  },
];

function checkAmounts(wall: SourcedWall, standards: WallStandards): Problem[] {
  const tooFew = amounts.flatMap(({ standard, field, count, said, remedy }) => {
    const [found, least] = [count(wall.data), standards[standard] ?? 0];
    return found >= least
      ? []
      : fault(wall, {
          path: [field],
          problem: `只有 ${said(found)}，本单位要求至少 ${said(least)}`,
          remedy: `${remedy}；${where}`,
        });
  });
  const steps = wall.data.steps.length;
  const { stepsMax = steps } = standards;
  if (steps <= stepsMax) return tooFew;
  return [
    ...tooFew,
    fault(wall, {
      path: ['steps', stepsMax],
      problem: `有 ${steps} 步，本单位要求至多 ${stepsMax} 步`,
      remedy: `把几步并成一步，或者分成两面墙，从出口转过去；${where}`,
    }),
  ];
}

/** Every word of a closed list has a risk of its own. */
function checkEach<T extends string>(
  wall: SourcedWall,
  wanted: readonly T[],
  of: (risk: Risk) => T,
  said: (value: T) => string,
): Problem[] {
  const found = new Set(placedRisks(wall.data).map(({ risk }) => of(risk)));
  return wanted.flatMap((value) =>
    found.has(value)
      ? []
      : fault(wall, {
          path: ['steps'],
          problem: `没有${said(value)}的风险点`,
          remedy: `按${said(value)}再排查一遍，补上风险点；${where}`,
        }),
  );
}

function checkPhases(wall: SourcedWall): Problem[] {
  return wall.data.steps.flatMap((step, i) =>
    step.risks.flatMap(({ title, controls }, j) => {
      // A risk without any control is told by the check of risks.
      if (controls.length === 0) return [];
      const missing = controlPhases.filter((phase) => !controls.some((one) => one.phase === phase));
      return missing.length === 0
        ? []
        : fault(wall, {
            path: ['steps', i, 'risks', j, 'controls'],
            problem: `“${title}”没有${missing.join('、')}的措施`,
            remedy: `补上${missing.join('、')}各一条；${where}`,
          });
    }),
  );
}

/** The walls are as complete as the bureau wants them. How alike their texts are: see alike.ts. */
export function checkStandards({ bureau, walls }: ContentSet): Problem[] {
  const standards = bureau.data.wallStandards;
  if (!standards) return [];
  const { needsEveryCategory, needsEveryGrade, needsEveryPostLevel, needsEveryPhase } = standards;
  return walls.flatMap((wall) => [
    ...checkAmounts(wall, standards),
    ...(needsEveryCategory
      ? checkEach(
          wall,
          categories,
          ({ category }) => category,
          (name) => `“${name}”`,
        )
      : []),
    ...(needsEveryGrade
      ? checkEach(
          wall,
          grades,
          ({ grade }) => grade,
          (name) => `“${name}”`,
        )
      : []),
    ...(needsEveryPostLevel
      ? checkEach(
          wall,
          postLevels,
          ({ postLevel }) => postLevel,
          (name) => `“${name}”岗位`,
        )
      : []),
    ...(needsEveryPhase ? checkPhases(wall) : []),
  ]);
}
