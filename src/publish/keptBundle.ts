import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { keptFolder } from './keptFolder.ts';
import { filesBelow } from './filesBelow.ts';
import { digest } from './programKey.ts';

type SetupOptions = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:setup']>>[0];

/** What Astro knows of the pages that it bundles, by route and component. */
export type BundledPages = SetupOptions['pages'];

/** The style sheets of a page, as Astro links them. */
type PageStyles = BundledPages extends Map<string, { styles: infer S }> ? S : never;

/** What bundling has made, in this build or an earlier one. */
export interface KeptBundle {
  /** With the program of the pages in it, see `programFolder`. */
  readonly folder: string;
  /** By route and component of the page. */
  readonly styles: ReadonlyMap<string, PageStyles>;
}

/** Where Astro puts the program that makes the pages, within the folder of the site. */
export const programFolder = '.prerender';

/** One for each of the folders that are built in turn: the site, its package, the tests'. */
const keptAtMost = 8;

const bundlesFolder = () => join(keptFolder(), 'bundles');
const indexOf = (folder: string) => `${folder}.json`;

const sumOf = (folder: string) =>
  digest(...filesBelow(folder).flatMap((file) => [relative(folder, file), readFileSync(file)]));

/**
 * What was bundled under this key.
 * @returns undefined when nothing was, or when a file of it is missing or damaged.
 */
export function openKeptBundle(key: string): KeptBundle | undefined {
  const folder = join(bundlesFolder(), key);
  try {
    const { sum, styles } = JSON.parse(readFileSync(indexOf(folder), 'utf8')) as {
      readonly sum: string;
      readonly styles: readonly (readonly [string, PageStyles])[];
    };
    if (sum !== sumOf(folder)) return undefined;
    // Whoever builds beside this one shall not let go of it.
    utimesSync(indexOf(folder), new Date(), new Date());
    return { folder, styles: new Map(styles) };
  } catch {
    return undefined;
  }
}

/** When a bundle was used, in ms since 1970; 0 when another build has just let it go. */
const timeOf = (index: string) => statSync(index, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Lets go of the bundles that were used longest ago. */
function letGo(): void {
  const kept = readdirSync(bundlesFolder(), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map(({ name }) => join(bundlesFolder(), name))
    .sort((a, b) => timeOf(b) - timeOf(a));
  for (const index of kept.slice(keptAtMost)) {
    rmSync(index, { force: true });
    rmSync(index.slice(0, -'.json'.length), { recursive: true, force: true });
  }
}

const copyOf = (site: string, folder: string, pages: BundledPages): KeptBundle => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(site, folder, { recursive: true });
  return { folder, styles: new Map(Array.from(pages, ([page, { styles }]) => [page, styles])) };
};

/**
 * Keeps what has been bundled, before the first page is made of it.
 * @param key undefined keeps it for this build alone, see `dropBundle`.
 * @param site folder of the site, in which nothing but the bundles stands as yet.
 */
export function keepBundle(key: string | undefined, site: string, pages: BundledPages): KeptBundle {
  const folder = join(bundlesFolder(), key ?? `once-${process.pid}`);
  rmSync(indexOf(folder), { force: true });
  const bundle = copyOf(site, folder, pages);
  if (key === undefined) return bundle;
  const index = JSON.stringify({ sum: sumOf(folder), styles: [...bundle.styles] });
  // The index comes last: a build that is stopped here has kept nothing.
  writeFileSync(`${indexOf(folder)}.new`, index);
  renameSync(`${indexOf(folder)}.new`, indexOf(folder));
  letGo();
  return bundle;
}

/** The files of a bundle but for the program of the pages, from the home page. */
export function bundledFiles({ folder }: KeptBundle): string[] {
  const program = join(folder, programFolder);
  return filesBelow(folder)
    .filter((file) => !file.startsWith(program))
    .map((file) => relative(folder, file));
}

/** Puts what has been bundled, but for the program of the pages, into the folder of the site. */
export function placeBundle(bundle: KeptBundle, site: string): void {
  const program = resolve(bundle.folder, programFolder);
  cpSync(bundle.folder, site, { recursive: true, filter: (path) => resolve(path) !== program });
}

/** Removes a bundle that was kept for one build alone. */
export function dropBundle({ folder }: KeptBundle): void {
  rmSync(folder, { recursive: true, force: true });
}
