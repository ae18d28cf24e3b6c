import { readFileSync } from 'node:fs';

/** One package in package-lock.json (lockfileVersion 3): only what the rules read. */
export interface LockEntry {
  readonly version?: string;
  /** Where it was fetched; left out for packages of the registry, see .npmrc. */
  readonly resolved?: string;
  readonly integrity?: string;
  /** As the package says it, an SPDX expression. */
  readonly license?: string;
  readonly deprecated?: string;
  readonly hasInstallScript?: boolean;
  /** A folder that stands in for a package. */
  readonly link?: boolean;
}

/** What package-lock.json holds; the key is the folder, '' the project itself. */
export interface LockFile {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

/** esbuild puts its program for this system in place; the tests run without it, only slower. */
const mayRunScripts = ['esbuild'];

/**
 * Licences under which a package may be used to build and test the site. What is published in it
 * is held to the narrower list in tests/site/licences.test.ts.
 */
const knownLicences = [
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['Unlicense', 'CC0-1.0', 'Python-2.0', 'CC-BY-4.0', 'OFL-1.1'],
  // Used as they are and not passed on: lightningcss, axe-core; the libraries of sharp; elkjs.
  ...['MPL-2.0', 'LGPL-3.0-or-later', 'EPL-2.0'],
];

/** Packages whose manifest names no licence, read by hand in their licence file. */
const licencesReadByHand: Readonly<Record<string, string>> = { khroma: 'MIT' };

/** Whether an SPDX expression can be kept with known licences; AND binds closer than OR. */
function isKnown(expression: string): boolean {
  return expression
    .replace(/^\((.*)\)$/, '$1')
    .split(/ OR /i)
    .some((choice) => choice.split(/ AND /i).every((one) => knownLicences.includes(one.trim())));
}

/** Says what is wrong with one package, or nothing. */
type Rule = (entry: LockEntry, name: string) => string | false;

const rules: readonly Rule[] = [
  ({ link, resolved }) =>
    (link || resolved !== undefined) &&
    `不是从包仓库取的：${resolved ?? '本地文件夹'}；只用发布在仓库里的版本`,
  // npm leaves the hash out for packages of other systems when it adds to an existing lock file
  // without `resolved` lines; written anew, the file is whole.
  ({ integrity, link }) =>
    !link &&
    integrity === undefined &&
    '没有 integrity；删掉 node_modules 和 package-lock.json，再 npm install',
  ({ deprecated }) => deprecated !== undefined && `已经停用：${deprecated}`,
  ({ hasInstallScript }, name) =>
    hasInstallScript === true && !mayRunScripts.includes(name) && '安装时要运行自己的程序',
  ({ license, link }, name) => {
    const licence = license ?? licencesReadByHand[name] ?? '没有写';
    return !link && !isKnown(licence) && `许可不在名单里：${licence}`;
  },
];

/**
 * Checks every package that package-lock.json names, without network.
 * @returns one Chinese sentence per fault, empty when the file is sound.
 */
export function lockFaults({ packages }: LockFile): string[] {
  return Object.entries(packages)
    .filter(([folder]) => folder !== '')
    .flatMap(([folder, entry]) => {
      const name = folder.replace(/^.*node_modules\//, '');
      return rules.flatMap((rule) => {
        const fault = rule(entry, name);
        return fault === false ? [] : [`${folder} ${entry.version ?? ''}：${fault}`];
      });
    });
}

/** The project's own lock file. */
export function readLockFile(): LockFile {
  return JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile;
}
