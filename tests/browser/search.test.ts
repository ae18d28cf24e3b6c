import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { middleRisk, wordInTitles } from '../fixtures/contentExamples.ts';
import { kernels } from '../../src/print/browserFiles.ts';
import { content } from './support/content.ts';
import { describeInKernels } from './support/eachKernel.ts';
import { anyRow, nearRows, pageRows, riskRows } from './support/foundRows.ts';
import { appears, countOf } from './support/onPage.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const word = wordInTitles(content);
const { risk } = middleRisk(content);
/** All characters of a risk's title, in an order in which they stand nowhere. */
const inOtherWords = `${risk.title.slice(2)}怎么${risk.title.slice(0, 2)}`;

async function openSearch(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await appears(page, '#finder-input');
}

/** Puts a query into the field as pasting does. */
const ask = (page: Page, query: string) =>
  page.evaluate((text) => {
    const input = document.querySelector<HTMLInputElement>('#finder-input');
    if (!input) return;
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, query);

const statusOf = (page: Page) =>
  page.evaluate(() => document.querySelector('#finder-status')?.textContent ?? '');
const idsIn = (page: Page, list: string) =>
  page.evaluate(
    (selector) =>
      Array.from(
        document.querySelectorAll<HTMLElement>(`${selector} [data-risk-id]`),
        (link) => link.dataset['riskId'] ?? '',
      ),
    list,
  );

describeInKernels('查找', kernels, (kernel) => {
  test('换一种说法也找得到：分开写明是最接近的，不冒充逐字查到', async () => {
    await withPage(kernel, site.home, async ({ page }) => {
      await openSearch(page);
      await ask(page, inOtherWords);
      await appears(page, nearRows);
      expect(await idsIn(page, nearRows)).toContain(risk.id);
      expect(await countOf(page, riskRows)).toBe(0);
      expect(await statusOf(page)).toContain('没有含这些字的风险点，下面是最接近的');
    });
  });

  test('标点、引号和看不见的字不挡住查找', async () => {
    await withPage(kernel, site.home, async ({ page }) => {
      await openSearch(page);
      await ask(page, word);
      // While further files arrive the order still changes.
      await page.waitForFunction(
        () => !/正在/.test(document.querySelector('#finder-status')?.textContent ?? '正在'),
      );
      await appears(page, riskRows);
      const wanted = await idsIn(page, riskRows);
      for (const query of [`“${word}”`, `${word}。`, `（${word}）`, [...word].join('\u200b')]) {
        await ask(page, '没有的词没有的词');
        await page.waitForFunction((rows) => !document.querySelector(rows), riskRows);
        await ask(page, query);
        await appears(page, riskRows);
        expect((await idsIn(page, riskRows)).slice(0, 2), query).toEqual(wanted.slice(0, 2));
      }
    });
  });

  test('框里举的例子，照着打就有结果', async () => {
    await withPage(kernel, site.home, async ({ page }) => {
      await openSearch(page);
      const example = await page.getAttribute('#finder-input', 'placeholder');
      const typed = (example ?? '').replace(/^例如：/, '');
      expect(typed).toContain('、');
      for (const query of [typed, ...typed.split('、')]) {
        await ask(page, query);
        await page.waitForFunction((rows) => document.querySelector(rows), anyRow);
        await ask(page, '');
        await page.waitForFunction((rows) => !document.querySelector(rows), anyRow);
      }
    });
  });

  test('含有这个词的页马上列出来，换了词不留着前一个词的页', async () => {
    await withPage(kernel, site.home, async ({ page }) => {
      await openSearch(page);
      await ask(page, word);
      await appears(page, pageRows);
      expect(await page.evaluate(() => document.body.innerText)).not.toContain('可能含有');
      const left = await page.evaluate(async (rows) => {
        const input = document.querySelector<HTMLInputElement>('#finder-input');
        if (!input) return -1;
        input.value = '天外飞仙';
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return document.querySelectorAll(rows).length;
      }, anyRow);
      expect(left).toBe(0);
    });
  });

  test('换了词马上按回车、按向下键，走不到前一个词的结果', async () => {
    await withPage(kernel, site.home, async ({ page }) => {
      await openSearch(page);
      await ask(page, word);
      await appears(page, pageRows);
      const before = page.url();
      const reached = await page.evaluate(() => {
        const input = document.querySelector<HTMLInputElement>('#finder-input');
        if (!input) return ['没有打开查找'];
        input.value = '天外飞仙';
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return new Promise<string[]>((done) =>
          requestAnimationFrame(() => {
            const press = (key: string) =>
              input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
            const opened: string[] = [];
            const note = (event: Event) => {
              event.preventDefault();
              opened.push((event.target as HTMLElement).textContent ?? '');
            };
            document.addEventListener('click', note, true);
            press('Enter');
            input.focus();
            press('ArrowDown');
            document.removeEventListener('click', note, true);
            const focused = document.activeElement;
            done(focused === input ? opened : [...opened, focused?.textContent ?? '']);
          }),
        );
      });
      expect(reached).toEqual([]);
      expect(page.url()).toBe(before);
    });
  });
});

const refuse = (page: Page, pattern: RegExp) =>
  page.route(pattern, (route) => route.fulfill({ status: 404, body: 'no' }));

test('服务器不给 .json：只说一句，说的是服务器和哪个文件', async () => {
  await withPage(153, site.home, async ({ page }) => {
    await refuse(page, /\.json$/);
    await openSearch(page);
    await page.waitForFunction(() =>
      document.querySelector('#finder-status')?.textContent?.includes('服务器'),
    );
    await ask(page, word);
    await page.waitForTimeout(400);
    const said = await page.evaluate(
      () => document.querySelector<HTMLElement>('.search-body')?.innerText ?? '',
    );
    expect(said).toContain('服务器没有给出 data/finder.json（404）');
    expect(said.match(/服务器/g)?.length).toBeLessThanOrEqual(2);
    expect(said).not.toMatch(/浏览器|不受影响|刷新/);
  });
});

test('只有页面的文字取不到：风险点照样查，只说页面那一句', async () => {
  await withPage(153, site.home, async ({ page }) => {
    await refuse(page, /pages-\d+\.json$/);
    await openSearch(page);
    await ask(page, word);
    await appears(page, riskRows);
    await page.waitForFunction(() =>
      document.querySelector('#finder-status')?.textContent?.includes('页面的文字没有取到'),
    );
    expect(await statusOf(page)).toContain('服务器没有给出 data/pages-0.json（404）');
  });
});

test('什么都不挨着时问一句“您是不是要找”，点了就查', async () => {
  const known = content.synonyms.data.groups.flat().find((one) => one.length === 2) ?? '';
  await withPage(153, site.home, async ({ page }) => {
    await openSearch(page);
    await ask(page, `${known[0] ?? ''}\u9f98`);
    await appears(page, '.search-meant button');
    await page.click('.search-meant button');
    await page.waitForFunction((rows) => document.querySelector(rows), anyRow);
    expect(await page.inputValue('#finder-input')).not.toContain('\u9f98');
  });
});

test('查十二个词，数据只取一遍', async () => {
  await withPage(153, site.home, async ({ page, asked }) => {
    await openSearch(page);
    await appears(page, '#finder-input');
    for (let i = 0; i < 12; i += 1) {
      await ask(page, risk.title.slice(i % risk.title.length) + String(i));
      await page.waitForTimeout(150);
    }
    await ask(page, word);
    await appears(page, pageRows);
    await page.waitForTimeout(500);
    const data = asked.filter((path) => path.includes('/data/'));
    expect(data.length).toBe(new Set(data).size);
    expect(data.some((path) => path.includes('pages-'))).toBe(true);
  });
});
