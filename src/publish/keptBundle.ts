import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import type { AstroIntegration } from 'astro';
import { keptFolder } from './keptFolder.ts';
import { digest, filesBelow } from './programKey.ts';

type SetupOptions = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:setup']>>[0];

/** What Astro knows of the pages that it bundles, by route and component. */
export type BundledPages = SetupOptions['pages'];

/** The style sheets of a page, as Astro links them. */
type PageStyles = BundledPages extends Map<string, { styles: infer S }> ? S : never;

/** What bundling has made in an earlier build. */
export interface KeptBundle {
  /** With the program of the pages in it, see `programFolder`. */
  readonly folder: string;
  /** By route and component of the page. */
  readonly styles: ReadonlyMap<string, PageStyles>;
}

/** Where Astro puts the program that makes the pages, within the folder of the site. */
export const programFolder = '.prerender';

/** One for each of the folders that are built in turn: the site, its package, the tests'. */
const keptAtMost = 4;

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
    return { folder, styles: new Map(styles) };
  } catch {
    return undefined;
  }
}

/** Lets go of the bundles that were made longest ago. */
function letGo(): void {
  const kept = readdirSync(bundlesFolder(), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map(({ name }) => join(bundlesFolder(), name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const index of kept.slice(keptAtMost)) {
    rmSync(index);
    rmSync(index.slice(0, -'.json'.length), { recursive: true, force: true });
  }
}

/**
 * Keeps what has been bundled, before the first page is made of it.
 * @param site folder of the site, in which nothing but the bundles stands as yet.
 */
export function keepBundle(key: string, site: string, pages: BundledPages): void {
  const folder = join(bundlesFolder(), key);
  rmSync(indexOf(folder), { force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(bundlesFolder(), { recursive: true });
  cpSync(site, folder, { recursive: true });
  const styles = Array.from(pages, ([page, data]) => [page, data.styles]);
  const index = JSON.stringify({ sum: sumOf(folder), styles });
  // The index comes last: a build that is stopped here has kept nothing.
  writeFileSync(`${indexOf(folder)}.new`, index);
  renameSync(`${indexOf(folder)}.new`, indexOf(folder));
  letGo();
}
