import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LineId } from '../../src/model/selfTest/line.ts';
import type { Files } from '../../src/package/archive.ts';
import { readSite, siteForServers } from '../../src/package/siteFiles.ts';
import { checkAllFiles, inState, selfTestLines } from './support/selfTest.ts';
import { serveBroken, type Breakage, type Reply } from './support/servers/broken.ts';
import type { PackageServer } from './support/servers/server.ts';
import { withPage } from './support/visit.ts';

let site: Files = new Map();
beforeAll(() => {
  site = siteForServers(readSite('dist'));
});

const base = '/oa/fangkong/';

/** Serves the site with something broken, around a task. */
async function serving<T>(
  breakage: Breakage,
  task: (server: PackageServer) => Promise<T>,
  under = base,
): Promise<T> {
  const server = await serveBroken(site, under, breakage);
  try {
    return await task(server);
  } finally {
    await server.close();
  }
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytesOf = (text: string) => new TextEncoder().encode(text);

const changeFiles =
  (isMeant: (path: string) => boolean, change: (bytes: Uint8Array) => Uint8Array | undefined) =>
  (files: Files): Files =>
    new Map(
      [...files].flatMap(([path, bytes]) => {
        const changed = isMeant(path) ? change(bytes) : bytes;
        return changed ? [[path, changed] as const] : [];
      }),
    );
const without = (isMeant: (path: string) => boolean) => changeFiles(isMeant, () => undefined);

const withHeader =
  (isMeant: (path: string) => boolean, headers: Reply['headers']) =>
  (reply: Reply, path: string): Reply =>
    isMeant(path) && reply.status === 200
      ? { ...reply, headers: { ...reply.headers, ...headers } }
      : reply;
const withoutHeader =
  (name: string) =>
  (reply: Reply): Reply => ({
    ...reply,
    headers: Object.fromEntries(Object.entries(reply.headers).filter(([key]) => key !== name)),
  });

const endsWith = (extension: string) => (path: string) => path.endsWith(extension);
const inFolder = (folder: string) => (path: string) => path.startsWith(folder);
const every = () => true;

/** The page of errors that the server has by itself. */
const ownError = (status: number): Pick<Reply, 'status' | 'body'> => ({
  status,
  body: bytesOf(`<html><title>${status}</title></html>`),
});
/** IIS: 404.3, no type for this extension. */
const refusing = (extension: string) => (reply: Reply, path: string) =>
  path.endsWith(extension) ? { ...reply, ...ownError(404) } : reply;

/** FTP in text mode, from Linux to Windows. */
function inTextMode(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from([...bytes].flatMap((byte) => (byte === 0x0a ? [0x0d, 0x0a] : [byte])));
}

const olderVersion = (bytes: Uint8Array) =>
  bytesOf(
    textOf(bytes)
      .replace(/data-site-version="[^"]+"/, 'data-site-version="01d01d01"')
      .replace(/"siteVersion":"[^"]+"/, '"siteVersion":"01d01d01"'),
  );

const ownPolicy = "default-src 'self'";
const oursAnd = (policy: string): Reply['headers'] => ({
  'content-security-policy': ["frame-ancestors 'self'", policy],
});

interface Case {
  readonly breakage: Breakage;
  /** The one line that turns red. */
  readonly line: LineId;
  readonly remedy: RegExp;
  /** Found only when all files are compared. */
  readonly isDeep?: boolean;
  /** Where the page is opened. */
  readonly path?: string;
}

const cases: readonly (readonly [name: string, fault: Case])[] = [
  [
    '没有登记 .json（IIS 的 404.3）',
    { breakage: { reply: refusing('.json') }, line: 'types', remedy: /\.json 不给.*<mimeMap>/s },
  ],
  [
    '没有登记 .png',
    { breakage: { reply: refusing('.png') }, line: 'types', remedy: /\.png 不给.*<mimeMap>/s },
  ],
  [
    '.css 发成 text/plain',
    {
      breakage: { reply: withHeader(endsWith('.css'), { 'content-type': 'text/plain' }) },
      line: 'types',
      remedy: /\.css 是 text\/plain，应该是 text\/css.*include/s,
    },
  ],
  [
    '.svg 发成 application/octet-stream',
    {
      breakage: {
        reply: withHeader(endsWith('.svg'), { 'content-type': 'application/octet-stream' }),
      },
      line: 'types',
      remedy: /\.svg 是 application\/octet-stream.*AddType/s,
    },
  ],
  [
    '网页发成 GBK',
    {
      breakage: {
        reply: withHeader(endsWith('.txt'), { 'content-type': 'text/plain; charset=gbk' }),
      },
      line: 'types',
      remedy: /编码是 gbk/,
    },
  ],
  [
    '少了整个 data 文件夹',
    { breakage: { files: without(inFolder('data/')) }, line: 'files', remedy: /整个放进去/ },
  ],
  [
    'assets 里少了一个',
    {
      breakage: { files: without((path) => /assets\/rollupWorker[^/]*\.js$/.test(path)) },
      line: 'files',
      remedy: /rollupWorker.*没有.*杀毒软件/s,
      isDeep: true,
    },
  ],
  [
    '数据压缩了两次',
    {
      breakage: {
        reply: (reply, path) =>
          path.endsWith('.json') ? { ...reply, body: gzipSync(reply.body) } : reply,
      },
      line: 'compression',
      remedy: /压缩了两次.*反向代理/s,
    },
  ],
  [
    '压缩好的文件不全',
    {
      breakage: {
        reply: (reply, path) =>
          path === 'rollup/index.html'
            ? {
                ...reply,
                headers: { ...reply.headers, 'content-encoding': 'gzip' },
                body: gzipSync(reply.body).subarray(0, 1_500),
              }
            : reply,
      },
      line: 'files',
      remedy: /rollup\/index\.html (?:不全|是空的)/,
      isDeep: true,
    },
  ],
  [
    '没有压缩',
    {
      breakage: {
        reply: (reply) => ({
          ...reply,
          headers: { ...reply.headers, 'content-encoding': 'identity' },
        }),
      },
      line: 'compression',
      remedy: /没有压缩.*gzip_types/s,
    },
  ],
  [
    '网页叫浏览器存一年',
    {
      breakage: {
        reply: withHeader(endsWith('.html'), { 'cache-control': 'max-age=31536000' }),
      },
      line: 'caching',
      remedy: /\.html 叫浏览器存 365 天.*clientCache/s,
    },
  ],
  [
    'assets 不让存',
    {
      breakage: { reply: withHeader(inFolder('assets/'), { 'cache-control': 'no-cache' }) },
      line: 'caching',
      remedy: /assets\/ 里的没有叫浏览器存一年/,
    },
  ],
  [
    '没有说存多久',
    {
      breakage: { reply: withoutHeader('cache-control') },
      line: 'caching',
      remedy: /没有说存多久/,
    },
  ],
  [
    '只换了网页，数据还是旧的',
    {
      breakage: { files: changeFiles(inFolder('data/'), olderVersion) },
      line: 'versions',
      remedy: /有 2 个版本.*不要盖在旧的上面/s,
    },
  ],
  [
    '只换了数据，网页还是旧的',
    {
      breakage: { files: changeFiles(endsWith('.html'), olderVersion) },
      line: 'versions',
      remedy: /有 2 个版本.*不要盖在旧的上面/s,
    },
  ],
  [
    '用 FTP 的文本方式传的',
    {
      breakage: { files: changeFiles((path) => !path.startsWith('walls/'), inTextMode) },
      line: 'files',
      remedy: /换行被改过.*二进制方式/s,
    },
  ],
  [
    '服务器另加了一条策略',
    {
      breakage: { reply: withHeader(every, oursAnd(ownPolicy)) },
      line: 'policy',
      remedy: /default-src.*对本站去掉/s,
    },
  ],
  [
    '服务器的策略不让取数据',
    {
      breakage: { reply: withHeader(every, oursAnd("connect-src 'none'")) },
      line: 'policy',
      remedy: /connect-src.*对本站去掉/s,
    },
  ],
  [
    '没有 frame-ancestors',
    {
      breakage: { reply: withoutHeader('content-security-policy') },
      line: 'framing',
      remedy: /套在框里.*customHeaders/s,
    },
  ],
  [
    '没有 nosniff',
    {
      breakage: { reply: withoutHeader('x-content-type-options') },
      line: 'sniffing',
      remedy: /add_header X-Content-Type-Options/,
    },
  ],
  [
    '没有 Referrer-Policy',
    {
      breakage: { reply: withoutHeader('referrer-policy') },
      line: 'referrer',
      remedy: /Header always set Referrer-Policy/,
    },
  ],
  [
    '没有的地址答 200',
    {
      breakage: { reply: (reply) => ({ ...reply, status: 200 }) },
      line: 'notFound',
      remedy: /答 200，应该答 404.*=200/s,
    },
  ],
  [
    '没有的地址转到首页',
    {
      breakage: {
        reply: (reply) =>
          reply.status === 404
            ? { ...reply, status: 200, body: site.get('index.html') ?? reply.body }
            : reply,
      },
      line: 'notFound',
      remedy: /转到了别的页.*URL 重写/s,
    },
  ],
  [
    '没有设 404 页',
    {
      breakage: {
        reply: (reply) => (reply.status === 404 ? { ...reply, ...ownError(404) } : reply),
      },
      line: 'notFound',
      remedy: /不是本站的.*ErrorDocument/s,
    },
  ],
  [
    '服务器的时钟慢了一小时',
    {
      breakage: {
        reply: (reply) => ({
          ...reply,
          headers: { ...reply.headers, date: new Date(Date.now() - 3_600_000).toUTCString() },
        }),
      },
      line: 'clock',
      remedy: /快 60 分钟.*w32tm/s,
    },
  ],
  [
    '网关往网页里插了脚本',
    {
      breakage: {
        reply: (reply, path) =>
          path.endsWith('.html') && reply.status === 200
            ? {
                ...reply,
                body: bytesOf(textOf(reply.body).replace('</body>', '<script>1</script></body>')),
              }
            : reply,
      },
      line: 'files',
      remedy: /多出了东西.*上网行为管理/s,
    },
  ],
  [
    '磁盘满了，有的文件是空的',
    {
      breakage: { files: changeFiles(inFolder('laws/'), () => new Uint8Array()) },
      line: 'files',
      remedy: /laws\/.*是空的.*磁盘/s,
    },
  ],
  [
    '打开文件夹出来的是文件清单',
    {
      breakage: {
        reply: (reply, _, asked) =>
          asked.endsWith('/') && reply.status === 200
            ? { ...reply, body: bytesOf('<title>Index of /</title><a href="index.html">') }
            : reply,
      },
      line: 'folders',
      remedy: /文件清单.*autoindex/s,
      path: 'self-test/index.html',
    },
  ],
];

test('坏法有二十种以上', () => {
  expect(cases.length).toBeGreaterThanOrEqual(20);
});

describe.each(cases)('%s', (_, { breakage, line, remedy, isDeep, path = 'self-test/' }) => {
  test(`只有“${line}”这一行说有问题，改法对`, async () => {
    await serving(breakage, async ({ home }) => {
      await withPage(153, home + path, async ({ page }) => {
        const lines = isDeep ? await checkAllFiles(page) : await selfTestLines(page);
        expect(inState(lines, 'bad'), JSON.stringify(lines, null, 1)).toEqual([line]);
        expect(lines.find(({ id }) => id === line)?.text).toMatch(remedy);
        expect(inState(lines, 'note')).toEqual(['fonts']);
      });
    });
  });
});

/** Everything that has a state of its own when all is well: the machine's fonts differ. */
const unlessAllWell = (lines: Awaited<ReturnType<typeof selfTestLines>>) =>
  lines.filter(({ id, state }) => state !== 'good' && id !== 'fonts').map(({ id }) => id);

describe('放得好好的', () => {
  test.each([
    [153, '/'],
    [153, base],
    [109, base],
  ] as const)('内核 %i，放在 %s：一行也不说有问题', async (kernel, under) => {
    await serving(
      {},
      async ({ home }) => {
        await withPage(kernel, `${home}self-test/`, async ({ page, faults }) => {
          const lines = await selfTestLines(page);
          expect(unlessAllWell(lines), JSON.stringify(lines, null, 1)).toEqual(['wasm']);
          expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
        });
      },
      under,
    );
  });

  test('内核 92 也查得了，说是哪一档', async () => {
    await serving({}, async ({ home }) => {
      await withPage(92, `${home}self-test/`, async ({ page }) => {
        const lines = await selfTestLines(page);
        expect(unlessAllWell(lines)).toEqual(['kernel', 'wasm']);
        expect(lines.find(({ id }) => id === 'kernel')?.text).toContain('86 到 108');
      });
    });
  });

  test('全部文件都核对，一个字节不差', async () => {
    await serving({}, async ({ home }) => {
      await withPage(153, `${home}self-test/`, async ({ page }) => {
        const lines = await checkAllFiles(page);
        const files = lines.find(({ id }) => id === 'files');
        expect(files?.text).toContain(`全部 ${site.size - 1} 个都核对过，一个字节不差`);
      });
    });
  });

  test('网址大小写不分的服务器，用大写的网址打开，也一行不红', async () => {
    await serving({ isCaseBlind: true, files: lowered }, async ({ home }) => {
      await withPage(
        153,
        `${home.replace(base, base.toUpperCase())}self-test/`,
        async ({ page }) => {
          expect(unlessAllWell(await selfTestLines(page))).toEqual(['wasm']);
        },
      );
    });
  });

  test('报告抄得走、存得下，写着每一行', async () => {
    await serving({}, async ({ home }) => {
      await withPage(153, `${home}self-test/`, async ({ page }) => {
        const lines = await selfTestLines(page);
        const report = await page.inputValue('#self-test-report');
        expect(report.split('\n').filter((row) => /^[✓×！–] /.test(row))).toHaveLength(
          lines.length,
        );
        expect(report).toContain(home);
        await page.click('text=复制');
        const told = () => page.textContent('.actions [role="status"]');
        await expect.poll(told).toMatch(/已经复制|按 Ctrl\+C/);
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.click('text=保存为 .txt'),
        ]);
        expect(download.suggestedFilename()).toMatch(/^自检-\d{4}-\d\d-\d\d\.txt$/);
      });
    });
  });
});

const lowered = (files: Files): Files =>
  new Map([...files].map(([path, bytes]) => [path.toLowerCase(), bytes]));

/** The script that the page of the self-test begins with. */
const ownScript = (path: string) => /assets\/self-test\.[^/]*\.js$/.test(path);

const unstarted: readonly (readonly [name: string, breakage: Breakage, cause: RegExp])[] = [
  [
    '.js 发成 text/plain',
    { reply: withHeader(endsWith('.js'), { 'content-type': 'text/plain' }) },
    /\.js 的类型是 text\/plain，应该是 text\/javascript.*mimeMap/,
  ],
  ['杀毒软件删了程序', { files: without(ownScript) }, /self-test.*没有（服务器答 404）.*信任区/],
  ['程序压缩了两次', { files: changeFiles(endsWith('.js'), (one) => gzipSync(one)) }, /压缩了两次/],
  ['程序是空的', { files: changeFiles(ownScript, () => new Uint8Array()) }, /是空的.*磁盘/],
  [
    '程序只有一半',
    { files: changeFiles(ownScript, (one) => one.subarray(0, one.length / 2)) },
    /程序读不通.*重新复制/,
  ],
  [
    '打包时写了 --base，放在别的路径下',
    {
      files: changeFiles(endsWith('.html'), (page) =>
        bytesOf(
          textOf(page)
            .replace(/data-base="[^"]*"/, 'data-base="/fangkong/"')
            .replace(/"(?:\.\.?\/)+assets\//g, '"/fangkong/assets/'),
        ),
      ),
    },
    /写了 --base \/fangkong\/，现在放在别的路径/,
  ],
];

describe('程序没有起来', () => {
  test.each(unstarted)('%s：页面自己说得出原因和改法', async (_, breakage, cause) => {
    await serving(breakage, async ({ home }) => {
      await withPage(153, `${home}self-test/`, async ({ page }) => {
        await expect
          .poll(() => page.textContent('[data-self-test-cause]'), { timeout: 15_000 })
          .toMatch(cause);
      });
    });
  });

  test('什么脚本也不让跑：写好的几条在', async () => {
    const breakage = { reply: withHeader(every, oursAnd("script-src 'none'")) };
    await serving(breakage, async ({ home }) => {
      await withPage(153, `${home}self-test/`, async ({ page }) => {
        const text = await page.textContent('main');
        expect(text).toContain('如果这一段没有变，说明脚本没有执行');
        expect(text).toContain('Content-Security-Policy');
      });
    });
  });
});
