import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Files } from '../../src/package/archive.ts';
import { readSite, siteForServers } from '../../src/package/siteFiles.ts';
import { checkAllFiles, inState, selfTestLines } from './support/selfTest.ts';
import { breakages } from './support/servers/breakages.ts';
import { serveBroken, type Breakage } from './support/servers/broken.ts';
import {
  textOf,
  bytesOf,
  changeFiles,
  without,
  withHeader,
  endsWith,
  every,
  oursAnd,
  lowered,
} from './support/servers/damage.ts';
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

test('坏法有二十种以上', () => {
  expect(breakages.length).toBeGreaterThanOrEqual(20);
});

describe.each(breakages)('%s', (_, { breakage, line, remedy, isDeep, path = 'self-test/' }) => {
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
