import type { ChecklistIndex } from '../../assessment/checklist.ts';
import { isMine, type MyPost } from '../../post/myPost.ts';
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
  /** The numbers of the risks that somebody with this scope goes through, in their order. */
  readonly risksOf: (scope: MyPost) => Uint16Array;
}

/** Scopes are few, people many: one of each kind is worked out. */
function scopeFinder({ risks, walls }: ChecklistIndex): TallyGround['risksOf'] {
  const leads = new Map(walls.map(({ id, leadDepartments }) => [id, leadDepartments]));
  const placed = risks.map((risk) => ({
    ...risk,
    leadDepartments: leads.get(risk.wallId) ?? [],
  }));
  const byPost = new Map<string, number[]>();
  risks.forEach(({ posts }, number) => {
    for (const ref of posts) {
      const list = byPost.get(ref);
      if (list) list.push(number);
      else byPost.set(ref, [number]);
    }
  });
  const every = risks.map((_, number) => number);
  const candidates = ({ posts }: MyPost) =>
    posts.length === 0
      ? every
      : [...new Set(posts.flatMap((ref) => byPost.get(ref) ?? []))].sort((a, b) => a - b);
  const known = new Map<string, Uint16Array>();
  return (scope) => {
    const { posts, levels, departments, walls: chosen } = scope;
    const key = JSON.stringify([posts, levels, departments, chosen]);
    const found =
      known.get(key) ??
      Uint16Array.from(
        candidates(scope).filter((number) => {
          const risk = placed[number];
          return risk !== undefined && isMine(scope, risk);
        }),
      );
    known.set(key, found);
    return found;
  };
}

function groundOf(index: ChecklistIndex): TallyGround {
  const { risks, walls } = index;
  const wallNumbers = new Map(walls.map(({ id }, number) => [id, number]));
  return {
    index,
    numberOf: new Map(risks.map(({ id }, number) => [id, number])),
    walls: Uint16Array.from(risks, ({ wallId }) => wallNumbers.get(wallId) ?? 0),
    grades: Uint8Array.from(risks, ({ grade }) => grades.indexOf(grade)),
    categories: Uint8Array.from(risks, ({ category }) => categories.indexOf(category)),
    risksOf: scopeFinder(index),
  };
}

const grounds = new WeakMap<ChecklistIndex, TallyGround>();

/** Worked out once for each index. */
export function tallyGround(index: ChecklistIndex): TallyGround {
  const known = grounds.get(index) ?? groundOf(index);
  grounds.set(index, known);
  return known;
}
