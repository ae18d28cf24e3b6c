import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** An npm package whose code is in the published site. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As package.json says it, an SPDX expression. */
  readonly licence: string;
  /** The full text of its licence and notice files. */
  readonly text: string;
}

/** Modules that the bundler writes itself, by the start of their id, and the package they are of. */
const writtenByBundler: readonly (readonly [start: string, packageName: string])[] = [
  ['\0vite/', 'vite'],
  ['\0rolldown/', 'rolldown'],
  ['\0@oxc-project+runtime', 'rolldown'],
];

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
}

function readManifest(folder: string): Manifest | undefined {
  const file = join(folder, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : undefined;
}

/** Folder of an installed package as Node finds it from another folder, nearest first. */
function installedFolder(name: string, from: string): string {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (dirname(from) === from) throw new Error(`找不到包 ${name}，许可清单写不出来`);
  return installedFolder(name, dirname(from));
}

/** Root folder of the package that a file belongs to; folders inside may hold a bare manifest. */
function packageFolder(file: string): string {
  const match = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file);
  if (!match) throw new Error(`${file} 不在任何包里`);
  return match[0];
}

/** Packages that a package has bundled into its own file; bundlers leave their paths as comments. */
function foldersBundledInto(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const names = [
    ...source.matchAll(/^\s*\/\/(?:#region)? (?:\S*\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm),
  ].map((match) => match[1] ?? '');
  return [...new Set(names)].map((name) => installedFolder(name, dirname(file)));
}

/** Where a module comes from: a package's root folder, and the file in it if there is one. */
interface Origin {
  readonly folder: string;
  readonly file?: string;
}

/**
 * Where a module of the bundle comes from, with the packages that its file has bundled already.
 * @param moduleId the bundler's id: a file, maybe with a query, or a module of its own (`\0…`).
 * @param root the project's folder.
 * @returns none for the project's own code.
 * @throws Error when a module cannot be traced to a package: then its licence would be missing.
 */
export function originsOf(moduleId: string, root: string): Origin[] {
  if (moduleId.startsWith('\0') && !moduleId.includes('node_modules')) {
    const origin = writtenByBundler.find(([start]) => moduleId.startsWith(start))?.[1];
    if (!origin) throw new Error(`不知道模块 ${moduleId.slice(1)} 是谁写的，许可清单写不出来`);
    return [{ folder: installedFolder(origin, root) }];
  }
  const file = moduleId.replace(/^\0/, '').replace(/\?.*$/s, '');
  if (!file.includes('node_modules')) return [];
  return [
    { folder: packageFolder(file), file },
    ...foldersBundledInto(file).map((folder) => ({ folder })),
  ];
}

/** Comments that speak of rights: code taken over from others keeps them inside a package. */
function noticesIn(file: string): string[] {
  const comments = readFileSync(file, 'utf8').match(/\/\*[^]*?\*\//g) ?? [];
  return comments.filter((comment) => /@licen[cs]e|@preserve|copyright/i.test(comment));
}

/** Vite's licence goes on with those of its own tools, none of which reaches the site. */
const licencesOfTools = /^# Licenses of bundled dependencies[^]*$/m;

/** The MIT licence's words (SPDX), for packages that name it without enclosing its text. */
const mitText = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Licence and notice files of a package, also those in a folder of that name, sorted. */
function licenceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => /^(?:licen[cs]es?|copying|notices?)(?:[.-]|$)/i.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
    })
    .sort();
}

/** The texts of a package's licence files; for want of one, the words of the licence it names. */
function licenceTexts(folder: string, { license, author }: Manifest): string[] {
  const enclosed = licenceFiles(folder).map((file) =>
    readFileSync(file, 'utf8').replace(licencesOfTools, '').trim(),
  );
  if (enclosed.length > 0) return enclosed;
  const owner = typeof author === 'string' ? author : author?.name;
  if (license !== 'MIT' || !owner) return [];
  return [
    `（包里没有许可文件；下面是它在 package.json 里写明的 MIT 许可的标准文字。）\n\nCopyright (c) ${owner}\n\n${mitText}`,
  ];
}

/**
 * Reads what the licence list says of an installed package.
 * @param folder the package's root folder.
 * @param files its files that are in the site, for the notices in them.
 * @throws Error when the package has no licence text: code without one is not published.
 */
export function readPackage(folder: string, files: readonly string[] = []): ShippedPackage {
  const manifest = readManifest(folder) ?? {};
  const { name, version, license } = manifest;
  const texts = licenceTexts(folder, manifest);
  if (!name || !version || !license || texts.length === 0) {
    throw new Error(`${name ?? folder} 没有写明许可或没有许可全文，不能放进网站`);
  }
  const notices = new Set(files.flatMap(noticesIn));
  return { name, version, licence: license, text: [...texts, ...notices].join('\n\n') };
}
