import { readFileSync } from 'node:fs';

/** One package in package-lock.json (lockfileVersion 3): only what the rules read. */
export interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  /** A folder of this project that stands in for a package; nothing is fetched for it. */
  readonly link?: boolean;
}

/** What package-lock.json holds; the key is the folder, '' the project itself. */
export interface LockFile {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

/** Says what is wrong with one package, or nothing. */
type Rule = (entry: LockEntry) => string | undefined;

const rules: readonly Rule[] = [
  // npm leaves the hash out for packages of other systems when it adds to an existing lock file
  // without `resolved` lines; written anew, the file is whole.
  ({ integrity }) =>
    integrity === undefined
      ? '没有 integrity；删掉 node_modules 和 package-lock.json，再 npm install'
      : undefined,
  ({ resolved }) =>
    resolved === undefined
      ? undefined
      : `写了 resolved：${resolved}；锁文件不认定从哪里取，见 .npmrc`,
];

/**
 * Checks every package that package-lock.json names, without network.
 * @returns one Chinese sentence per fault, empty when the file is sound.
 */
export function lockFaults({ packages }: LockFile): string[] {
  return Object.entries(packages)
    .filter(([folder, { link }]) => folder !== '' && !link)
    .flatMap(([folder, entry]) =>
      rules.flatMap((rule) => {
        const fault = rule(entry);
        return fault === undefined ? [] : [`${folder} ${entry.version ?? ''}：${fault}`];
      }),
    );
}

/** The project's own lock file. */
export function readLockFile(): LockFile {
  return JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile;
}
