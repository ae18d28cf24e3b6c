import type { NamedWall } from './citationIndex.ts';
import type { Grade, PostLevel } from './vocabulary.ts';
import { grades, postLevels } from './vocabulary.ts';
import type { Risk, Step } from './wallSchema.ts';
import { countByGrade, placedRisks, type GradeCounts } from './wall.ts';

export interface PlacedOnWall {
  readonly slug: string;
  readonly powerItem: string;
}

export interface DepartmentPost {
  readonly name: string;
  readonly counts: GradeCounts;
  /** Of the whole post: that of its gravest risk. */
  readonly grade: Grade | undefined;
  readonly leads: readonly PlacedOnWall[];
  /** Steps that name the department as the doer, collective decisions first. */
  readonly steps: readonly (PlacedOnWall & { readonly step: Step })[];
  /** The gravest ones, 一类 only. */
  readonly gravest: readonly (PlacedOnWall & { readonly risk: Risk })[];
}

const gravestGrade = (counts: GradeCounts): Grade | undefined =>
  grades.find((grade) => counts[grade] > 0);

/** What a department decides, does and risks on all walls. */
export function departmentPost(name: string, walls: readonly NamedWall[]): DepartmentPost {
  const placed = walls.flatMap(({ slug, wall }) =>
    placedRisks(wall)
      .filter(({ risk }) => risk.department === name)
      .map(({ risk }) => ({ slug, powerItem: wall.powerItem, risk })),
  );
  const counts = countByGrade(placed.map(({ risk }) => risk));
  const steps = walls.flatMap(({ slug, wall }) =>
    wall.steps
      .filter(({ actor }) => actor.includes(name))
      .map((step) => ({ slug, powerItem: wall.powerItem, step })),
  );
  return {
    name,
    counts,
    grade: gravestGrade(counts),
    leads: walls
      .filter(({ wall }) => wall.leadDepartments.includes(name))
      .map(({ slug, wall }) => ({ slug, powerItem: wall.powerItem })),
    steps: [
      ...steps.filter(({ step }) => step.isCollectiveDecision),
      ...steps.filter(({ step }) => !step.isCollectiveDecision),
    ],
    gravest: placed.filter(({ risk }) => risk.grade === '一类'),
  };
}

/** Risks of each level over all walls, by grade. */
export function levelCounts(walls: readonly NamedWall[]): Record<PostLevel, GradeCounts> {
  const risks = walls.flatMap(({ wall }) => placedRisks(wall).map(({ risk }) => risk));
  return Object.fromEntries(
    postLevels.map((level) => [
      level,
      countByGrade(risks.filter(({ postLevel }) => postLevel === level)),
    ]),
  ) as Record<PostLevel, GradeCounts>;
}

/** Who answers for risks of a grade: the rule stands here alone. Source: the study of forms, section 2. */
export const answersFor: Readonly<Record<Grade, string>> = {
  一类: '主要领导',
  二类: '分管领导',
  三类: '处室负责人',
};
