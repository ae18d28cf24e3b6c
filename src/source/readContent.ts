import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkContent } from '../model/checks/checkContent.ts';
import { partWaiting, wallIdIn, type UnreadFile } from '../model/checks/waiting.ts';
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
  /** Files with something that is not checked until another file, which cannot be read, is mended. */
  readonly waitingFiles: ReadonlySet<string>;
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

const placeOf = ({ file, line }: Problem) => `${file}:${line ?? ''}`;

function unreadFiles(files: FilesByKind): UnreadFile[] {
  return [...files].flatMap(([kind, list]) =>
    list
      .filter(({ data, path }) => data === undefined && existsSync(path))
      .map(({ file, name, path }) => ({ file, name, kind, text: readFileSync(path, 'utf8') })),
  );
}

/** Ids of walls that cannot be read count too: they are taken all the same. */
function wallIds(files: readonly ContentFile<unknown>[]): string[] {
  return files.flatMap(({ data, path }) =>
    data === undefined ? (wallIdIn(readFileSync(path, 'utf8')) ?? []) : (data as WallSource).id,
  );
}

/** What the first problem of a file that cannot be read says of those that wait for it. */
function waitingNote(count: number, file: string, unread: readonly UnreadFile[]) {
  if (!unread.some((one) => one.file === file)) return undefined;
  const cited = count > 0 ? `别处引用它的 ${count} 处先不查，` : '';
  return `这个文件现在读不出来：${cited}提醒也等它改好再列`;
}

function notedWaiting(
  problems: readonly Problem[],
  noteOf: (file: string) => string | undefined,
): Problem[] {
  return problems.map((problem, i) => {
    const isFirst = problems.findIndex(({ file }) => file === problem.file) === i;
    const note = isFirst ? noteOf(problem.file) : undefined;
    return note === undefined ? problem : { ...problem, note };
  });
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
  const unread = unreadFiles(taken);
  const allWallIds = wallIds(written.get('walls') ?? []);
  const shapeProblems = files.flatMap(({ problems }) => problems);
  const content = contentSet(taken);
  if (!content) {
    const problems = notedWaiting(shapeProblems, (file) =>
      unread.some((one) => one.file === file) ? '别的文件和它的核对等它改好再做' : undefined,
    );
    return { problems, waitingFiles: new Set(), allWallIds };
  }
  const lines = new Map(files.map(({ file, lineOf }) => [file, lineOf]));
  const placed = checkContent(content, today).map((problem) => ({
    ...problem,
    line: lines.get(problem.file)?.(problem.path),
  }));
  const { told, waiting } = partWaiting(placed, content, unread);
  const spoilt = new Set(shapeProblems.map(placeOf));
  return {
    content,
    problems: [
      ...notedWaiting(shapeProblems, (file) =>
        waitingNote(waiting.get(file)?.length ?? 0, file, unread),
      ),
      // A line that cannot be right as it is written is not also judged for what it says.
      ...told.filter((problem) => problem.line === undefined || !spoilt.has(placeOf(problem))),
    ],
    waitingFiles: new Set([...waiting.values()].flat().map(({ file }) => file)),
    allWallIds,
  };
}
