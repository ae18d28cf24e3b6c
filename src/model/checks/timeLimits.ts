import type { ContentSet } from '../content/contentSet.ts';
import { fault } from '../problem/fault.ts';
import type { Problem } from '../problem/problem.ts';

/**
 * Every step says how long it may take: by law, or by the bureau's own rule where no law sets a time
 * (程序、时限、经办人 of every item, as the report of 2013 promises).
 */
export function checkTimeLimits({ walls }: ContentSet): Problem[] {
  return walls.flatMap((wall) =>
    wall.data.steps.flatMap((step, i): Problem[] => {
      const hasLegal = step.timeLimits.length > 0;
      if (hasLegal !== (step.ownLimit !== undefined)) return [];
      return [
        hasLegal
          ? fault(wall, {
              path: ['steps', i, 'ownLimit'],
              problem: `“${step.name}”已经有法定时限，又写了本单位的时限`,
              remedy: '删掉 ownLimit；本单位要求更快的，写进 requirements',
            })
          : fault(wall, {
              path: ['steps', i],
              problem: `“${step.name}”没有时限`,
              remedy:
                '法律定了时限的写 timeLimits；法律没有定的写 ownLimit，还没有定下来的写“＿＿日”',
            }),
      ];
    }),
  );
}
