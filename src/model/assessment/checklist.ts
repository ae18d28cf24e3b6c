import type { BureauWords } from '../post/bureauWords.ts';
import { postFinder, type CataloguePost } from '../post/catalogue.ts';
import { postList, type PostList } from '../post/postList.ts';
import { type NamedWall, placedRisks } from '../wall/wall.ts';
import { groupCitations } from '../paper/groupCitations.ts';
import { fingerprint } from '../text/fingerprint.ts';
import type { Category, Grade, PostLevel } from '../vocabulary.ts';
import type { Risk, WallSource } from '../wall/wallSchema.ts';

/** What the checklist must know of every risk before its texts are fetched. */
export interface ChecklistEntry {
  readonly id: string;
  readonly wallId: string;
  readonly postLevel: PostLevel;
  /** Refs of the catalogue. */
  readonly posts: readonly string[];
  readonly department: string;
  readonly category: Category;
  readonly grade: Grade;
  /** Changes when the risk is reworded: answers given before are marked. */
  readonly fingerprint: string;
}

/** A risk as the checklist and the form show it. */
export interface ChecklistRisk extends ChecklistEntry {
  readonly wallName: string;
  readonly slug: string;
  readonly stepName: string;
  readonly stepNumber: number;
  /** What the step rests on (职权依据), in words. */
  readonly basis: string;
  readonly title: string;
  readonly manifestation: string;
  readonly cause: string;
  readonly post: string;
  readonly controls: readonly {
    readonly phase: string;
    readonly by: string;
    readonly text: string;
  }[];
}

export interface ChecklistWall {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly leadDepartments: readonly string[];
}

/** The published index: which risks there are and whose they are. */
export interface ChecklistIndex {
  readonly contentVersion: string;
  readonly words: BureauWords;
  readonly departments: readonly string[];
  readonly posts: PostList;
  readonly walls: readonly ChecklistWall[];
  readonly risks: readonly ChecklistEntry[];
}

/** A risk reads differently when any of this changes; posts and penalties do not matter. */
function riskFingerprint({ title, manifestation, grade, category, controls }: Risk): string {
  const texts = controls.map(({ phase, by, text }) => `${phase}${by}${text}`);
  return fingerprint([title, manifestation, grade, category, ...texts].join('\n'));
}

type PostsOf = ReturnType<typeof postFinder>;

function entryOf(wallId: string, risk: Risk, postsOf: PostsOf): ChecklistEntry {
  const { id, postLevel, department, category, grade } = risk;
  return {
    id,
    wallId,
    postLevel,
    posts: postsOf(risk).map(({ ref }) => ref),
    department,
    category,
    grade,
    fingerprint: riskFingerprint(risk),
  };
}

/** The index of all risks, walls in their order. */
export function checklistIndex(
  walls: readonly NamedWall[],
  words: BureauWords,
  catalogue: readonly CataloguePost[],
): Omit<ChecklistIndex, 'contentVersion'> {
  const postsOf = postFinder(catalogue);
  const risks = walls.flatMap(({ wall }) =>
    placedRisks(wall).map(({ risk }) => entryOf(wall.id, risk, postsOf)),
  );
  return {
    words,
    departments: [...new Set(risks.map(({ department }) => department))],
    posts: postList(catalogue),
    walls: walls.map(({ slug, wall: { id, powerItem, leadDepartments } }) => ({
      id,
      slug,
      name: powerItem,
      leadDepartments,
    })),
    risks,
  };
}

/** The texts of one wall's risks. */
export function checklistRisks(
  slug: string,
  wall: WallSource,
  catalogue: readonly CataloguePost[],
  laws: Parameters<typeof groupCitations>[1],
): ChecklistRisk[] {
  const postsOf = postFinder(catalogue);
  return placedRisks(wall).map(({ risk, step, stepNumber }) => ({
    ...entryOf(wall.id, risk, postsOf),
    wallName: wall.powerItem,
    slug,
    stepName: step.name,
    stepNumber,
    basis: groupCitations(step.basis, laws)
      .map(({ name, places }) => name + places)
      .join('；'),
    title: risk.title,
    manifestation: risk.manifestation,
    cause: risk.cause,
    post: risk.posts.join('、'),
    controls: risk.controls.map(({ phase, by, text }) => ({ phase, by, text })),
  }));
}
