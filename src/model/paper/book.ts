import type { CitationUse } from '../citation/citationIndex.ts';
import type { PostList } from '../post/postList.ts';
import { citedId, riskAnchor, stepAnchor } from '../wall/wall.ts';

/** The papers on which a handbook (手册) is printed; sizes as CSS says them. */
export const bookSizes = {
  a4: { name: 'A4，横放', page: 'A4 landscape' },
  a5: { name: 'A5，竖放', page: 'A5 portrait' },
} as const;
export type BookSize = keyof typeof bookSizes;

export const isBookSize = (value: string): value is BookSize =>
  Object.keys(bookSizes).includes(value);

/** Pages as an index names them: 3、7–9、12. Each once, in their order. */
export function pageRanges(pages: Iterable<number>): string {
  const runs: [first: number, last: number][] = [];
  for (const page of [...new Set(pages)].sort((a, b) => a - b)) {
    const run = runs[runs.length - 1];
    if (run && page === run[1] + 1) run[1] = page;
    else runs.push([page, page]);
  }
  return runs
    .map(([first, last]) =>
      first === last ? String(first) : `${first}${last === first + 1 ? '、' : '–'}${last}`,
    )
    .join('、');
}

/** A line of the index by post. */
export interface PostPages {
  readonly department: string;
  readonly posts: readonly { readonly name: string; readonly pages: string }[];
}

/**
 * The index by post (按岗位查页).
 * @param pagesOf the pages on which the risks of a post stand, by its number in the list.
 * @returns departments and posts of which something stands in the book, in the order of the list.
 */
export function indexByPost(
  list: PostList,
  pagesOf: ReadonlyMap<number, ReadonlySet<number>>,
): PostPages[] {
  let number = -1;
  return list
    .map(({ name, posts }) => ({
      department: name,
      posts: posts.flatMap((post) => {
        const pages = pagesOf.get((number += 1));
        return pages ? [{ name: post.name, pages: pageRanges(pages) }] : [];
      }),
    }))
    .filter(({ posts }) => posts.length > 0);
}

/** The places of one wall that cite an article. */
export interface CitedPlaces {
  readonly wallId: string;
  /** W01 第 2、5 步，岗位权限. */
  readonly text: string;
}

/** Where an article is cited, short, wall by wall. */
export function citedPlaces(uses: readonly CitationUse[]): CitedPlaces[] {
  const walls = new Map<string, { steps: Set<number>; others: Set<string> }>();
  for (const { wall, anchor } of uses) {
    const places = walls.get(wall.id) ?? { steps: new Set(), others: new Set() };
    walls.set(wall.id, places);
    const step = wall.steps.findIndex(
      ({ id, risks }) =>
        anchor === stepAnchor(id) || risks.some((risk) => anchor === riskAnchor(risk.id)),
    );
    if (step >= 0) places.steps.add(step + 1);
    else places.others.add(otherPlaces[anchor] ?? '墙尾');
  }
  return [...walls].map(([wallId, { steps, others }]) => ({
    wallId,
    text: [
      citedId(wallId),
      [...(steps.size > 0 ? [`第 ${pageRanges(steps)} 步`] : []), ...others].join('、'),
    ].join(' '),
  }));
}

/** What the anchors of a wall outside its steps are called. */
const otherPlaces: Readonly<Record<string, string>> = {
  posts: '岗位权限',
  rights: '相对人的权利',
  sanctions: '惩处规定',
};
