import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData, SSRManifest } from 'astro';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { finishing } from './finishedPages.ts';
import { programFolder, type KeptBundle } from './keptBundle.ts';

/** The program of the pages, as far as it is used here: Astro's own, see astro/entrypoints/prerender. */
interface PagesProgram extends StaticPathsApp {
  readonly manifest: SSRManifest;
  setInternals(internals: { readonly pagesByKeys: ReadonlyMap<string, unknown> }): void;
  setOptions(options: unknown): void;
  render(request: Request, options: { readonly routeData: RouteData }): Promise<Response>;
}

/** So many pages are written while the next ones are made. */
const writingAtOnce = 8;

async function openProgram({ folder, styles }: KeptBundle): Promise<PagesProgram> {
  const programs = resolve(folder, programFolder);
  const entry = readdirSync(programs).find((name) => name.startsWith('prerender-entry'));
  if (entry === undefined) throw new Error('留存的网站程序里没有入口');
  const { app } = (await import(pathToFileURL(join(programs, entry)).href)) as {
    readonly app: PagesProgram;
  };
  const pagesByKeys = new Map(Array.from(styles, ([key, sheets]) => [key, { styles: sheets }]));
  app.setInternals({ pagesByKeys });
  const warnings = { write: ({ message }: { message: string }) => console.warn(message) };
  // Astro's scripts for every page: this site has none.
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination: warnings, level: 'warn' } },
  });
  return app;
}

/** Where a page is written: as Astro does it with a folder for each page. */
function fileOf(pathname: string, { type }: RouteData): string {
  const path = pathname.replace(/^[/]|[/]$/g, '');
  if (type !== 'page') return path;
  return path === '404' ? '404.html' : join(path, 'index.html');
}

/**
 * Makes every page anew with what an earlier build has bundled: when only the fields of the content
 * have changed, bundling would come out as it was.
 * @throws Error when a page cannot be made; what has been written until then is of no use.
 */
export async function rebuild(
  outDir: string,
  bundle: KeptBundle,
  look: (path: string, html: string) => void,
): Promise<void> {
  const app = await openProgram(bundle);
  rmSync(outDir, { recursive: true, force: true });
  cpSync(bundle.folder, outDir, {
    recursive: true,
    filter: (source) => resolve(source) !== resolve(bundle.folder, programFolder),
  });
  const base = app.manifest.base.replace(/\/?$/, '/');
  const render = finishing(
    { render: (request, { routeData }) => app.render(request, { routeData }) },
    base,
    look,
  );
  const made = new Set<string>();
  const folders = new Set<string>();
  const writing = new Set<Promise<void>>();
  for (const { pathname, route } of await new StaticPaths(app).getAll()) {
    const file = join(outDir, fileOf(pathname, route));
    if (made.has(file)) throw new Error(`两页要写在同一处：${file}`);
    made.add(file);
    const address = fileOf(pathname, route).replace(/(^|[/])index\.html$/, '$1');
    const request = new Request(new URL(base + address, 'http://localhost'));
    const rendered = await render(request, { routeData: route, collectMetadata: false });
    const response = rendered instanceof Response ? rendered : rendered.response;
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    const written = writeFile(file, new Uint8Array(await response.arrayBuffer())).finally(() =>
      writing.delete(written),
    );
    writing.add(written);
    if (writing.size >= writingAtOnce) await Promise.race(writing);
  }
  await Promise.all(writing);
}
