import type { ListedPost, PostList } from '../post/postList.ts';
import { nearestNames } from '../text/nearest.ts';

/** What was found for a post as a roster writes it. */
export interface PostMatch {
  readonly post?: ListedPost;
  /** Where nothing fits: the posts of the department, those that were perhaps meant first. */
  readonly nearest: readonly ListedPost[];
  /** How many of `nearest` are alike; the rest is only the rest of the department. */
  readonly alikeCount: number;
}

/** Spaces, brackets and the ends that say nothing are written as people like. */
const plainName = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s·•、，,。()[\]【】〔〕-]/g, '')
    .replace(/(?:工作)?岗位$/, '岗')
    .replace(/工作$/, '');

interface NamedPost {
  readonly post: ListedPost;
  readonly department: string;
  /** All that a roster may write for it, as names are compared. */
  readonly names: ReadonlySet<string>;
}

/** Worked out once for a catalogue: a roster of thousands asks for the same posts again and again. */
const namedPosts = new WeakMap<PostList, readonly NamedPost[]>();

function namesOf({ name, aliases }: ListedPost, department: string): ReadonlySet<string> {
  const place = plainName(department);
  return new Set(
    [name, ...aliases].flatMap((written) => {
      const plain = plainName(written);
      const work = plain.replace(/岗$/, '');
      return [plain, work, `${work}岗`].flatMap((one) => [one, place + one]);
    }),
  );
}

function postsOf(list: PostList): readonly NamedPost[] {
  const known = namedPosts.get(list);
  if (known) return known;
  const named = list.flatMap(({ name: department, posts }) =>
    posts.map((post) => ({ post, department, names: namesOf(post, department) })),
  );
  namedPosts.set(list, named);
  return named;
}

/** Ranks and words for anybody: no post is like them. */
const anyStaff =
  /^(?:(?:一般)?工作人员|干部|职工|(?:[一二三四]级|副)?主任科员|(?:[一二]级)?科员|[一二三四]级调研员|调研员|办事员)$/;

/**
 * Finds the post of the catalogue that a roster means: its name, or what people also call it, with
 * the department before it or not.
 * @param department as the bureau's list has it; empty where the roster names none: then a name that
 * only one department has is enough.
 */
export function matchPost(list: PostList, department: string, written: string): PostMatch {
  const wanted = plainName(written);
  const posts = postsOf(list).filter((one) => department === '' || one.department === department);
  if (wanted === '') return { nearest: posts.map(({ post }) => post), alikeCount: 0 };
  const fits = posts.filter(({ names }) => names.has(wanted));
  // A full name decides over a shortened one: 出纳 is not 出纳岗 of somebody else.
  const exact = fits.filter(({ post }) => plainName(post.name) === wanted);
  const found = exact.length === 1 ? exact[0] : fits.length === 1 ? fits[0] : undefined;
  if (found) return { post: found.post, nearest: [], alikeCount: 0 };
  const alike = anyStaff.test(wanted)
    ? []
    : nearestNames(
        written,
        posts.map(({ post }) => post),
      );
  const near = alike.flatMap((name) => posts.find(({ post }) => post.name === name)?.post ?? []);
  const rest = posts.flatMap(({ post }) => (near.includes(post) ? [] : [post]));
  return { nearest: [...near, ...rest], alikeCount: near.length };
}
