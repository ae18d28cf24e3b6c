import type { Problem } from '../problem/problem.ts';
import { alikePairs } from '../text/similarity.ts';
import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import type { WallSource } from '../wall/wallSchema.ts';
import { fault, reminder } from '../problem/fault.ts';

/**
 * From here two texts deserve a second look. In the 23 walls no two manifestations come above 0.25
 * and two controls out of 2,811 above 0.45. What the bureau does not put up with is its own limit.
 */
const noteworthy = 0.45;

interface PlacedText {
  readonly wall: Sourced<WallSource>;
  readonly path: readonly (string | number)[];
  readonly riskId: string;
  readonly text: string;
}

function alike(texts: readonly PlacedText[], what: string, percentMax: number): Problem[] {
  return alikePairs(
    texts.map(({ text }) => text),
    noteworthy,
  ).flatMap(({ first, second, similarity }) => {
    const [earlier, later] = [texts[first], texts[second]];
    if (!earlier || !later) return [];
    const percent = similarity * 100;
    // The same words again are told by the check for shared texts.
    if (earlier.text === later.text && percent <= percentMax) return [];
    const problem = `${later.riskId} 的${what}“${later.text}”和 ${earlier.riskId} 的“${earlier.text}”相似 ${Math.round(percent)}%`;
    const remedy = '说的是同一件事就合并，不是就写出各自的做法';
    if (percent > percentMax) {
      return fault(later.wall, {
        path: later.path,
        problem: `${problem}，本单位要求至多 ${percentMax}%`,
        remedy,
      });
    }
    return reminder(later.wall, { kind: '文字雷同', path: later.path, problem, remedy });
  });
}

/** Manifestations and controls that say nearly the same in two places. */
export function checkAlike({ walls, bureau }: ContentSet): Problem[] {
  const percentMax = bureau.data.wallStandards?.alikePercentMax ?? 100;
  const risks = walls.flatMap((wall) =>
    wall.data.steps.flatMap((step, i) =>
      step.risks.map((risk, j) => ({ wall, risk, path: ['steps', i, 'risks', j] })),
    ),
  );
  return [
    ...alike(
      risks.map(({ wall, risk, path }) => ({
        wall,
        riskId: risk.id,
        path: [...path, 'manifestation'],
        text: risk.manifestation,
      })),
      '表现形式',
      percentMax,
    ),
    ...alike(
      risks.flatMap(({ wall, risk, path }) =>
        risk.controls.map(({ text }, k) => ({
          wall,
          riskId: risk.id,
          path: [...path, 'controls', k, 'text'],
          text,
        })),
      ),
      '措施',
      percentMax,
    ),
  ];
}
