import { readFileSync } from 'node:fs';
import { init, parse } from 'es-module-lexer';
import { transform } from 'esbuild';
import type { Files } from '../archive.ts';
import { hashedFolder } from '../../model/server/serving.ts';

/** Where the loader stands, see loader.js. */
export const loaderPath = `${hashedFolder}loader.js`;

export const loaderBytes = () => readFileSync(new URL('./loader.js', import.meta.url));

/** A module of the site as a classic script. */
export interface ClassicScript {
  readonly path: string;
  readonly text: string;
  /** Paths of everything that has to be there before it runs, in the order in which it runs. */
  readonly needed: readonly string[];
}

interface Module {
  readonly code: string;
  /** Paths of what it imports at its head. */
  readonly imports: readonly string[];
  /** Paths of what it imports later on. */
  readonly later: readonly string[];
}

const pathOf = (specifier: string, from: string) =>
  new URL(specifier, `http://site/${from}`).pathname.slice(1);

/** The quotes of a name may be backticks, too. */
const unquoted = (text: string) => text.trim().replace(/^["'`]|["'`]$/g, '');

/**
 * What the bundler's helper would load ahead of an import: by links for modules, which a disc does
 * not give. The loader knows what a script needs.
 */
const withoutPreload = (code: string) => code.replace(/\b__vite__mapDeps\(\[[\d,]*\]\)/g, '[]');

/** Reads a module, with the loader's own names for what a classic script does not know. */
function readModule(source: string, path: string): Module {
  if (/\b__vite__mapDeps=[^;]*?\.css["'`]/.test(source))
    throw new Error(`${path} 连着样式一起取，单机版里取不到。样式改由页引入，见 CONTRIBUTING.md。`);
  const [found] = parse(source);
  const imports: string[] = [];
  const later: string[] = [];
  let code = '';
  let from = 0;
  const rename = (start: number, end: number, name: string) => {
    code += source.slice(from, start) + name;
    from = end;
  };
  for (const { d, s, e, ss } of found) {
    if (d === -1) {
      imports.push(pathOf(source.slice(s, e), path));
    } else if (d === -2) {
      rename(s, e, '$meta');
    } else {
      later.push(pathOf(unquoted(source.slice(s, e)), path));
      rename(ss, ss + 'import'.length, '$import');
    }
  }
  return { code: withoutPreload(code + source.slice(from)), imports, later };
}

/** Everything that a module needs at its head, the deepest first, as modules are run. */
function neededBy(path: string, modules: ReadonlyMap<string, Module>): string[] {
  const seen = new Set([path]);
  const order: string[] = [];
  const visit = (one: string) => {
    if (seen.has(one)) return;
    seen.add(one);
    modules.get(one)?.imports.forEach(visit);
    order.push(one);
  };
  modules.get(path)?.imports.forEach(visit);
  return order;
}

async function classicText(path: string, { code }: Module, needed: readonly string[]) {
  const { code: body } = await transform(code, {
    format: 'cjs',
    target: 'chrome86',
    charset: 'utf8',
    minify: true,
    // `$import` and `$meta` are given by the loader.
    supported: { 'dynamic-import': true },
  });
  const names = needed.map((one) => `./${one.slice(path.lastIndexOf('/') + 1)}`);
  return `fangkongModule(${JSON.stringify(names)},function(require,module,$import,$meta){"use strict";${body}});\n`;
}

/**
 * The modules of a site as classic scripts, each still a file of its own: what several pages share
 * is there once.
 * @param entries paths of the modules that pages begin with; what none of them leads to is left out.
 * @throws Error when a module is not there or cannot be made classic.
 */
export async function classicScripts(
  site: Files,
  entries: readonly string[],
): Promise<ReadonlyMap<string, ClassicScript>> {
  await init;
  const modules = new Map<string, Module>();
  const read = (path: string) => {
    if (modules.has(path)) return;
    const bytes = site.get(path);
    if (!bytes) throw new Error(`网站里没有 ${path}，重新运行 npm run build。`);
    const module = readModule(new TextDecoder().decode(bytes), path);
    modules.set(path, module);
    [...module.imports, ...module.later].forEach(read);
  };
  entries.forEach(read);
  const scripts = await Promise.all(
    Array.from(modules, async ([path, module]) => {
      const needed = neededBy(path, modules);
      return { path, needed, text: await classicText(path, module, needed) };
    }),
  );
  return new Map(scripts.map((script) => [script.path, script]));
}
