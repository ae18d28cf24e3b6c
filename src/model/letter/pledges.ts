import type { CataloguePost } from '../post/catalogue.ts';
import type { Grade } from '../vocabulary.ts';
import type { LetterPromise } from './letter.ts';
import type { DepartmentPledges } from './pledgeSchema.ts';

/** A pledge as letters use it. */
export interface Pledge {
  /** `cadastre/review-and-entry`: unique in the bureau, kept in drafts, never reworded. */
  readonly id: string;
  /** Refs of the posts that it binds. */
  readonly posts: readonly string[];
  readonly heading: string;
  readonly text: string;
  /** Ids of the risks that it answers. */
  readonly risks: readonly string[];
}

export interface NamedDepartmentPledges extends DepartmentPledges {
  /** Of the department. */
  readonly id: string;
}

/** All pledges, departments in the order of the catalogue, each file in its own order. */
export function pledgesFrom(
  catalogue: readonly CataloguePost[],
  files: readonly NamedDepartmentPledges[],
): Pledge[] {
  const departments = [...new Set(catalogue.map(({ department }) => department.id))];
  return departments.flatMap((departmentId) => {
    const own = catalogue.filter(({ department }) => department.id === departmentId);
    return files
      .filter(({ id }) => id === departmentId)
      .flatMap(({ pledges }) =>
        pledges.map(({ id, posts, heading, text, risks }) => ({
          id: `${departmentId}/${id}`,
          posts: own.flatMap(({ name, ref }) => (posts.includes(name) ? [ref] : [])),
          heading,
          text,
          risks,
        })),
      );
  });
}

/** A pledge as it stands in a letter, before anyone has edited it. */
export const promiseOf = ({ id, heading, text }: Pledge): LetterPromise => ({
  id,
  lead: `${heading}。`,
  text,
  isEdited: false,
});

/** What choosing must know of a risk. */
export interface PledgedRisk {
  readonly id: string;
  readonly wallId: string;
  readonly grade: Grade;
}

/**
 * The pledges that belong to somebody: of his posts, and, where he is in charge of some walls only,
 * those that answer a risk of one of them.
 * @param walls ids; empty means all.
 */
export function pledgesFor(
  pledges: readonly Pledge[],
  posts: readonly string[],
  walls: readonly string[],
): Pledge[] {
  const isOnWall = (riskId: string) => walls.some((wall) => riskId.startsWith(`${wall}-`));
  return pledges.filter(
    (pledge) =>
      pledge.posts.some((ref) => posts.includes(ref)) &&
      (walls.length === 0 || pledge.risks.some(isOnWall)),
  );
}

/** One 一类 risk weighs more than all 二类 that a pledge may answer, one 二类 more than all 三类. */
const weights: Readonly<Record<Grade, number>> = { 一类: 10_000, 二类: 100, 三类: 1 };

/**
 * Chooses so many that together they answer the gravest risks, each counted once, and leaves them in
 * their order.
 */
export function choosePledges(
  pledges: readonly Pledge[],
  risks: ReadonlyMap<string, PledgedRisk>,
  walls: readonly string[],
  count: number,
): Pledge[] {
  const answered = new Set<string>();
  const chosen = new Set<Pledge>();
  const gain = ({ risks: ids }: Pledge) =>
    ids.reduce((sum, id) => {
      const risk = risks.get(id);
      const counts = risk && (walls.length === 0 || walls.includes(risk.wallId));
      return counts && !answered.has(id) ? sum + weights[risk.grade] : sum;
    }, 0);
  while (chosen.size < Math.min(count, pledges.length)) {
    const rest = pledges.filter((pledge) => !chosen.has(pledge));
    const best = rest.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    chosen.add(best);
    for (const id of best.risks) answered.add(id);
  }
  return pledges.filter((pledge) => chosen.has(pledge));
}
