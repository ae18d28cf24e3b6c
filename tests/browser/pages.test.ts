import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placedRisks } from '../../src/model/wall/wall.ts';
import {
  firstWall,
  lawWithOwnWords,
  longestWall,
  wordInTitles,
} from '../fixtures/contentExamples.ts';
import { kernels } from '../../src/print/browserFiles.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { pageRows, riskRows } from './support/foundRows.ts';
import { appears, countOf, tabTo } from './support/onPage.ts';
import { second, secondContent } from '../fixtures/secondBureau.ts';
import { servedSite } from './support/servedSite.ts';
import { serveSite, type Site } from './support/site.ts';
import { mechanismPages, oneOfEach, wallPages } from './support/sitePages.ts';
import { inWindow, settled, withPage } from './support/visit.ts';

const { slug, wall } = longestWall(content);
const wallPage = `walls/${slug}/`;
/** Stands in the title of a risk. */
const word = wordInTitles(content);
/** The other pages are opened by walls.test.ts and mechanisms.test.ts, in the same kernels. */
const opened = oneOfEach.filter((name) => ![...wallPages, ...mechanismPages].includes(name));

const site = servedSite();

/** Kernel 153 opens every page in accessibility.test.ts, in light, dark, wide and narrow. */
describeInKernels('打开', [109, 92], (kernel) => {
  test('在普通 http 的内网名字上打开每一种页，没有报错、没有违反策略、没有出站请求', async () => {
    for (const path of opened) {
      await inWindow(kernel, site.home + path, async ({ page, faults }) => {
        await settled(page);
        expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
        expect.soft(faults, path).toEqual([]);
      });
    }
  }, 300_000);
});

describeInKernels('查找和阅读', kernels, (kernel) => {
  test('网址打错了：看得到“没有这一页”，样子没坏，回得到首页', async () => {
    const wrong = `${site.home}walls/no/such/page/`;
    await withPage(kernel, wrong, async ({ page, faults }) => {
      await settled(page);
      // Its own answer is the only one that fails: style, scripts and picture are all there.
      expect(faults).toEqual([
        `控制台：Failed to load resource: the server responded with a status of 404 (Not Found)（${wrong}）`,
      ]);
      await Promise.all([
        page.waitForURL(site.home),
        page.evaluate(() => document.querySelector<HTMLElement>('[data-home]')?.click()),
      ]);
    });
  });

  test('按 / 打开查找，输入词得到风险点，点进去落在那一条上', async () => {
    await withPage(kernel, site.home + wallPage, async ({ page }) => {
      await page.keyboard.press('/');
      await appears(page, '#finder-input');
      await page.keyboard.type(word);
      // The first letter finds something too; what it found goes when the second is typed.
      await page.waitForFunction(
        (wanted) => document.querySelector('#finder-results mark')?.textContent === wanted,
        word,
      );
      const found = await page.evaluate(() => ({
        text: document.querySelector('#finder-results li')?.textContent,
        marked: document.querySelector('#finder-results mark')?.textContent,
      }));
      expect(found.text).toContain(word);
      expect(found.marked).toBe(word);
      // The row sets its parts apart; a marked word must not become a part of its own.
      const isPart = await page.evaluate(() =>
        Array.from(document.querySelectorAll('#finder-results mark, #page-results mark'), (mark) =>
          mark.parentElement ? getComputedStyle(mark.parentElement).display : '',
        ).some((display) => display.includes('flex')),
      );
      expect(isPart, '标出的词和前后的字之间有空隙').toBe(false);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => location.hash.startsWith('#risk-'));
      // The risk may stand on another wall, whose page has to arrive first.
      await appears(page, ':target');
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
      expect(await countOf(page, `${riskRows} [data-risk-id]`)).toBe(0);
    });
  });

  test('没有脚本也看得到整张图和全部风险点，查找链接到目录', async () => {
    await withPage(
      kernel,
      site.home + wallPage,
      async ({ page }) => {
        const seen = await page.evaluate(() => ({
          chartHeight: document.querySelector('.chart-frame svg')?.getBoundingClientRect().height,
          searchLink: document.querySelector('[data-search-open]')?.getAttribute('href'),
          toolsHeight: document.querySelector('.wall-views')?.getBoundingClientRect().height,
        }));
        // Each step takes a box with its risks and a line to the next.
        expect(seen.chartHeight).toBeGreaterThan(wall.steps.length * 40);
        expect(seen.searchLink).toBe('/walls/');
        expect(seen.toolsHeight).toBe(0);
        expect(await countOf(page, '.risk')).toBe(placedRisks(wall).length);
      },
      { javaScriptEnabled: false },
    );
  });
});

describeInKernels('操作', fullKernels, (kernel) => {
  test('只用键盘：从首页走到一个风险点', async () => {
    await withPage(kernel, site.home, async ({ page }) => {
      await tabTo(page, '.wall-card a');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
      await tabTo(page, '.chart-frame a.go');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => location.hash.startsWith('#step-'));
      await tabTo(page, '.step:not([hidden]) .risk .risk-fold');
      await page.keyboard.press('Enter');
      await appears(page, '.step:not([hidden]) .risk > dl:not([hidden])');
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
      await compose('compositionstart', 'pin');
      await compose('compositionupdate', 'pinyin');
      expect(await countOf(page, riskRows)).toBe(0);
      const before = page.url();
      await page.evaluate(() =>
        document
          .querySelector('#finder-input')
          ?.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }),
          ),
      );
      await compose('compositionend', word);
      await appears(page, '#finder-results [data-risk-id]');
      expect(page.url()).toBe(before);
    });
  });

  test('查整页文字：查得到法律目录，结果按页归在一起', async () => {
    const { law, words } = lawWithOwnWords(content);
    await withPage(kernel, site.home, async ({ page }) => {
      await page.keyboard.press('/');
      await appears(page, '#finder-input');
      await page.keyboard.type(words);
      await appears(page, pageRows);
      expect(await page.textContent('#page-results')).toContain(law.shortTitle);
    });
  });

  test('图可以放大、还原，按住拖动不会误点链接', async () => {
    await withPage(kernel, `${site.home}${wallPage}chart/`, async ({ page }) => {
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
    const { powerClass } = firstWall(content).wall;
    await withPage(kernel, `${site.home}walls/?class=${powerClass}`, async ({ page }) => {
      const shown = await page.locator('.wall-cards > li:not([hidden])').allTextContents();
      expect(shown.length).toBeGreaterThan(0);
      for (const text of shown) expect(text).toContain(powerClass);
      await page.fill('input[name="text"]', '没有这面墙');
      expect(await page.textContent('[data-wall-count]')).toContain('符合的 0 面');
    });
  });
});

describe('放在子路径下', () => {
  let folder = '';
  let subSite: Site;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fangkong-'));
    // The second bureau is small and whole: what leads outside of the base path does so there too.
    execFileSync(
      process.execPath,
      ['src/publish/buildSite.ts', '--base', '/fangkong/', '--outDir', folder],
      {
        stdio: 'ignore',
        // Vitest's own variables (NODE_ENV, BASE_URL …) would change the build.
        env: {
          PATH: process.env['PATH'],
          HOME: process.env['HOME'],
          FANGKONG_CONTENT_DIR: secondContent,
        },
      },
    );
    subSite = await serveSite(folder, '/fangkong/');
  });
  afterAll(() => {
    subSite.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('每一页写着的地址都在子路径里', () => {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.html'),
    );
    const outside = pages.flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/\s(?:href|src|action)="(\/[^"]*)"/g)]
        .map((match) => match[1] ?? '')
        .filter((address) => !address.startsWith('/fangkong/'))
        .map((address) => `${name} → ${address}`),
    );
    expect(pages.length).toBeGreaterThan(20);
    expect(outside).toEqual([]);
  });

  test('链接、查找、整页查找都在子路径里', async () => {
    await withPage(153, subSite.home, async ({ page, faults }) => {
      const pathsOf = (selector: string) =>
        page.evaluate(
          (wanted) =>
            Array.from(
              document.querySelectorAll<HTMLAnchorElement>(wanted),
              (link) => new URL(link.href).pathname,
            ),
          selector,
        );
      const links = await pathsOf('a[href]');
      expect(links.length).toBeGreaterThan(10);
      expect(links.filter((path) => !path.startsWith('/fangkong/'))).toEqual([]);
      await page.keyboard.press('/');
      await appears(page, '#finder-input');
      const [wall] = second.walls;
      // A step has risks, and its wall's page has it.
      await page.keyboard.type(wall?.data.steps.find(({ risks }) => risks.length > 0)?.name ?? '');
      await appears(page, '#finder-results [data-risk-id]');
      await appears(page, '#page-results a');
      for (const list of ['#finder-results', '#page-results']) {
        const found = await pathsOf(`${list} a`);
        expect(found.length, list).toBeGreaterThan(0);
        expect(found.filter((path) => !path.startsWith('/fangkong/'))).toEqual([]);
      }
      const [first = ''] = await pathsOf('#page-results a');
      await Promise.all([
        page.waitForURL((url) => url.pathname === first),
        page.click('#page-results a'),
      ]);
      await appears(page, 'h1');
      await settled(page);
      expect(faults).toEqual([]);
    });
  });
});
