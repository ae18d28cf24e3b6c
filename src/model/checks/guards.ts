import type { ContentSet } from '../content/contentSet.ts';
import { fault } from '../problem/fault.ts';
import type { Problem } from '../problem/problem.ts';
import { isSamePerson, postFinder } from '../post/catalogue.ts';
import type { Bureau } from '../post/bureauSchema.ts';
import { controlLoads } from '../post/guardLoad.ts';
import { guardDepartments } from '../post/guards.ts';
import { catalogueOf } from './catalogue.ts';

/**
 * Nobody carries more controls than can be done: a control that nobody has time for stops nothing.
 * @param controls all of all walls.
 */
export function checkLoads(
  controls: Parameters<typeof controlLoads>[0],
  bureau: {
    readonly file: string;
    readonly data: Pick<Bureau, 'departments' | 'guardPercentMax'>;
  },
): Problem[] {
  const { guardPercentMax = 100 } = bureau.data;
  return controlLoads(controls, bureau.data)
    .filter(({ share }) => share * 100 > guardPercentMax)
    .map(({ name, total, share }) =>
      fault(bureau, {
        path: ['guardPercentMax'],
        problem: `${name}一家要做 ${total} 条防控措施，占全部的 ${Math.round(share * 100)} %，本单位要求至多 ${guardPercentMax} %`,
        remedy: '把别的处室、窗口、当事人能做的改由他们做',
      }),
    );
}

/**
 * Who stops an act must be able to: a leader is stopped before or during the act by somebody who is
 * not below him, and nobody is watched by his own office alone, a head of an office not by his own
 * people.
 */
export function checkGuards(content: ContentSet): Problem[] {
  const { walls, bureau } = content;
  const departmentOf = guardDepartments(bureau.data);
  const find = postFinder(catalogueOf(content));
  const canStop = (by: string, isPrincipal: boolean) => {
    const guards = departmentOf(by)?.guards;
    return guards === '主要领导' || (guards === '分管领导' && !isPrincipal);
  };
  const all = walls.flatMap(({ data }) =>
    data.steps.flatMap(({ risks }) => risks.flatMap((risk) => risk.controls)),
  );
  const perRisk = walls.flatMap((wall) =>
    wall.data.steps.flatMap(({ risks }, i) =>
      risks.flatMap((risk, j): Problem[] => {
        const path = ['steps', i, 'risks', j, 'controls'];
        const early = risk.controls.filter(({ phase }) => phase !== '事后');
        const isPrincipal = find(risk).some((post) => post.isPrincipal);
        const problems: Problem[] = [];
        if (risk.postLevel === '领导' && !early.some(({ by }) => canStop(by, isPrincipal))) {
          problems.push(
            fault(wall, {
              path,
              problem: `${risk.id} 是${isPrincipal ? '主要领导' : '领导'}的风险，事前和事中的措施里没有人挡得住`,
              remedy: `至少一条由${
                bureau.data.departments
                  .filter(({ guards }) => guards === '主要领导' || (guards && !isPrincipal))
                  .map(({ name }) => name)
                  .join('、') || '上级机关'
              }来做`,
            }),
          );
        }
        risk.controls.forEach(({ by }, k) => {
          if (departmentOf(by)?.name !== risk.department || risk.postLevel === '领导') return;
          if (isSamePerson(by, risk)) {
            problems.push(
              fault(wall, {
                path: [...path, k, 'by'],
                problem: `${risk.id} 的防控措施由“${by}”来做，正是出风险的处室`,
                remedy: '换成别的处室；仍由本处室做的，写明第二个人，例如“本处室复核人”',
              }),
            );
          }
        });
        const outside = early.some(({ by }) => departmentOf(by)?.name !== risk.department);
        if (risk.postLevel === '中层' && !outside) {
          problems.push(
            fault(wall, {
              path,
              problem: `${risk.id} 是处室负责人的风险，事前和事中只有他自己的人看着`,
              remedy: '至少一条事前或事中的措施由别的处室来做',
            }),
          );
        }
        return problems;
      }),
    ),
  );
  return [...perRisk, ...checkLoads(all, bureau)];
}
