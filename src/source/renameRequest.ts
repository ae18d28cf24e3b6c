import { catalogueOf } from '../model/checks/catalogue.ts';
import type { ContentSet } from '../model/content/contentSet.ts';
import { bureauSchema, type Department } from '../model/post/bureauSchema.ts';
import { fullPostName, type CataloguePost } from '../model/post/catalogue.ts';
import { departmentPostsSchema } from '../model/post/postSchema.ts';
import { parseWith } from '../model/problem/schemaProblems.ts';
import { nearestNames } from '../model/text/nearest.ts';

/** A name, and the names that are longer and contain it: inside those it is not meant. */
export interface WholeName {
  readonly name: string;
  readonly longer: readonly string[];
}

export interface DepartmentRename {
  readonly form: 'department';
  readonly from: WholeName;
  readonly to: string;
}

export interface PostRename {
  readonly form: 'post';
  readonly department: WholeName & Pick<Department, 'id'>;
  readonly from: WholeName;
  readonly to: string;
}

/** What is to be renamed, after the names were found to be good. */
export type Rename = DepartmentRename | PostRename;

/** Why nothing can be renamed, as the author is told. */
export interface Refusal {
  readonly refusal: string;
}

type Named = Pick<ContentSet, 'bureau' | 'posts'>;

const departmentName = bureauSchema.shape.departments.element.shape.name;
const postName = departmentPostsSchema.shape.posts.element.shape.name;

/**
 * New names stand unquoted in YAML, in its lists on one line, in prose and after a `/`: a sign that
 * means something in one of those would break a file.
 */
const plainName = /^[\p{L}\p{N}（）〔〕“”·、—]+$/u;

function faultOf(name: string, schema: typeof departmentName): string | undefined {
  const parsed = parseWith(schema, name);
  const [fault] = 'faults' in parsed ? parsed.faults : [];
  if (fault) return `新名称“${name}”${fault.problem}。${fault.remedy}`;
  if (plainName.test(name) && /\p{Script=Han}/u.test(name)) return undefined;
  return `新名称“${name}”不能用：只用汉字、字母、数字和全角的（）、“”这些符号，至少有一个汉字，中间不空格`;
}

const longerThan = (name: string, known: readonly string[]): string[] =>
  known.filter((one) => one !== name && one.includes(name));

const refuse = (refusal: string): Refusal => ({ refusal });

/** `没有…`, and what was perhaps meant. */
function unknown(
  what: string,
  written: string,
  known: readonly { readonly name: string; readonly aliases: readonly string[] }[],
): Refusal {
  const near = nearestNames(written, known);
  const advice =
    near.length > 0
      ? `相近的有：${near.join('、')}`
      : '处室照 content/bureau.yaml 里的名称写；岗位写成处室/岗位，例如 地籍处/登簿岗';
  return refuse(`${what}。${advice}`);
}

function departmentRename(from: string, to: string, { bureau, posts }: Named): Rename | Refusal {
  const names = bureau.data.departments.map(({ name }) => name);
  if (!names.includes(from)) {
    const known = [
      ...names.map((name) => ({ name, aliases: [] })),
      ...catalogueOf({ bureau, posts }).map((post) => ({
        name: fullPostName(post),
        aliases: [post.name, ...post.aliases],
      })),
    ];
    return unknown(`没有叫“${from}”的处室`, from, known);
  }
  if (names.includes(to)) return refuse(`已经有叫“${to}”的处室，换一个新名称`);
  const fault = faultOf(to, departmentName);
  if (fault) return refuse(fault);
  return {
    form: 'department',
    from: { name: from, longer: longerThan(from, [...names, to]) },
    to,
  };
}

/** The new name of a post may be written with its department, which stays. */
function newPostName(department: string, written: string): string | Refusal {
  const slash = written.indexOf('/');
  if (slash === -1) return written;
  return written.slice(0, slash) === department
    ? written.slice(slash + 1)
    : refuse(`只改岗位的名称，不能换处室：新名称写成 ${department}/新岗位名`);
}

function checkNewPost(post: CataloguePost, to: string, own: readonly CataloguePost[]) {
  const holder = own.find(({ name, aliases }) => name === to || aliases.includes(to));
  if (!holder) return faultOf(to, postName);
  const department = post.department.name;
  if (holder.name === to) return `${department}已经有叫“${to}”的岗位，换一个新名称`;
  return holder === post
    ? `“${to}”是“${post.name}”的别名：先从它的 aliases 里删掉，再改名`
    : `“${to}”是${department}另一个岗位“${holder.name}”的别名，换一个新名称`;
}

function postRename(from: string, written: string, content: Named): Rename | Refusal {
  const catalogue = catalogueOf(content);
  const post = catalogue.find((one) => fullPostName(one) === from);
  if (!post) {
    const known = catalogue.map((one) => ({
      name: fullPostName(one),
      aliases: one.aliases.map((alias) => `${one.department.name}/${alias}`),
    }));
    return unknown(`岗位目录里没有“${from}”`, from, known);
  }
  const { department } = post;
  const to = newPostName(department.name, written);
  if (typeof to !== 'string') return to;
  const own = catalogue.filter((one) => one.department.id === department.id);
  const fault = checkNewPost(post, to, own);
  if (fault) return refuse(fault);
  const departments = content.bureau.data.departments.map(({ name }) => name);
  // Its own aliases are left out: 地籍处处长, an alias, is how prose names the post 处长.
  const others = own.flatMap((one) => (one === post ? [] : [one.name, ...one.aliases]));
  return {
    form: 'post',
    department: {
      id: department.id,
      name: department.name,
      longer: longerThan(department.name, departments),
    },
    from: {
      name: post.name,
      longer: [...others, to].filter((name) => name !== post.name && name.startsWith(post.name)),
    },
    to,
  };
}

/**
 * What the author means by the two names.
 * @param from a department of `bureau.yaml`, or a post as `地籍处/登簿岗`.
 * @param to the new name; of a post with its department or without.
 * @returns what to do, or why not: no such name, the new one is taken or breaks a rule.
 */
export function renameOf(from: string, to: string, content: Named): Rename | Refusal {
  if (from === to) return refuse('新旧名称一样，没有要改的');
  return from.includes('/') ? postRename(from, to, content) : departmentRename(from, to, content);
}

/** The file that gives the name, below the content folder. */
export const homeOf = (rename: Rename): string =>
  rename.form === 'department' ? 'bureau.yaml' : `posts/${rename.department.id}.yaml`;
