import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkContent } from '../model/checks/checkContent.ts';
import type { ContentSet } from '../model/content/contentSet.ts';
import { kindNames, kinds, type Kind, type KindName } from '../model/content/kinds.ts';
import type { Sourced } from '../model/content/sourced.ts';
import { slugPattern } from '../model/fields/ids.ts';
import type { Problem } from '../model/problem/problem.ts';
import type { WallSource } from '../model/wall/wallSchema.ts';
import { readMdxFile, readYamlFile, refused, type ContentFile } from './contentFile.ts';

export interface ReadContent {
  /** Present when the settings could be read; other files that could not are left out. */
  readonly content?: ContentSet;
  readonly problems: readonly Problem[];
  /** Ids of all walls, drafts included: an id once given is never given again. */
  readonly allWallIds: readonly string[];
}

type FolderKind = Extract<Kind, { form: 'folder' }>;
type SettingsKind = Exclude<Kind, FolderKind>;

const folders = new Set(
  Object.values(kinds).flatMap((kind) => (kind.form === 'folder' ? [kind.folder as string] : [])),
);

function readFolder(root: string, kind: FolderKind): ContentFile<unknown>[] {
  const { ending, schema } = kind;
  const path = join(root, kind.folder);
  if (!existsSync(path)) return [];
  return (
    readdirSync(path)
      // A folder of another kind may stand in this one (letters/pledges).
      .filter((entry) => !entry.startsWith('.') && !folders.has(`${kind.folder}/${entry}`))
      .sort()
      .map((entry) => {
        const name = entry.slice(0, -ending.length);
        const place = { file: `content/${kind.folder}/${entry}`, name, path: join(path, entry) };
        if (entry.endsWith(ending) && slugPattern.test(name)) {
          return ending === '.mdx' ? readMdxFile(place, schema) : readYamlFile(place, schema);
        }
        return refused(place, {
          problem: '文件名不合规矩',
          remedy: `用小写字母、数字和短横，以 ${ending} 结尾，例如 land-registration${ending}`,
        });
      })
  );
}

function readSettings(root: string, kind: SettingsKind): ContentFile<unknown>[] {
  const path = join(root, kind.file);
  const place = { file: `content/${kind.file}`, name: basename(kind.file, '.yaml'), path };
  if (existsSync(path)) return [readYamlFile(place, kind.schema)];
  if (kind.form === 'optional file') return [];
  return [
    refused(place, {
      problem: `缺少这个文件，它写的是${kind.title}`,
      remedy: '从项目原来的 content 文件夹里复制一份，照着改',
    }),
  ];
}

/** The files of a kind, drafts aside: they are checked by the editor but take no part in the site. */
function withoutDrafts(kind: Kind, files: readonly ContentFile<unknown>[]): ContentFile<unknown>[] {
  return files.filter(
    ({ data }) => !(kind.form === 'folder' && data !== undefined && kind.isDraft?.(data)),
  );
}

function sourced(kind: Kind, files: readonly ContentFile<unknown>[]): Sourced<unknown>[] {
  const sound = files.flatMap(({ file, name, data }) =>
    data === undefined ? [] : [{ file, name, data }],
  );
  const order = kind.form === 'folder' ? kind.order?.bind(kind) : undefined;
  return order
    ? sound.sort((a, b) => order(a.data) - order(b.data) || a.name.localeCompare(b.name))
    : sound;
}

type FilesByKind = ReadonlyMap<KindName, readonly ContentFile<unknown>[]>;

/** The set of what could be read, unless a file is missing without which there is no site. */
function contentSet(files: FilesByKind): ContentSet | undefined {
  const held = kindNames.map((name) => {
    const entries = sourced(kinds[name], files.get(name) ?? []);
    return [name, kinds[name].form === 'folder' ? entries : entries[0]] as const;
  });
  if (held.some(([name, one]) => kinds[name].form === 'file' && one === undefined))
    return undefined;
  // Each file has passed the schema of its kind: the loop knows it, the compiler cannot.
  return Object.fromEntries(held) as unknown as ContentSet;
}

/**
 * Reads and checks the whole content folder.
 * @param root the folder that holds `bureau.yaml`, `walls/` and `laws/`.
 * @param today YYYY-MM-DD, for overdue reviews.
 */
export function readContent(root: string, today: string): ReadContent {
  const written: FilesByKind = new Map(
    kindNames.map((name) => {
      const kind: Kind = kinds[name];
      return [name, kind.form === 'folder' ? readFolder(root, kind) : readSettings(root, kind)];
    }),
  );
  const taken: FilesByKind = new Map(
    [...written].map(([name, list]) => [name, withoutDrafts(kinds[name], list)]),
  );
  const files = [...taken.values()].flat();
  const walls = (written.get('walls') ?? []) as readonly ContentFile<WallSource>[];
  const allWallIds = walls.flatMap(({ data }) => data?.id ?? []);
  const shapeProblems = files.flatMap(({ problems }) => problems);
  const content = contentSet(taken);
  if (!content) return { problems: shapeProblems, allWallIds };
  const lines = new Map(files.map(({ file, lineOf }) => [file, lineOf]));
  const crossProblems = checkContent(content, today).map((problem) => ({
    ...problem,
    line: lines.get(problem.file)?.(problem.path),
  }));
  return { content, problems: [...shapeProblems, ...crossProblems], allWallIds };
}
