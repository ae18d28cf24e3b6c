import {
  type NamedWall,
  exitAnchor,
  riskAnchor,
  stepAnchor,
  wallTitle,
} from '../model/wall/wall.ts';
import type { LawSource } from '../model/law/lawSchema.ts';
import type { Stamp } from '../model/published/stamp.ts';

/** Raised when a field of the published file changes its name or meaning, not when one is added. */
export const wallDataVersion = 1;

/**
 * The model as one data file (`/data/walls.json`), for programs and for other pages.
 *
 * Shape: `{ schemaVersion, contentVersion, siteVersion, bureau, walls: [...], laws: {...} }`, the
 * bureau by its id. Each wall is
 * what its author wrote (see wallSchema) plus `slug`, `title`, `page` and, on steps, risks and exits, the
 * `anchor` on that page. `laws` gives title, level and 要点 by law id, so that citations can be told.
 */
export function wallData(
  stamp: Stamp,
  bureau: string,
  walls: readonly NamedWall[],
  laws: ReadonlyMap<string, LawSource>,
) {
  return {
    schemaVersion: wallDataVersion,
    ...stamp,
    bureau,
    walls: walls.map(({ slug, wall }) => ({
      ...wall,
      slug,
      title: wallTitle(wall),
      page: `walls/${slug}/`,
      steps: wall.steps.map((step) => ({
        ...step,
        anchor: stepAnchor(step.id),
        risks: step.risks.map((risk) => ({ ...risk, anchor: riskAnchor(risk.id) })),
      })),
      exits: wall.exits.map((exit) => ({ ...exit, anchor: exitAnchor(exit.id) })),
    })),
    laws: Object.fromEntries(laws),
  };
}
