// npm run print -- boards|walls [--wall w01,w02] [--size 900x1200] …: makes PDFs of the built site.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, normalize, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { boardDensities, boardSizes, isBoardDensity, isBoardSize } from '../model/paper/board.ts';
import { browserFiles } from './browserFiles.ts';
import { launchOptions, quietArgs } from './launchOptions.ts';

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

const usage = `用法：
  npm run print -- boards   每面墙一张展板
  npm run print -- walls    每面墙 A4 的图和表
可以加：
  --wall w01,w04      只印这几面墙
  --density lite|full 展板写多少：lite 走廊板（不写就是它），full 存档板
  --size 900x1200     展板的纸：${Object.keys(boardSizes).join('、')}
  --mono              黑白；--crop 加出血和裁切线
  --form full|brief   A4 印全表还是简表
  --site http://…/    网站的网址，展板上的二维码用它；不写就不印二维码
  --out out/print     放在哪个文件夹`;

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        wall: { type: 'string' },
        density: { type: 'string', default: 'lite' },
        size: { type: 'string', default: '900x1200' },
        form: { type: 'string', default: 'full' },
        mono: { type: 'boolean', default: false },
        crop: { type: 'boolean', default: false },
        site: { type: 'string' },
        out: { type: 'string', default: 'out/print' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

const { values, positionals } = readArguments();
const [what] = positionals;
if (values.help || (what !== 'boards' && what !== 'walls')) fail(usage);
const { density, size, form } = values;
if (!isBoardDensity(density))
  fail(`--density 只有 ${Object.keys(boardDensities).join('、')}，没有“${density}”`);
if (!isBoardSize(size)) fail(`--size 只有 ${Object.keys(boardSizes).join('、')}，没有“${size}”`);
if (form !== 'full' && form !== 'brief') fail(`--form 只有 full、brief，没有“${form}”`);

const dist = resolve('dist');
const wallsFolder = join(dist, 'walls');
if (!existsSync(wallsFolder)) fail('还没有生成网站：先运行 npm run build');

interface Printed {
  readonly id: string;
  readonly slug: string;
}

/** The walls of the built site, by their numbers. */
function builtWalls(): Printed[] {
  return readdirSync(wallsFolder)
    .filter((name) => existsSync(join(wallsFolder, name, 'print/index.html')))
    .map((slug) => {
      const page = readFileSync(join(wallsFolder, slug, 'print/index.html'), 'utf8');
      return { slug, id: /data-wall="([^"]+)"/.exec(page)?.[1] ?? slug };
    })
    .sort((a, b) => a.id.localeCompare(b.id));
}

const all = builtWalls();
const wanted = values.wall?.split(/[,，、\s]+/).map((id) => id.toLowerCase());
for (const id of wanted ?? [])
  if (!all.some((wall) => wall.id === id || wall.slug === id))
    fail(`没有墙 ${id}。有：${all.map((wall) => wall.id).join('、')}`);
const walls = all.filter(({ id, slug }) => !wanted || wanted.includes(id) || wanted.includes(slug));

/** The path under which the site was built: its pages ask for everything below it. */
const base = /data-base="([^"]+)"/.exec(readFileSync(join(dist, 'index.html'), 'utf8'))?.[1] ?? '/';

/** Without a name of the site the pages think that they are on this computer, and print no code. */
function siteHome(address: string | undefined): URL {
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

const home = siteHome(values.site);

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
};

/** Answers from the folder under the site's own address: nothing goes out, and no port is opened. */
async function answerFromFolder(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== home.origin || !pathname.startsWith(home.pathname)) return route.abort();
    const inside = normalize(decodeURIComponent(`/${pathname.slice(home.pathname.length)}`));
    const file = join(dist, inside.endsWith('/') ? `${inside}index.html` : inside);
    if (!existsSync(file) || !statSync(file).isFile()) return route.fulfill({ status: 404 });
    return route.fulfill({
      path: file,
      contentType: types[file.split('.').pop() ?? ''] ?? 'application/octet-stream',
    });
  });
}

async function openBrowser(): Promise<Browser> {
  const files = await browserFiles(153);
  if (files) return chromium.launch(launchOptions(files, [], true));
  for (const channel of ['msedge', 'chrome']) {
    const browser = await chromium.launch({ channel, args: [...quietArgs] }).catch(() => undefined);
    if (browser) return browser;
  }
  return fail('这台机器上没有找到 Edge 或 Chrome，装好一个再运行；也可以在网页上按“打印”。');
}

const boardQuery = new URLSearchParams({
  density,
  size,
  ink: values.mono ? 'mono' : 'colour',
  crop: values.crop ? '1' : '0',
});
const sheet =
  what === 'boards'
    ? { path: `board/?${boardQuery.toString()}`, ready: '[data-board-ready]' }
    : { path: `print/?form=${form}`, ready: '[data-paper-ready]' };
const kindName =
  what === 'boards'
    ? `展板-${boardDensities[density].name}-${boardSizes[size].name.replace(/\s.*$/, '')}`
    : `A4-${form === 'full' ? '全表' : '简表'}`;

/** One lays out while the other is written. */
const pagesAtOnce = 2;

async function printWall(page: Page, { id, slug }: Printed): Promise<string> {
  await page.goto(new URL(`walls/${slug}/${sheet.path}`, home).href);
  await page.waitForSelector(sheet.ready, { state: 'attached' });
  const name = (await page.textContent('h1'))?.trim().replace(/：.*$/, '') ?? slug;
  const file = `${id.toUpperCase()}-${name}-${kindName}.pdf`;
  await page.pdf({
    path: join(folder, file),
    preferCSSPageSize: true,
    printBackground: true,
    outline: true,
    tagged: true,
  });
  return file;
}

const folder = resolve(values.out);
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
const began = Date.now();
try {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  await answerFromFolder(context);
  const queue = [...walls];
  let done = 0;
  const printNext = async (page: Page): Promise<void> => {
    for (let wall = queue.shift(); wall; wall = queue.shift()) {
      const file = await printWall(page, wall);
      done += 1;
      console.log(`${done}/${walls.length} ${file}`);
    }
  };
  await Promise.all(
    Array.from({ length: pagesAtOnce }, async () => printNext(await context.newPage())),
  );
} finally {
  await browser.close();
}
console.log(
  `印好 ${walls.length} 份，在 ${folder}，用了 ${Math.round((Date.now() - began) / 1000)} 秒`,
);
