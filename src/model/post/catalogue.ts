import type { PostLevel } from '../vocabulary.ts';
import type { Bureau, Department } from './bureauSchema.ts';
import type { DepartmentPosts, PostSource } from './postSchema.ts';

/** A post of the catalogue (岗位目录) with the department that it belongs to. */
export interface CataloguePost extends PostSource {
  /** `cadastre/registrar`: unique in the bureau, in addresses and in kept choices, never reworded. */
  readonly ref: string;
  readonly department: Department;
}

/** A file of `content/posts/`, known by the id of its department. */
export interface NamedDepartmentPosts extends DepartmentPosts {
  readonly id: string;
}

/** The whole catalogue, departments in the bureau's order, posts in the order of their file. */
export function postCatalogue(
  { departments }: Pick<Bureau, 'departments'>,
  files: readonly NamedDepartmentPosts[],
): CataloguePost[] {
  return departments.flatMap((department) =>
    files
      .filter(({ id }) => id === department.id)
      .flatMap(({ posts }) =>
        posts.map((post) => ({ ...post, department, ref: `${department.id}/${post.id}` })),
      ),
  );
}

/** `地籍处/登簿岗`: how a step names a post, and how it is told apart from those of other departments. */
export const fullPostName = ({ department, name }: CataloguePost): string =>
  `${department.name}/${name}`;

interface PlacedByPost {
  readonly department: string;
  readonly posts: readonly string[];
  readonly postLevel: PostLevel;
}

type PostFinder = (risk: Pick<PlacedByPost, 'department' | 'posts'>) => readonly CataloguePost[];

/** One finder for each catalogue: every risk of every page asks for one. */
const finders = new WeakMap<readonly CataloguePost[], PostFinder>();

function newPostFinder(catalogue: readonly CataloguePost[]): PostFinder {
  const byName = new Map(catalogue.map((post) => [fullPostName(post), post]));
  return ({ department, posts }) =>
    posts.flatMap((name) => byName.get(`${department}/${name}`) ?? []);
}

/**
 * Finds the posts that a risk names.
 * @returns a function from a risk to its posts; names that the catalogue lacks are left out, the
 * checks speak of them.
 */
export function postFinder(catalogue: readonly CataloguePost[]): PostFinder {
  const finder = finders.get(catalogue) ?? newPostFinder(catalogue);
  finders.set(catalogue, finder);
  return finder;
}

/** Whether somebody who acts against a risk is the person of the risk under another name. */
export function isSamePerson(
  by: string,
  { department, posts }: Pick<PlacedByPost, 'department' | 'posts'>,
): boolean {
  return by === department || posts.some((name) => by === name || by === `${department}${name}`);
}
