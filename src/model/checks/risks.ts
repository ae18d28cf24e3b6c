import { parseCitation } from '../law/citation.ts';
import type { Problem } from '../problem/problem.ts';
import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import type { Risk, WallSource } from '../wall/wallSchema.ts';
import { isSamePerson } from '../post/catalogue.ts';
import { fault, reminder } from '../problem/fault.ts';

/** 一类 means that a crime may follow, so the article of this law has to be named. */
const criminalLawId = 'xing-fa';

/** The same control in more risks than this is boilerplate. */
const sharedControlLimit = 3;

/** Phrases that name a wish and no act; alone they are no control. */
const emptyControl =
  /^(?:(?:进一步)?(?:加强|完善|健全|强化|提高|严格|落实|规范|加大)[^，。；]{0,12}[，、；。]?){1,3}$/;

function checkGravestGrade(
  wall: Sourced<WallSource>,
  risk: Risk,
  path: readonly (string | number)[],
) {
  if (risk.grade !== '一类') return [];
  const problems: Problem[] = [];
  if (!risk.penalties.some((text) => parseCitation(text)?.lawId === criminalLawId)) {
    problems.push(
      fault(wall, {
        path: [...path, 'penalties'],
        problem: `“${risk.title}”是一类风险，惩处依据里没有刑法条文`,
        remedy: '补上 xing-fa#条号；引不出罪名的，等级改为二类',
      }),
    );
  }
  const hasSecondPerson = risk.controls.some(
    ({ phase, by }) => phase !== '事后' && !isSamePerson(by, risk),
  );
  if (!hasSecondPerson) {
    problems.push(
      fault(wall, {
        path: [...path, 'controls'],
        problem: `“${risk.title}”是一类风险，事前和事中的措施里没有第二个人`,
        remedy: `至少有一条事前或事中措施由“${risk.posts.join('、')}”以外的岗位来做`,
      }),
    );
  }
  return problems;
}

function checkRisk(
  wall: Sourced<WallSource>,
  risk: Risk,
  path: readonly (string | number)[],
): Problem[] {
  if (risk.controls.length === 0) {
    return [
      fault(wall, {
        path: [...path, 'controls'],
        problem: `“${risk.title}”没有防控措施`,
        remedy: '写上事前、事中、事后各一条',
      }),
    ];
  }
  const empty = risk.controls.flatMap(({ text }, i) =>
    emptyControl.test(text)
      ? [
          fault(wall, {
            path: [...path, 'controls', i, 'text'],
            problem: `“${text}”只是口号，不是措施`,
            remedy: '写清谁在什么时候做哪一个动作、留下什么痕迹',
          }),
        ]
      : [],
  );
  return [...empty, ...checkGravestGrade(wall, risk, path)];
}

function checkSharedTexts(wall: Sourced<WallSource>): Problem[] {
  const titles = new Set<string>();
  const controlUses = new Map<string, number>();
  const problems: Problem[] = [];
  wall.data.steps.forEach((step, i) => {
    step.risks.forEach((risk, j) => {
      const path = ['steps', i, 'risks', j];
      if (titles.has(risk.title)) {
        problems.push(
          fault(wall, {
            path: [...path, 'title'],
            problem: `风险点名称“${risk.title}”在本墙里重复`,
            remedy: '换一个说得出差别的名称；如果是同一个风险，合并成一个',
          }),
        );
      }
      titles.add(risk.title);
      risk.controls.forEach(({ text }, k) => {
        const uses = (controlUses.get(text) ?? 0) + 1;
        controlUses.set(text, uses);
        if (uses === sharedControlLimit + 1) {
          problems.push(
            reminder(wall, {
              kind: '文字雷同',
              path: [...path, 'controls', k, 'text'],
              problem: `“${text}”用在 ${sharedControlLimit} 个以上的风险点上，像是套话`,
              remedy: '按这个风险的做法改写',
            }),
          );
        }
      });
    });
  });
  return problems;
}

/** Every risk can be stopped by somebody, and the gravest ones by somebody else. */
export function checkRisks({ walls }: ContentSet): Problem[] {
  return walls.flatMap((wall) => [
    ...wall.data.steps.flatMap((step, i) =>
      step.risks.flatMap((risk, j) => checkRisk(wall, risk, ['steps', i, 'risks', j])),
    ),
    ...checkSharedTexts(wall),
  ]);
}
