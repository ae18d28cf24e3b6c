import { fold } from '../text/foldText.ts';
import { gradeEntries, type Grade } from '../vocabulary.ts';
import { registerColumns, type RegisterRow } from './rows.ts';

/** What a reader has chosen in the register; all of it stands in the address. */
export interface RegisterQuery {
  /** By facet; an absent facet means all. */
  readonly facets: Readonly<Partial<Record<FacetKey, string>>>;
  readonly q: string;
  /** Key of a column, with `-` before it for the reverse order; empty is the order of the walls. */
  readonly sort: string;
  /** Keys of the shown columns. */
  readonly columns: readonly string[];
}

export const facetKeys = [
  'wall',
  'step',
  'category',
  'grade',
  'level',
  'department',
  'post',
  'class',
  'system',
] as const;
export type FacetKey = (typeof facetKeys)[number];

const facetValues: Readonly<Record<FacetKey, (row: RegisterRow) => readonly string[]>> = {
  wall: ({ wall }) => [wall],
  step: ({ step }) => [step],
  category: ({ category }) => [category],
  grade: ({ grade }) => [grade],
  level: ({ level }) => [level],
  department: ({ department }) => [department],
  post: ({ posts }) => posts.map(([ref]) => ref),
  class: ({ classes }) => classes,
  system: ({ system }) => (system ? [system] : []),
};

const firstColumns = registerColumns
  .filter(({ isShownAtFirst }) => isShownAtFirst)
  .map(({ key }) => key);

export const everyRow: RegisterQuery = { facets: {}, q: '', sort: '', columns: firstColumns };

/** What other pages call a facet in their addresses: a link that carries “my post” works here too. */
const otherNames: Readonly<Partial<Record<FacetKey, string>>> = { department: 'dept' };

/** Reads an address such as `?wall=w01&grade=一类&q=底价&sort=-grade&columns=id,title`. */
export function readRegisterQuery(search: string): RegisterQuery {
  const params = new URLSearchParams(search);
  const facets: Partial<Record<FacetKey, string>> = {};
  for (const key of facetKeys) {
    const value = params.get(key) ?? params.get(otherNames[key] ?? key);
    if (value) facets[key] = value;
  }
  const known = new Set(registerColumns.map(({ key }) => key));
  const columns = (params.get('columns') ?? '').split(',').filter((key) => known.has(key));
  const sort = params.get('sort') ?? '';
  return {
    facets,
    q: params.get('q') ?? '',
    sort: known.has(sort.replace(/^-/, '')) ? sort : '',
    columns: columns.length > 0 ? columns : firstColumns,
  };
}

/** The address of a choice, without `?`; what is as at first is left out. */
export function registerSearch({ facets, q, sort, columns }: RegisterQuery): string {
  const params = new URLSearchParams();
  for (const key of facetKeys) {
    const value = facets[key];
    if (value) params.set(key, value);
  }
  if (q.trim()) params.set('q', q.trim());
  if (sort) params.set('sort', sort);
  if (columns.join() !== firstColumns.join()) params.set('columns', columns.join(','));
  return params.toString();
}

/** A facet of the wall's own parts makes no sense on another wall, so it goes with it. */
export function withFacet(query: RegisterQuery, key: FacetKey, value: string): RegisterQuery {
  const dropped: readonly string[] = key === 'wall' ? ['wall', 'step'] : [key];
  const facets = Object.fromEntries(
    Object.entries(query.facets).filter(([one]) => !dropped.includes(one)),
  );
  return { ...query, facets: value ? { ...facets, [key]: value } : facets };
}

/** Everything that the search looks through. */
const searched = new WeakMap<RegisterRow, string>();
function foldedText(row: RegisterRow): string {
  const known = searched.get(row);
  if (known !== undefined) return known;
  const text = fold(registerColumns.map((column) => column.text(row)).join('\n'));
  searched.set(row, text);
  return text;
}

/** Makes ready what the search looks through, so that the first key need not wait for it. */
export function prepareSearch(rows: readonly RegisterRow[]): void {
  rows.forEach(foldedText);
}

/** Rows that have all words; the facets then count within these alone. */
export function rowsWithWords(rows: readonly RegisterRow[], q: string): readonly RegisterRow[] {
  const words = q.split(/[\s\u3000]+/).flatMap((word) => fold(word) || []);
  return words.length === 0
    ? rows
    : rows.filter((row) => words.every((word) => foldedText(row).includes(word)));
}

const gradeRank = (grade: Grade) => gradeEntries[grade].rank;

/** Rows that fit every facet but `except`, and all words of the search. */
export function matchingRows(
  rows: readonly RegisterRow[],
  { facets, q }: RegisterQuery,
  except: readonly FacetKey[] = [],
): RegisterRow[] {
  const wanted = facetKeys.filter((key) => facets[key] && !except.includes(key));
  return rowsWithWords(rows, q).filter((row) =>
    wanted.every((key) => facetValues[key](row).includes(facets[key] ?? '')),
  );
}

// One comparer for all: making one for each pair takes ten times as long.
const byWording = new Intl.Collator('zh-CN', { numeric: true });

/** Sorted as chosen; rows that are alike keep the order of the walls. */
export function sortedRows(rows: readonly RegisterRow[], sort: string): RegisterRow[] {
  const key = sort.replace(/^-/, '');
  const column = registerColumns.find((one) => one.key === key);
  if (!column) return [...rows];
  const direction = sort.startsWith('-') ? -1 : 1;
  return rows
    .map((row, i) => ({ row, i, text: column.text(row) }))
    .sort((a, b) => {
      const order =
        key === 'grade'
          ? gradeRank(a.row.grade) - gradeRank(b.row.grade)
          : byWording.compare(a.text, b.text);
      return order * direction || a.i - b.i;
    })
    .map(({ row }) => row);
}

/** How many rows each value of a facet has among those that fit all other facets. */
export function facetCounts(
  rows: readonly RegisterRow[],
  query: RegisterQuery,
  key: FacetKey,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of matchingRows(rows, query, [key])) {
    for (const value of facetValues[key](row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** Counts over two facets, of the rows that fit all the others. */
export function heatMap(
  rows: readonly RegisterRow[],
  query: RegisterQuery,
  [down, across]: readonly [FacetKey, FacetKey],
): (downValue: string, acrossValue: string) => number {
  const counts = new Map<string, number>();
  for (const row of matchingRows(rows, query, [down, across])) {
    for (const a of facetValues[down](row)) {
      for (const b of facetValues[across](row)) {
        counts.set(`${a}\n${b}`, (counts.get(`${a}\n${b}`) ?? 0) + 1);
      }
    }
  }
  return (downValue, acrossValue) => counts.get(`${downValue}\n${acrossValue}`) ?? 0;
}
