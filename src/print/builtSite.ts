import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, normalize, resolve } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { fail } from './fail.ts';
import type { Order } from './readOrder.ts';

export interface BuiltWall {
  readonly id: string;
  readonly slug: string;
  readonly leadDepartments: readonly string[];
}

/** The walls of the built site, by their numbers. */
function builtWalls(built: string): BuiltWall[] {
  const folder = join(built, 'walls');
  if (!existsSync(folder)) return fail(`${built} 里没有网站：先运行 npm run build`);
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'print/index.html')))
    .map((slug) => {
      const page = readFileSync(join(folder, slug, 'print/index.html'), 'utf8');
      return {
        slug,
        id: /data-wall="([^"]+)"/.exec(page)?.[1] ?? slug,
        leadDepartments: /data-lead="([^"]+)"/.exec(page)?.[1]?.split(' ') ?? [],
      };
    })
    .sort((a, b) => a.id.localeCompare(b.id));
}

/** The walls that are to be printed; ends the command when one is not there. */
export function orderedWalls({ walls: wanted, department, built }: Order): BuiltWall[] {
  const all = builtWalls(built);
  for (const id of wanted ?? [])
    if (!all.some((wall) => wall.id === id || wall.slug === id))
      fail(`没有墙 ${id}。有：${all.map((wall) => wall.id).join('、')}`);
  const departments = [...new Set(all.flatMap(({ leadDepartments }) => leadDepartments))];
  if (department !== undefined && !departments.includes(department))
    fail(`没有“${department}”主办的墙。主办的处室有：${departments.join('、')}`);
  const found = all.filter(
    ({ id, slug, leadDepartments }) =>
      (!wanted || wanted.includes(id) || wanted.includes(slug)) &&
      (department === undefined || leadDepartments.includes(department)),
  );
  return found.length > 0 ? found : fail(`${wanted?.join('、') ?? ''}不是“${department}”主办的`);
}

/** The path under which the site was built: its pages ask for everything below it. */
const builtBase = (built: string) =>
  /data-base="([^"]+)"/.exec(readFileSync(join(built, 'index.html'), 'utf8'))?.[1] ?? '/';

/**
 * The address of the site while it is printed. Without a name of it the pages think that they are on
 * this computer, and print no code.
 */
export function siteHome({ site: address, built }: Pick<Order, 'site' | 'built'>): URL {
  const base = builtBase(built);
  if (address === undefined) return new URL(base, 'http://localhost');
  if (!URL.canParse(address) || !/^https?:/.test(address))
    fail(`--site 要写完整的网址，例如 http://10.1.2.3${base}，写的是“${address}”`);
  const home = new URL(address.replace(/\/*$/, '/'));
  if (home.pathname !== base)
    fail(
      `网站是按路径 ${base} 生成的，--site 写成 ${new URL(base, home).href}，或者按 ${home.pathname} 重新生成`,
    );
  return home;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Answers from the folder under the site's own address: nothing goes out, and no port is opened. */
export async function answerFromFolder(
  context: BrowserContext,
  home: URL,
  built: string,
): Promise<void> {
  await context.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== home.origin || !pathname.startsWith(home.pathname)) return route.abort();
    const inside = normalize(decodeURIComponent(`/${pathname.slice(home.pathname.length)}`));
    const file = join(resolve(built), inside.endsWith('/') ? `${inside}index.html` : inside);
    if (!existsSync(file) || !statSync(file).isFile()) return route.fulfill({ status: 404 });
    return route.fulfill({
      path: file,
      contentType: types[file.split('.').pop() ?? ''] ?? 'application/octet-stream',
    });
  });
}
