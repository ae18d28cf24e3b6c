import type { z } from 'zod';
import { lawSchema } from '../law/lawSchema.ts';
import { departmentPledgesSchema } from '../letter/pledgeSchema.ts';
import { letterSchema } from '../letter/letterSchema.ts';
import { catalogSchema } from '../mechanism/catalogSchema.ts';
import { documentSchema } from '../mechanism/documentSchema.ts';
import { bureauSchema } from '../post/bureauSchema.ts';
import { departmentPostsSchema } from '../post/postSchema.ts';
import { examSchema } from '../quiz/examSchema.ts';
import { quizSchema } from '../quiz/quizSchema.ts';
import { resultsSchema } from '../results/resultsSchema.ts';
import { supervisionSchema } from '../supervision/supervisionSchema.ts';
import { technologySchema } from '../technology/technologySchema.ts';
import { wallSchema } from '../wall/wallSchema.ts';
import { wordingSchema } from '../wording/wordingSchema.ts';
import { pageSchema } from './pageSchema.ts';
import { synonymSchema } from './synonymSchema.ts';

/** Many files of one kind, each known by its name. */
interface FolderKind<S extends z.ZodType> {
  readonly form: 'folder';
  /** What the author calls one of its files. */
  readonly title: string;
  /** Below the content folder. */
  readonly folder: string;
  /** `.mdx` files have prose below their fields. */
  readonly ending: '.yaml' | '.mdx';
  readonly schema: S;
  /** True for a file that takes no part in the site yet. */
  isDraft?(data: z.output<S>): boolean;
  /** The order on the site; by name where there is none. */
  order?(data: z.output<S>): number;
}

/** One file of settings. */
interface FileKind<S extends z.ZodType> {
  readonly title: string;
  /** In the content folder. */
  readonly file: `${string}.yaml`;
  readonly schema: S;
}

const folder = <S extends z.ZodType>(kind: Omit<FolderKind<S>, 'form'>): FolderKind<S> => ({
  form: 'folder',
  ...kind,
});
const file = <S extends z.ZodType>(kind: FileKind<S>) => ({ form: 'file', ...kind }) as const;
const optionalFile = <S extends z.ZodType>(kind: FileKind<S>) =>
  ({ form: 'optional file', ...kind }) as const;

/**
 * Every kind of content, one row each. From here come the reading and its messages, the collections
 * of Astro, the set that checks and pages work on, the versions, and the help of the editor. A new
 * kind is a row here; besides it only its schema, its checks and its page.
 */
export const kinds = {
  bureau: file({ title: '本单位的设置', file: 'bureau.yaml', schema: bureauSchema }),
  synonyms: file({ title: '同义词', file: 'synonyms.yaml', schema: synonymSchema }),
  /** Absent where the authors have not agreed on any words. */
  wording: optionalFile({ title: '用语', file: 'wording.yaml', schema: wordingSchema }),
  /** Absent where no exams are held. */
  exam: optionalFile({ title: '考试规则', file: 'exam.yaml', schema: examSchema }),
  /** The four pages below are left out of a site whose content does not have them. */
  mechanismCatalog: optionalFile({
    title: '五项机制的件数',
    file: 'mechanisms.yaml',
    schema: catalogSchema,
  }),
  supervision: optionalFile({
    title: '三权监督',
    file: 'supervision.yaml',
    schema: supervisionSchema,
  }),
  technology: optionalFile({
    title: '科技防腐',
    file: 'technology.yaml',
    schema: technologySchema,
  }),
  results: optionalFile({ title: '成效', file: 'results.yaml', schema: resultsSchema }),
  posts: folder({
    title: '岗位目录',
    folder: 'posts',
    ending: '.yaml',
    schema: departmentPostsSchema,
  }),
  laws: folder({ title: '法律', folder: 'laws', ending: '.yaml', schema: lawSchema }),
  quizzes: folder({ title: '题库', folder: 'quizzes', ending: '.yaml', schema: quizSchema }),
  letters: folder({
    title: '承诺书',
    folder: 'letters',
    ending: '.yaml',
    schema: letterSchema,
    order: ({ order }) => order,
  }),
  pledges: folder({
    title: '岗位承诺',
    folder: 'letters/pledges',
    ending: '.yaml',
    schema: departmentPledgesSchema,
  }),
  mechanismDocuments: folder({
    title: '制度',
    folder: 'mechanisms',
    ending: '.yaml',
    schema: documentSchema,
  }),
  walls: folder({
    title: '墙',
    folder: 'walls',
    ending: '.mdx',
    schema: wallSchema,
    isDraft: ({ isDraft }) => isDraft,
    order: ({ order }) => order,
  }),
  pages: folder({
    title: '说明页',
    folder: 'pages',
    ending: '.mdx',
    schema: pageSchema,
  }),
} as const;

export type Kinds = typeof kinds;
export type KindName = keyof Kinds;
/** A row of the list, whatever its schema. */
export type Kind = FolderKind<z.ZodType> | ReturnType<typeof file> | ReturnType<typeof optionalFile>;
/** What one file of a kind holds. */
export type DataOf<K extends KindName> = z.output<Kinds[K]['schema']>;

type NamesOf<Form extends string> = {
  [K in KindName]: Kinds[K]['form'] extends Form ? K : never;
}[KindName];
export type FolderName = NamesOf<'folder'>;
export type FileName = NamesOf<'file'>;
export type OptionalFileName = NamesOf<'optional file'>;

export const kindNames = Object.keys(kinds) as readonly KindName[];
