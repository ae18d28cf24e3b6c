import { categories, gradeEntries, grades, postLevels } from '../vocabulary.ts';
import { facetKeys, type FacetKey, type RegisterQuery } from './query.ts';
import type { RegisterRow } from './rows.ts';

/** The register in words: what its facets are called, what was chosen, how much was found. */

export const facetNames: Readonly<Record<FacetKey, string>> = {
  wall: '防控墙',
  step: '环节',
  category: '类别',
  grade: '等级',
  level: '岗位层级',
  department: '处室',
  post: '岗位',
  class: '权力类别',
  system: '信息系统',
};

/** What a value of a facet is called: walls and steps have names, everything else is one. */
export function valueNames(rows: readonly RegisterRow[]): (value: string) => string {
  const known = new Map<string, string>();
  for (const { wall, wallName, step, stepName, posts } of rows) {
    for (const [ref, name] of posts) known.set(ref, name);
    known.set(wall, wallName);
    known.set(step, stepName);
  }
  return (value) => known.get(value) ?? value;
}

/**
 * The values of a facet in the order in which they stand everywhere else: departments as the bureau
 * lists them, the vocabulary's words in its order, all others as the walls have them.
 */
export function inUsualOrder(
  key: FacetKey,
  values: readonly string[],
  departments: readonly string[],
): string[] {
  const orders: Readonly<Partial<Record<FacetKey, readonly string[]>>> = {
    category: categories,
    grade: grades,
    level: postLevels,
    department: departments,
  };
  const order = orders[key] ?? [];
  const place = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return [...values].sort((a, b) => place(a) - place(b));
}

export interface ChosenFacet {
  readonly key: FacetKey;
  /** `防控墙：土地登记发证`. */
  readonly text: string;
}

/** The facets that narrow the register, in the order of the form. */
export function chosenFacets(
  { facets }: RegisterQuery,
  nameOf: (value: string) => string,
): readonly ChosenFacet[] {
  return facetKeys.flatMap((key) => {
    const value = facets[key];
    return value ? [{ key, text: `${facetNames[key]}：${nameOf(value)}` }] : [];
  });
}

/** All that narrows the register, as it is printed; empty when nothing does. */
export function queryText(query: RegisterQuery, nameOf: (value: string) => string): string {
  const words = query.q.trim();
  return [
    ...chosenFacets(query, nameOf).map(({ text }) => text),
    ...(words ? [`含“${words}”`] : []),
  ].join('，');
}

/**
 * What is printed, for the line under its title: what narrows the register, and the wall where all of
 * it is of one, since its column is left out then.
 */
export function foundText(
  query: RegisterQuery,
  found: readonly RegisterRow[],
  nameOf: (value: string) => string,
): string {
  const walls = [...new Set(found.map(({ wallName }) => wallName))];
  const narrowed = queryText(query, nameOf);
  if (walls.length !== 1 || query.facets.wall) return narrowed || '全部风险点';
  return [`${facetNames.wall}：${walls[0] ?? ''}`, narrowed].filter(Boolean).join('，');
}

/** `▲一类 12，■二类 30，●三类 4`. */
export function gradeTally(rows: readonly RegisterRow[]): string {
  return grades
    .map((grade) => {
      const count = rows.filter((row) => row.grade === grade).length;
      return `${gradeEntries[grade].mark}${grade} ${count}`;
    })
    .join('，');
}

/** The next order when the head of a column is pressed: up, down, as the walls have it. */
export function nextSort(sort: string, key: string): string {
  if (sort === key) return `-${key}`;
  return sort === `-${key}` ? '' : key;
}
