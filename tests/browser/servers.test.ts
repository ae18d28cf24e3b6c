import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  cacheControl,
  contentType,
  fileTypes,
  securityHeaders,
} from '../../src/model/server/serving.ts';
import { packageSite } from '../../src/package/packageSite.ts';
import { iisConfig } from '../../src/package/servers/iis.ts';
import { firstWall, wallWithQuiz, wordInTitles } from '../fixtures/contentExamples.ts';
import { content } from './support/content.ts';
import { riskRows } from './support/foundRows.ts';
import { appears, countOf } from './support/onPage.ts';
import { apache } from './support/servers/apache.ts';
import { iis } from './support/servers/iis.ts';
import { IisFault, readSettings } from './support/servers/iisSettings.ts';
import { nginx } from './support/servers/nginx.ts';
import type { PackageServer } from './support/servers/server.ts';
import {
  findsRisk,
  keepsAnswer,
  listsAndLaysOut,
  printsWall,
  readsWall,
  type At,
} from './support/smoke.ts';
import { tomcat } from './support/servers/tomcat.ts';
import { selfTestLines } from './support/selfTest.ts';
import { settled, withPage } from './support/visit.ts';

const kinds = [nginx, apache, tomcat, iis];
const bases = ['/', '/oa/fangkong/'];

const room = mkdtempSync(join(tmpdir(), 'fangkong-servers-'));
// Servers that are started by root read it as somebody else.
chmodSync(room, 0o755);
const unpacked = join(room, 'unpacked');
const war = join(room, 'fangkong.war');
const { slug } = firstWall(content);

beforeAll(async () => {
  const { files } = await packageSite('dist', '0.0.0');
  const [, zip] = [...files].find(([name]) => name.endsWith('-web.zip')) ?? [];
  const [, forJava] = [...files].find(([name]) => name.endsWith('.war')) ?? [];
  if (!zip || !forJava) throw new Error('没有打出压缩包');
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true });
    writeFileSync(join(unpacked, path), bytes);
  }
  writeFileSync(war, forJava);
});
afterAll(() => rmSync(room, { recursive: true, force: true }));

interface Answer {
  readonly status: number;
  readonly bytes: number;
  header(name: string): string | undefined;
}

/** Asks as a browser does, but leaves what comes as it comes: packed, and not led elsewhere. */
const ask = (home: string, path: string, headers: Readonly<Record<string, string>> = {}) =>
  new Promise<Answer>((done, fail) => {
    // The name of the host is known to the test browsers only.
    const { port, pathname } = new URL(home);
    const address = `http://127.0.0.1:${port}${pathname}${path}`;
    get(address, { headers: { 'accept-encoding': 'gzip, deflate', ...headers } }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => (bytes += part.length));
      response.on('error', fail);
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          bytes,
          header: (name) => response.headers[name.toLowerCase()]?.toString(),
        }),
      );
    }).on('error', fail);
  });

const plainType = (type: string | undefined) => type?.toLowerCase().replace(/;\s*/, '; ');

/** A file of the package for every type that it holds. */
const samples: readonly (readonly [extension: string, path: string])[] = [
  ['html', `walls/${slug}/`],
  ['json', 'data/register.json'],
  ['svg', 'favicon.svg'],
  ['mmd', `data/charts/${slug}.mmd`],
  ['png', 'pictures/wall.png'],
  ['txt', 'licences.txt'],
];
/** A hashed script and style sheet of the home page. */
const hashedFiles = () =>
  ['js', 'css'].map((extension) => {
    const page = readFileSync(join(unpacked, 'fangkong/index.html'), 'utf8');
    const path = new RegExp(`"\\./(assets/[^"]+\\.${extension})"`).exec(page)?.[1];
    return [extension, path ?? ''] as const;
  });

for (const kind of kinds) {
  if (!kind.isHere) console.warn(`这台机器没有 ${kind.name}，它的测试跳过。`);
  describe.skipIf(!kind.isHere).each(bases)(`${kind.name}，放在 %s`, (base) => {
    let server: PackageServer | undefined;
    const home = () => server?.home ?? '';
    const at: At = (path) => home() + path;
    beforeAll(async () => {
      const own = mkdtempSync(join(room, 'server-'));
      chmodSync(own, 0o755);
      server = await kind.start({ unpacked, war, room: own }, base);
      return () => server?.close();
    });

    test('每种文件的类型、缓存和响应头都对，文字是压缩了发的', async () => {
      for (const [extension, path] of [...samples, ...hashedFiles()]) {
        const answer = await ask(home(), path);
        const type = fileTypes.find((one) => one.extension === extension);
        expect(answer.status, path).toBe(200);
        expect(plainType(answer.header('content-type')), path).toBe(type && contentType(type));
        const cache = answer.header('cache-control')?.split(/,\s*/).sort();
        const wanted = path.startsWith('assets/') ? cacheControl.hashed : cacheControl.asked;
        expect(cache, path).toEqual(wanted.split(', ').sort());
        for (const [name, value] of securityHeaders) {
          expect(answer.header(name), `${path} ${name}`).toBe(value);
        }
        // IIS packs JSON only where the whole server is told to.
        const isLarge =
          ['html', 'js', 'css'].includes(extension) || (extension === 'json' && kind !== iis);
        if (isLarge) expect(answer.header('content-encoding'), path).toBe('gzip');
      }
    });

    test('没有变的不再整个发一遍', async () => {
      for (const path of [`walls/${slug}/`, 'data/register.json']) {
        const tag = (await ask(home(), path)).header('etag');
        const again = await ask(home(), path, { 'if-none-match': tag ?? '' });
        expect([again.status, again.bytes], path).toEqual([304, 0]);
      }
    });

    test('没有的地址是 404，不叫人存一年；给服务器的设置取不到', async () => {
      for (const path of [
        'no/such/page/',
        'assets/no.12345678.js',
        'web.config',
        '.htaccess',
        'WEB-INF/web.xml',
      ]) {
        const answer = await ask(home(), path);
        expect(answer.status, path).toBe(404);
        expect(answer.header('cache-control') ?? '', path).not.toContain('max-age');
        expect(plainType(answer.header('content-type')), path).toMatch(/^text\/html/);
      }
    });

    test('文件夹后面少一条斜杠，转到有斜杠的', async () => {
      const { status, header } = await ask(home(), 'walls');
      expect([301, 302]).toContain(status);
      expect(new URL(header('location') ?? '', home()).pathname).toBe(`${base}walls/`);
    });

    test('首页、墙和图：样式、程序都到了，没有违反策略', async () => {
      expect(await readsWall(153, at)).toBe(at(`walls/${slug}/`));
    });

    test('查找有结果，点开就到那个风险点', async () => {
      expect(await findsRisk(153, at)).toContain(at('walls/'));
    });

    test('自查答一条，刷新以后还在', () => keepsAnswer(153, at));

    test('台账列出每一条，承诺书排得出来', () => listsAndLaysOut(153, at));

    test('后来才取的也取得到：读名册的程序、测一测的程序和样式', async () => {
      await withPage(153, `${home()}commitment/#batch`, async ({ page, faults, asked }) => {
        await appears(page, '.drop input');
        await page.setInputFiles('.drop input', 'tests/fixtures/rosters/gbk.csv');
        await appears(page, '.roster-table');
        expect(asked.filter((path) => path.includes('rosterWorker'))).toHaveLength(1);
        await page.goto(`${home()}walls/${wallWithQuiz(content).slug}/`);
        await page.click('[data-wall-quiz]');
        await appears(page, '.quiz-question');
        await settled(page);
        const styles = asked.filter((path) => /question\.[^/]*\.css$/.test(path));
        expect(styles.map((path) => path.startsWith(`${base}assets/`))).toEqual([true]);
        expect(faults).toEqual([]);
      });
    });

    test('自检：一行也不说有问题', async () => {
      await withPage(153, `${home()}self-test/`, async ({ page }) => {
        const lines = await selfTestLines(page);
        const faulty = lines.filter(({ state }) => state === 'bad');
        expect(faulty.map(({ text }) => text)).toEqual([]);
        const others = lines.filter(({ id, state }) => state !== 'good' && id !== 'fonts');
        expect(others.map(({ id }) => id)).toEqual(['wasm']);
      });
    });

    test('墙印成 PDF', () => printsWall(153, at));

    test('没有的地址，不管多深，出来的是本站有样式的页，链接回得去', async () => {
      await withPage(153, `${home()}no/such/page`, async ({ page, faults }) => {
        await settled(page);
        expect(await page.textContent('h1')).toBe('没有这一页');
        expect(await page.isVisible('.styles-missing')).toBe(false);
        expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
        await page.click('main [data-home]');
        await page.waitForURL(home());
        expect(await countOf(page, 'main h1')).toBe(1);
      });
    });
  });
}

describe('较老的内核', () => {
  let server: PackageServer | undefined;
  beforeAll(async () => {
    server = await iis.start({ unpacked, war, room }, '/oa/fangkong/');
    return () => server?.close();
  });
  const home = () => server?.home ?? '';

  test.each([109, 92] as const)(
    '内核 %s：相对的链接通，查找有结果，404 页有样式',
    async (kernel) => {
      await withPage(kernel, `${home()}walls/${slug}/`, async ({ page, faults }) => {
        await page.keyboard.press('/');
        await appears(page, '#finder-input');
        await page.keyboard.type(wordInTitles(content));
        await appears(page, riskRows);
        expect(faults).toEqual([]);
        await page.goto(`${home()}no/such/page`);
        const link = () =>
          page.evaluate(() => document.querySelector<HTMLAnchorElement>('[data-home]')?.href);
        await expect.poll(link).toBe(home());
      });
    },
  );
});

describe('IIS 的替身真的挑错', () => {
  test.each([
    ['没有先删的', iisConfig().replace(/\s*<remove fileExtension="\.json" \/>/, '')],
    ['响应头没有先删的', iisConfig().replace(/\s*<remove name="X-Content-Type-Options" \/>/, '')],
    [
      '整台服务器的设置',
      iisConfig().replace('<urlCompression', '<httpCompression /><urlCompression'),
    ],
    ['锁住的属性', iisConfig().replace('errorMode="Custom"', 'defaultPath="x"')],
  ])('%s', (_, config) => {
    const above = readSettings(iisConfig())('');
    expect(() => readSettings(config, above)).toThrow(IisFault);
    expect(() => readSettings(iisConfig(), above)).not.toThrow();
  });
});
