import type { Addition } from '../../assessment/record.ts';
import { leadingWallId } from '../../fields/ids.ts';
import type { Grade } from '../../vocabulary.ts';
import type { AnsweringPerson, Totals } from './totals.ts';

/** A risk that somebody has found, with whose it is. */
export interface FoundRisk {
  readonly person: AnsweringPerson;
  readonly addition: Addition;
  /** Id of the wall that its place names; undefined when it names none. */
  readonly wall: string | undefined;
}

/**
 * The wall that a place of 权力事项和环节 names: by its id, or by its name standing in it. Of several
 * names the longest counts: one may be part of another.
 */
export function wallOfPlace(
  place: string,
  walls: readonly { readonly id: string; readonly name: string }[],
): string | undefined {
  const id = leadingWallId(place);
  if (walls.some((wall) => wall.id === id)) return id;
  return walls
    .filter(({ name }) => place.includes(name))
    .reduce<(typeof walls)[number] | undefined>(
      (longest, wall) => (longest && longest.name.length >= wall.name.length ? longest : wall),
      undefined,
    )?.id;
}

function find({ people, ground }: Totals): FoundRisk[] {
  return people.flatMap((person) =>
    person.assessment.additions.map((addition) => ({
      person,
      addition,
      wall: wallOfPlace(addition.place, ground.index.walls),
    })),
  );
}

const known = new WeakMap<Totals, readonly FoundRisk[]>();

/** All 自行补充, by department and person. Found once. */
export function foundRisks(totals: Totals): readonly FoundRisk[] {
  const held = known.get(totals) ?? find(totals);
  known.set(totals, held);
  return held;
}

/** In the place of a wall: the place names none. */
export const noWall = '-';

export interface AdditionSelection {
  readonly department?: string;
  /** Id, or `noWall`. */
  readonly wall?: string;
  /** That the person has given it. */
  readonly grade?: Grade;
}

/** The finds behind a number. */
export function additionsBehind(
  totals: Totals,
  { department, wall, grade }: AdditionSelection,
): FoundRisk[] {
  return foundRisks(totals).filter(
    (found) =>
      (department === undefined || found.person.department === department) &&
      (wall === undefined || (found.wall ?? noWall) === wall) &&
      (grade === undefined || found.addition.grade === grade),
  );
}
