import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from './support/axe.ts';
import { kernels } from './support/browserFiles.ts';
import { serveSite, withPage, type Site } from './support/site.ts';

const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace(/index\.html$/, ''));
/** One law page stands for all: they differ only in their content. */
const kinds = pages.filter((name) => !/^laws\/.+/.test(name) || name === 'laws/tudi-guanli-fa/');
/** Enough for what differs from page to page only in its words: two walls, a level, a department. */
const oneOfEach = kinds.filter(
  (name) =>
    !/^(?:walls|posts)\/.+/.test(name) ||
    /\/(?:land-expropriation|illegal-case-enforcement|leader|finance)\/$/.test(name),
);
const wall = 'walls/land-expropriation/';

let site: Site;
beforeAll(async () => {
  site = await serveSite('dist');
});
afterAll(() => site.close());

/** The 404 page is answered with 404; Chromium notes that as an error of its own. */
const ownFaults = (faults: readonly string[]) =>
  faults.filter(
    (fault) =>
      !fault.includes('status of 404') && !fault.includes("invalid source: ''wasm-unsafe-eval''"),
  );

/** Plain evaluation: Playwright's own selectors need methods that kernel 92 does not have. */
const appears = (page: Page, selector: string) =>
  page.waitForFunction((wanted) => document.querySelector(wanted) !== null, selector);
const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const countOf = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);

describe.each(kernels)('内核 %i', (kernel) => {
  test('在普通 http 的内网名字上打开每一种页，没有报错、没有违反策略、没有出站请求', async () => {
    for (const path of kernel === 153 ? kinds : oneOfEach) {
      await withPage(kernel, site.home + path, async ({ page, faults }) => {
        expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
        await page.waitForTimeout(100);
        expect(ownFaults(faults), path).toEqual([]);
      });
    }
  }, 600_000);

  test('按 / 打开查找，输入词得到风险点，点进去落在那一条上', async () => {
    await withPage(kernel, site.home + wall, async ({ page }) => {
      await page.keyboard.press('/');
      await appears(page, '#finder-input');
      await page.keyboard.type('红线');
      await appears(page, '#finder-results [data-risk-id]');
      const found = await page.evaluate(() => ({
        text: document.querySelector('#finder-results li')?.textContent,
        marked: document.querySelector('#finder-results mark')?.textContent,
      }));
      expect(found.text).toContain('红线');
      expect(found.marked).toBe('红线');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => location.hash.startsWith('#risk-'));
      const target = await page.evaluate(() => document.querySelector(':target')?.className);
      expect(target).toContain('risk');
    });
  });

  test('哪里都没有的词没有结果', async () => {
    await withPage(kernel, site.home, async ({ page }) => {
      await page.keyboard.press('Control+k');
      await appears(page, '#finder-input');
      await page.keyboard.type('天外飞仙');
      await page.waitForFunction(() =>
        document.querySelector('#finder-status')?.textContent?.includes('没有含这些字的风险点'),
      );
      expect(await countOf(page, '#finder-results [data-risk-id]')).toBe(0);
    });
  });

  test('没有脚本也看得到整张图和全部风险点，查找链接到目录', async () => {
    await withPage(
      kernel,
      site.home + wall,
      async ({ page }) => {
        const seen = await page.evaluate(() => ({
          chartHeight: document.querySelector('.chart-frame svg')?.getBoundingClientRect().height,
          searchLink: document.querySelector('[data-search-open]')?.getAttribute('href'),
          toolsHeight: document.querySelector('.chart-tools')?.getBoundingClientRect().height,
        }));
        expect(seen.chartHeight).toBeGreaterThan(1000);
        expect(seen.searchLink).toBe('/walls/');
        expect(seen.toolsHeight).toBe(0);
        expect(await countOf(page, '.risk')).toBeGreaterThanOrEqual(35);
      },
      { javaScriptEnabled: false },
    );
  });
});

describe.each([153, 109] as const)('内核 %i，操作', (kernel) => {
  test('只用键盘：从首页走到一个风险点', async () => {
    await withPage(kernel, site.home, async ({ page }) => {
      const tabTo = async (selector: string) => {
        for (let i = 0; i < 200; i += 1) {
          await page.keyboard.press('Tab');
          if (await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector))
            return;
        }
        throw new Error(`按 Tab 走不到 ${selector}`);
      };
      await tabTo('.wall-card a');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      await tabTo('.chart-frame a.note');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => location.hash.startsWith('#risk-'));
    });
  });

  test('输入法没有打完字时不查找，结束拼字的回车不跳走', async () => {
    await withPage(kernel, site.home, async ({ page }) => {
      await page.keyboard.press('/');
      await appears(page, '#finder-input');
      const compose = (type: string, value: string) =>
        page.evaluate(
          ([eventType, text]) => {
            const input = document.querySelector<HTMLInputElement>('#finder-input');
            if (!input) return;
            input.value = text ?? '';
            input.dispatchEvent(new CompositionEvent(eventType ?? '', { bubbles: true }));
            if (eventType !== 'compositionend') {
              input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
            }
          },
          [type, value],
        );
      await compose('compositionstart', 'hong');
      await compose('compositionupdate', 'hongxian');
      expect(await page.locator('#finder-results li').count()).toBe(0);
      const before = page.url();
      await page.evaluate(() =>
        document
          .querySelector('#finder-input')
          ?.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }),
          ),
      );
      await compose('compositionend', '红线');
      await appears(page, '#finder-results [data-risk-id]');
      expect(page.url()).toBe(before);
    });
  });

  test('查整页文字：查得到法律目录，结果按页归在一起', async () => {
    await withPage(kernel, site.home, async ({ page }) => {
      await page.keyboard.press('/');
      await appears(page, '#finder-input');
      await page.keyboard.type('徇私低价出让');
      await appears(page, '#page-results > li');
      expect(await page.textContent('#page-results')).toContain('破坏土地资源案件解释');
    });
  });

  test('图可以放大、还原，按住拖动不会误点链接', async () => {
    await withPage(kernel, site.home + wall, async ({ page }) => {
      const width = () =>
        page.evaluate(
          () =>
            document.querySelector('.chart-frame svg.flowchart')?.getBoundingClientRect().width ??
            0,
        );
      const natural = await width();
      await page.click('[data-chart-action="zoom-in"]');
      expect(await width()).toBeGreaterThan(natural * 1.2);
      await page.click('[data-chart-action="fit"]');
      const frame = await page.evaluate(() => {
        const box = document.querySelector('[data-chart-frame]');
        return box ? { height: box.clientHeight, content: box.scrollHeight } : undefined;
      });
      expect(frame?.content).toBeLessThanOrEqual((frame?.height ?? 0) + 2);
      await page.click('[data-chart-action="reset"]');
      expect(Math.abs((await width()) - natural)).toBeLessThan(1);
    });
  });

  test('选了深色和大字，下次打开还在', async () => {
    await withPage(kernel, site.home, async ({ page }) => {
      await page.click('[data-switch="theme"]');
      await page.click('[data-switch="text-size"]');
      await page.reload();
      const chosen = await page.evaluate(() => ({
        theme: document.documentElement.dataset['theme'],
        size: getComputedStyle(document.body).fontSize,
      }));
      expect(chosen).toEqual({ theme: 'dark', size: '24px' });
    });
  });

  test('目录页按权力类别筛选，选择留在网址里', async () => {
    await withPage(kernel, `${site.home}walls/?class=财权`, async ({ page }) => {
      const shown = await page.locator('.wall-cards > li:not([hidden])').allTextContents();
      expect(shown.length).toBeGreaterThan(0);
      for (const text of shown) expect(text).toContain('财权');
      await page.fill('input[name="text"]', '没有这面墙');
      expect(await page.textContent('[data-wall-count]')).toContain('符合的 0 面');
    });
  });
});

describe('无障碍', () => {
  test.each([
    ['light', 1366, 768, kinds],
    ['dark', 1366, 768, kinds],
    ['light', 390, 844, oneOfEach],
    ['dark', 390, 844, oneOfEach],
  ] as const)(
    '%s，%i×%i：每一种页自动检查没有问题，没有报错，不用左右滚动',
    async (colorScheme, width, height, paths) => {
      await withPage(
        153,
        site.home,
        async ({ page, faults }) => {
          for (const path of paths) {
            await page.goto(site.home + path);
            expect(await axeFaults(page), path).toEqual([]);
            expect(ownFaults(faults), path).toEqual([]);
            expect(await overflowOf(page), path).toBeLessThanOrEqual(0);
          }
        },
        { colorScheme, viewport: { width, height } },
      );
    },
    600_000,
  );

  test('窄屏上放成大字，也没有一页要左右滚动', async () => {
    await withPage(
      153,
      site.home,
      async ({ page }) => {
        for (const path of kinds) {
          await page.goto(site.home + path);
          await page.evaluate(() =>
            document.documentElement.setAttribute('data-text-size', 'large'),
          );
          expect(await overflowOf(page), path).toBeLessThanOrEqual(0);
        }
      },
      { viewport: { width: 390, height: 844 } },
    );
  }, 300_000);
});

describe('放在子路径下', () => {
  let folder = '';
  let subSite: Site;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fangkong-'));
    execFileSync(
      process.execPath,
      ['src/publish/buildSite.ts', '--base', '/fangkong/', '--outDir', folder],
      // Vitest's own variables (NODE_ENV, BASE_URL …) would change the build.
      { stdio: 'ignore', env: { PATH: process.env['PATH'], HOME: process.env['HOME'] } },
    );
    subSite = await serveSite(folder, '/fangkong/');
  });
  afterAll(() => {
    subSite.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('链接、查找、整页查找都在子路径里', async () => {
    await withPage(153, subSite.home, async ({ page, faults }) => {
      const outside = await page.evaluate(() =>
        Array.from(document.querySelectorAll<HTMLAnchorElement>('a[href]'))
          .map((link) => new URL(link.href).pathname)
          .filter((path) => !path.startsWith('/fangkong/')),
      );
      expect(outside).toEqual([]);
      await page.keyboard.press('/');
      await appears(page, '#finder-input');
      await page.keyboard.type('红线');
      await appears(page, '#page-results a');
      const links = await page.evaluate(() =>
        Array.from(document.querySelectorAll<HTMLAnchorElement>('.search-results a')).map(
          (link) => new URL(link.href).pathname,
        ),
      );
      expect(
        links.every((path) => path.startsWith('/fangkong/walls/') || path.startsWith('/fangkong/')),
      ).toBe(true);
      await page.click('#page-results a');
      await appears(page, 'h1');
      expect(faults).toEqual([]);
    });
  });
});
