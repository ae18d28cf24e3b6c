import type { ChecklistEntry, ChecklistIndex } from '../../assessment/checklist.ts';
import { isMine, type MyPost } from '../../post/myPost.ts';
import { filledScope } from '../../post/postScope.ts';
import { categories, grades } from '../../vocabulary.ts';

/**
 * The risks by number, in the order of the site: half a million answers are counted with numbers, and
 * a name is only looked up for what is shown.
 */
export interface TallyGround {
  readonly index: ChecklistIndex;
  readonly numberOf: ReadonlyMap<string, number>;
  /** By number of the risk: which wall, which grade, which category, as numbers of their lists. */
  readonly walls: Uint16Array;
  readonly grades: Uint8Array;
  readonly categories: Uint8Array;
  readonly risksOf: (scope: MyPost) => Uint16Array;
  readonly scopeOf: (scope: MyPost) => ScopeRisks;
}

/** What somebody with a scope goes through. */
export interface ScopeRisks {
  /** Numbers of the risks, rising. */
  readonly risks: Uint16Array;
  /** By number of the risk: its place in that list, -1 when it is not in it. */
  readonly places: Int16Array;
}

type Numbers = ReadonlyMap<string, readonly number[]>;

/** The numbers of the risks that belong to each key. */
function numbersBy(
  { risks }: ChecklistIndex,
  keysOf: (risk: ChecklistEntry) => readonly string[],
): Numbers {
  const numbers = new Map<string, number[]>();
  risks.forEach((risk, number) => {
    for (const key of keysOf(risk)) {
      const list = numbers.get(key);
      if (list) list.push(number);
      else numbers.set(key, [number]);
    }
  });
  return numbers;
}

/**
 * Among which risks those of a scope are, so that not all of them have to be asked about: by post, or
 * else by department and wall, and for leaders by the walls that their departments lead. Undefined
 * means among all. Which of them really are, `isMine` says.
 */
function candidateFinder(index: ChecklistIndex) {
  const byPost = numbersBy(index, ({ posts }) => posts);
  const byDepartment = numbersBy(index, ({ department }) => [department]);
  const byWall = numbersBy(index, ({ wallId }) => [wallId]);
  const ledBy = ({ departments, levels }: MyPost) =>
    levels.includes('领导')
      ? index.walls.filter(({ leadDepartments }) =>
          leadDepartments.some((name) => departments.includes(name)),
        )
      : [];
  return (scope: MyPost): readonly number[] | undefined => {
    const { posts, departments, walls } = scope;
    if (posts.length > 0) return posts.flatMap((ref) => byPost.get(ref) ?? []);
    if (departments.length + walls.length === 0) return undefined;
    return [
      ...departments.flatMap((name) => byDepartment.get(name) ?? []),
      ...[...walls, ...ledBy(scope).map(({ id }) => id)].flatMap((id) => byWall.get(id) ?? []),
    ];
  };
}

/** Many people have the same scope: it is worked out once. */
function scopeFinder(index: ChecklistIndex): TallyGround['scopeOf'] {
  const { risks, walls } = index;
  const leads = new Map(walls.map(({ id, leadDepartments }) => [id, leadDepartments]));
  const placed = risks.map((risk) => ({
    ...risk,
    leadDepartments: leads.get(risk.wallId) ?? [],
  }));
  const candidatesOf = candidateFinder(index);
  const every = risks.map((_, number) => number);
  const find = (scope: MyPost) => {
    const places = new Int16Array(risks.length).fill(-1);
    for (const number of candidatesOf(scope) ?? every) {
      const risk = placed[number];
      if (risk && isMine(scope, risk)) places[number] = 0;
    }
    // A post without risks of its own was led to the nearest wider choice, see `filledScope`.
    if (places.every((place) => place < 0)) {
      const widened = new Set(filledScope(scope, index).risks);
      risks.forEach((risk, number) => {
        if (widened.has(risk)) places[number] = 0;
      });
    }
    const mine = Uint16Array.from(every.filter((number) => places[number] === 0));
    mine.forEach((number, place) => {
      places[number] = place;
    });
    return { risks: mine, places };
  };
  const known = new Map<string, ScopeRisks>();
  return (scope) => {
    const { posts, levels, departments, walls: chosen } = scope;
    const key = JSON.stringify([posts, levels, departments, chosen]);
    const found = known.get(key) ?? find(scope);
    known.set(key, found);
    return found;
  };
}

function groundOf(index: ChecklistIndex): TallyGround {
  const { risks, walls } = index;
  const wallNumbers = new Map(walls.map(({ id }, number) => [id, number]));
  const scopeOf = scopeFinder(index);
  return {
    index,
    numberOf: new Map(risks.map(({ id }, number) => [id, number])),
    walls: Uint16Array.from(risks, ({ wallId }) => wallNumbers.get(wallId) ?? 0),
    grades: Uint8Array.from(risks, ({ grade }) => grades.indexOf(grade)),
    categories: Uint8Array.from(risks, ({ category }) => categories.indexOf(category)),
    risksOf: (scope) => scopeOf(scope).risks,
    scopeOf,
  };
}

const grounds = new WeakMap<ChecklistIndex, TallyGround>();

/** Worked out once for each index. */
export function tallyGround(index: ChecklistIndex): TallyGround {
  const known = grounds.get(index) ?? groundOf(index);
  grounds.set(index, known);
  return known;
}
