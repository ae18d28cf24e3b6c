import type { DepartmentGroup, PostLevel } from '../vocabulary.ts';
import { departmentGroups } from '../vocabulary.ts';
import type { CataloguePost } from './catalogue.ts';
import type { MyPost, PostNames } from './myPost.ts';
import { placeName } from './postWords.ts';

/** A post as choosers need it. */
export interface ListedPost {
  /** `cadastre/registrar`. */
  readonly ref: string;
  readonly name: string;
  readonly level: PostLevel;
  /** Further names, as people and rosters write them. */
  readonly aliases: readonly string[];
  /** Staff of another body: the bureau's own rules of sanction do not hold for them. */
  readonly isExternal: boolean;
  /** Nobody in the bureau stands above them. */
  readonly isPrincipal: boolean;
}

export interface ListedDepartment {
  readonly name: string;
  readonly group: DepartmentGroup;
  readonly posts: readonly ListedPost[];
}

/** The catalogue as pages fetch it: groups in a reader's order, departments in that of the bureau. */
export type PostList = readonly ListedDepartment[];

export function postList(catalogue: readonly CataloguePost[]): PostList {
  const departments = [...new Set(catalogue.map(({ department }) => department))];
  return departmentGroups.flatMap((group) =>
    departments
      .filter((department) => department.group === group)
      .map((department) => ({
        name: department.name,
        group,
        posts: catalogue
          .filter((post) => post.department === department)
          .map(({ ref, name, level, aliases, staff, isPrincipal }) => ({
            ref,
            name,
            level,
            aliases,
            isExternal: staff === '外单位',
            isPrincipal,
          })),
      })),
  );
}

/** A post by its number in the list, as `postNumbers` counts. */
export interface NumberedPost extends ListedPost {
  readonly department: string;
}

/**
 * All posts in the order of the list: a wall tells whose a step or a risk is by the number, since the
 * names of thirty posts would be a fiftieth of the page.
 */
export const numberedPosts = (list: PostList): NumberedPost[] =>
  list.flatMap(({ name, posts }) => posts.map((post) => ({ ...post, department: name })));

/** One numbering for each catalogue: every risk of every page asks for one. */
const numberings = new WeakMap<readonly CataloguePost[], ReadonlyMap<string, number>>();

function newNumbering(catalogue: readonly CataloguePost[]): ReadonlyMap<string, number> {
  return new Map(numberedPosts(postList(catalogue)).map(({ ref }, number) => [ref, number]));
}

/** The number of each post of the catalogue in the list that is published. */
export function postNumbers(
  catalogue: readonly CataloguePost[],
): (post: Pick<CataloguePost, 'ref'>) => number {
  const numbers = numberings.get(catalogue) ?? newNumbering(catalogue);
  numberings.set(catalogue, numbers);
  return ({ ref }) => numbers.get(ref) ?? -1;
}

export interface FoundPost {
  readonly department: string;
  readonly post: ListedPost;
}

export function findListed(list: PostList, ref: string): FoundPost | undefined {
  for (const { name, posts } of list) {
    const post = posts.find((one) => one.ref === ref);
    if (post) return { department: name, post };
  }
  return undefined;
}

/** How the choice of a reader is told where the catalogue and the walls are at hand. */
export function postNames(
  list: PostList,
  walls: readonly { readonly id: string; readonly name: string }[],
): PostNames {
  return {
    wall: (id) => walls.find((wall) => wall.id === id)?.name ?? id,
    post: (ref) => listedName(list, ref),
  };
}

/** `地籍处登簿岗`; a post that the catalogue no longer has by its ref. */
export function listedName(list: PostList, ref: string): string {
  const found = findListed(list, ref);
  return found ? placeName(found.department, found.post.name) : ref;
}

/** Department and post as a form has them in its head; what is not one of each stays empty. */
export interface FormPlace {
  readonly department: string;
  readonly post: string;
}

/** What the head of a form says of who has chosen these posts, so that nobody types it again. */
export function formPlace(list: PostList, { posts, departments }: MyPost): FormPlace {
  const chosen = list.flatMap((department) =>
    department.posts
      .filter(({ ref }) => posts.includes(ref))
      .map(({ name }) => ({ department: department.name, post: name })),
  );
  const only = (names: readonly string[]) => (new Set(names).size === 1 ? (names[0] ?? '') : '');
  return {
    department: only(chosen.map(({ department }) => department)) || (departments[0] ?? ''),
    post: only(chosen.map(({ post }) => post)),
  };
}
