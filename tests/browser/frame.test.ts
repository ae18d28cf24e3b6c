import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { firstWall } from '../fixtures/contentExamples.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, overflowOf, tabTo } from './support/onPage.ts';
import { printPage, textOf } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { settled, withPage } from './support/visit.ts';

const site = servedSite();
const phone = { viewport: { width: 390, height: 844 } };
const wallPage = () => `${site.home}walls/${firstWall(content).slug}/`;
const stepAnchors = () => firstWall(content).wall.steps.map(({ id }) => `step-${id}`);

/** Where the header ends and where the part that was jumped to begins, in px of the window. */
const places = (page: Page) =>
  page.evaluate(() => {
    // A step that comes up as a sheet has its own bar, and the header lies behind it.
    const header =
      document.querySelector('.has-sheet .step-pager') ?? document.querySelector('.site-header');
    const target = document.querySelector(':target');
    if (!header || !target) throw new Error('没有页首或者没有跳到');
    return {
      headerBottom: header.getBoundingClientRect().bottom,
      top: target.getBoundingClientRect().top,
    };
  });

describeInKernels('页首', fullKernels, (kernel) => {
  test.each([
    [1366, 768],
    [1024, 768],
    [911, 512],
    [683, 384],
    [390, 844],
  ])('%i×%i：跳到的标题不在页首下面，普通字和大字都一样', async (width, height) => {
    const [, , third = ''] = stepAnchors();
    await withPage(
      kernel,
      wallPage(),
      async ({ page }) => {
        for (const isLarge of [false, true]) {
          if (isLarge) {
            await page.evaluate(() =>
              document.querySelector<HTMLElement>('[data-switch="text-size"]')?.click(),
            );
          }
          await page.goto(`${wallPage()}#${third}`);
          if (isLarge) await page.reload();
          await settled(page);
          await page.evaluate((id) => {
            location.hash = '';
            location.hash = id;
          }, third);
          await settled(page);
          const { headerBottom, top } = await places(page);
          expect(top, isLarge ? '大字' : '普通字').toBeGreaterThanOrEqual(headerBottom);
        }
      },
      { viewport: { width, height } },
    );
  });
});

describeInKernels('手机上的菜单', fullKernels, (kernel) => {
  test('一行高；按钮打开，Esc 关上、焦点回来，走出去就关上', async () => {
    await withPage(
      kernel,
      site.home,
      async ({ page, faults }) => {
        const heightOf = () =>
          page.evaluate(
            () => document.querySelector('.site-header')?.getBoundingClientRect().height ?? 0,
          );
        const isShown = () => page.isVisible('.site-nav');
        expect(await heightOf()).toBeLessThan(70);
        expect(await isShown()).toBe(false);
        await tabTo(page, 'button', '菜单');
        await page.keyboard.press('Enter');
        expect(await isShown()).toBe(true);
        await page.keyboard.press('Tab');
        expect(
          await page.evaluate(() => document.activeElement?.closest('.site-nav')),
        ).toBeTruthy();
        await page.keyboard.press('Escape');
        expect(await isShown()).toBe(false);
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('菜单');
        await page.keyboard.press('Enter');
        await tabTo(page, 'main a, main button, main input, main select');
        expect(await isShown()).toBe(false);
        await page.click('text=菜单');
        await page.click('[data-switch="text-size"]');
        expect(await heightOf()).toBeLessThan(100);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        expect(faults).toEqual([]);
      },
      phone,
    );
  });

  test('没有脚本也打得开', async () => {
    await withPage(
      kernel,
      site.home,
      async ({ page }) => {
        expect(await page.isVisible('.site-nav')).toBe(false);
        await page.click('text=菜单');
        expect(await page.isVisible('.site-nav')).toBe(true);
      },
      { ...phone, javaScriptEnabled: false },
    );
  });

  test('墙的标题在第一屏，步骤单在它下面', async () => {
    await withPage(
      kernel,
      wallPage(),
      async ({ page }) => {
        await settled(page);
        const [title, contents] = await page.evaluate(() =>
          ['h1', '.wall-contents'].map(
            (one) => document.querySelector(one)?.getBoundingClientRect().top ?? 0,
          ),
        );
        expect(title).toBeLessThan(300);
        expect(contents).toBeGreaterThan(title ?? 0);
        // On one screen the list of steps is the chart; in the whole text it waits to be opened.
        expect(await page.isVisible('.wall-contents ol')).toBe(true);
        await page.click('[data-view="text"]');
        await page.reload();
        await settled(page);
        expect(await page.isVisible('.wall-contents ol')).toBe(false);
        await page.click('.wall-contents summary');
        expect(await page.isVisible('.wall-contents ol')).toBe(true);
      },
      phone,
    );
  });
});

describeInKernels('键盘', fullKernels, (kernel) => {
  test('焦点在勾选框上，“/”照样打开查找；在文字框里是一个字', async () => {
    await withPage(kernel, `${site.home}risks/`, async ({ page }) => {
      await appears(page, '.register-table');
      await page.click('.more-choices summary');
      await page.focus('.more-choices input[type="checkbox"]');
      await page.keyboard.press('/');
      await appears(page, 'dialog[open]');
      await page.keyboard.press('Escape');
      await page.focus('#register-search');
      await page.keyboard.press('/');
      expect(await page.inputValue('#register-search')).toBe('/');
    });
  });

  test('从台账点一条风险，焦点跟到墙上那一条', async () => {
    await withPage(kernel, `${site.home}risks/`, async ({ page }) => {
      await appears(page, '.register-table');
      await page.focus('.register-table tbody a');
      await page.keyboard.press('Enter');
      await page.waitForURL(/walls\/.+#risk-/);
      await settled(page);
      expect(
        await page.evaluate(() => document.activeElement === document.querySelector(':target')),
      ).toBe(true);
    });
  });
});

describeInKernels('浏览器自己的打印（Ctrl+P）', fullKernels, (kernel) => {
  test.each([
    ['quiz/#paper', '这一页现在没有可以印的'],
    ['commitment/#batch', '这一页现在没有可以印的'],
  ])('%s 还没做出纸样时，纸上说怎么办', async (path, words) => {
    await withPage(kernel, site.home + path, async ({ page }) => {
      await appears(page, '[data-quiz] h2, [data-commitment] h2');
      const printed = (await printPage(page)).map(textOf).join('');
      expect(printed).toContain(words);
      expect(await page.textContent('main')).not.toContain(words);
    });
  });
});

/** Addresses that people mistype and programs make up; none may take the page away. */
const oddTails = [
  '#%',
  '#%E0%A4%A',
  '#"]',
  '#w01-r07%00',
  '#__proto__',
  '#exam/%F0%9F',
  '#record/../..',
  '?wall=%E0%A4%A&grade=%',
  '?columns=,,,&sort=-constructor&q=%25%5B%28',
  '?dept=__proto__&level=toString&post=%00',
];

test.each([
  'risks/',
  'quiz/',
  'commitment/',
  'self-assessment/',
  'verify/',
  'walls/',
  'posts/',
  '',
])('/%s：怪的网址不弄坏页面', async (path) => {
  await withPage(153, site.home + path, async ({ page, faults }) => {
    await settled(page);
    const usual =
      (await page.evaluate(() => document.querySelector('main')?.innerText.length)) ?? 0;
    for (const tail of oddTails) {
      await page.goto('about:blank');
      await page.goto(site.home + path + tail);
      await settled(page);
      const length = await page.evaluate(() => document.querySelector('main')?.innerText.length);
      expect(length, tail).toBeGreaterThan(Math.min(usual / 4, 150));
    }
    await page.evaluate((tails) => {
      for (const tail of tails) if (tail.startsWith('#')) location.hash = tail;
    }, oddTails);
    await settled(page);
    expect(faults).toEqual([]);
  });
});

test('高对比度压过存下的浅色：图上的字和底分得开', async () => {
  await withPage(
    153,
    site.home,
    async ({ page }) => {
      await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
      const colours = await page.evaluate(() => {
        const label = document.querySelector('.bars-label');
        if (!label) throw new Error('没有条形图');
        return [getComputedStyle(label).fill, getComputedStyle(document.body).backgroundColor];
      });
      expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
      await page.goto(`${site.home}supervision/`);
      await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
      const boxes = await page.evaluate(() =>
        Array.from(
          document.querySelectorAll('.site-diagram rect'),
          (box) => getComputedStyle(box).fill,
        ),
      );
      expect(boxes.length).toBeGreaterThan(0);
      expect(boxes.filter((fill) => fill === 'rgb(255, 255, 255)')).toEqual([]);
    },
    { forcedColors: 'active', colorScheme: 'dark' },
  );
});
