import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData, SSRManifest } from 'astro';
import {
  StaticPaths,
  type PathWithRoute,
  type StaticPathsApp,
} from 'astro/runtime/prerender/static-paths.js';
import { ContentError } from '../model/problem/problem.ts';
import type { MadeFile } from './finishingRoom.ts';
import { programFolder, type KeptBundle } from './keptBundle.ts';
import { reachPackages } from './keptFolder.ts';

/** The program of the pages, as far as it is used here: Astro's own, see astro/entrypoints/prerender. */
interface PagesProgram extends StaticPathsApp {
  readonly manifest: SSRManifest;
  setInternals(internals: { readonly pagesByKeys: ReadonlyMap<string, unknown> }): void;
  setOptions(options: unknown): void;
  render(request: Request, options: { readonly routeData: RouteData }): Promise<Response>;
}

/** While one page waits for its chart, the next ones are made. */
const pagesAtOnce = 6;

async function openProgram({ folder, styles }: KeptBundle): Promise<PagesProgram> {
  reachPackages();
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
  if (path === '') return 'index.html';
  return path === '404' ? '404.html' : `${path}/index.html`;
}

/**
 * Makes every page with what has been bundled. The fields of the content are read as it goes: only
 * the program and the prose are in the bundle.
 * @param take is handed each file that is made.
 * @throws Error when a page cannot be made; what has been made until then is of no use.
 */
export async function renderPages(
  bundle: KeptBundle,
  take: (file: MadeFile) => void,
): Promise<void> {
  const app = await openProgram(bundle);
  const base = app.manifest.base.replace(/\/?$/, '/');
  const made = new Set<string>();

  const renderOne = async ({ pathname, route }: PathWithRoute): Promise<void> => {
    const path = fileOf(pathname, route);
    if (made.has(path)) throw new Error(`两页要写在同一处：${path}`);
    made.add(path);
    const address = path.replace(/(^|[/])index\.html$/, '$1');
    const request = new Request(new URL(base + address, 'http://localhost'));
    const response = await app.render(request, { routeData: route });
    const bytes = new Uint8Array(await response.arrayBuffer());
    take({ path, address: route.type === 'page' ? address : undefined, bytes });
  };

  const waiting = await new StaticPaths(app).getAll();
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      try {
        await renderOne(next);
      } catch (error) {
        if (error instanceof ContentError) throw error;
        throw new Error(`做“${next.pathname}”这一页时出错`, { cause: error });
      }
    }
  };
  await Promise.all(Array.from({ length: pagesAtOnce }, lane));
}
