import type { Problem } from '../problem/problem.ts';
import { alikePairs } from '../text/similarity.ts';
import type { ContentSet } from '../content/contentSet.ts';
import type { Sourced } from '../content/sourced.ts';
import type { WallSource } from '../wall/wallSchema.ts';
import { reminder } from '../problem/fault.ts';

/**
 * From here two texts deserve a second look; the tests of the content refuse above 0.6. In the 23
 * walls no two manifestations come above 0.25 and two controls out of 2,811 above 0.45.
 */
const noteworthy = 0.45;

interface PlacedText {
  readonly wall: Sourced<WallSource>;
  readonly path: readonly (string | number)[];
  readonly riskId: string;
  readonly text: string;
}

function alike(texts: readonly PlacedText[], what: string): Problem[] {
  return alikePairs(
    texts.map(({ text }) => text),
    noteworthy,
  ).flatMap(({ first, second, similarity }) => {
    const [earlier, later] = [texts[first], texts[second]];
    // The same words again are told by the check for shared texts.
    if (!earlier || !later || earlier.text === later.text) return [];
    return reminder(later.wall, {
      kind: '文字雷同',
      path: later.path,
      problem: `${later.riskId} 的${what}“${later.text}”和 ${earlier.riskId} 的“${earlier.text}”相似 ${Math.round(similarity * 100)}%`,
      remedy: '说的是同一件事就合并，不是就写出各自的做法',
    });
  });
}

/** Manifestations and controls that say nearly the same in two places. */
export function checkAlike({ walls }: ContentSet): Problem[] {
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
    ),
  ];
}
