import { globSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults, axeFaultsInBothThemes } from './support/axe.ts';
import { overflowOf } from './support/onPage.ts';
import { servedSite } from './support/servedSite.ts';
import { kinds, oneOfEach } from './support/sitePages.ts';
import { settled, withPage } from './support/visit.ts';

const site = servedSite();

const isInOneOfEach = new Set(oneOfEach);
const wide = { viewport: { width: 1366, height: 768 } };
const narrow = { viewport: { width: 390, height: 844 } };

/** As the page stands, and with the letters that a reader may choose for it. */
async function expectNoOverflow(page: Page, path: string): Promise<void> {
  expect.soft(await overflowOf(page), path).toBeLessThanOrEqual(0);
  await page.evaluate(() => document.documentElement.setAttribute('data-text-size', 'large'));
  expect.soft(await overflowOf(page), `${path} 大字`).toBeLessThanOrEqual(0);
}

test('深色只换颜色，所以在深色里只用看颜色', () => {
  const css = globSync('dist/assets/*.css').map((name) => readFileSync(name, 'utf8'));
  // Rules for a theme, by the system's wish or the reader's, with what they set.
  const themed = css.flatMap((text) => [
    ...text.matchAll(/([^{}]*\bdata-theme[^{}]*)\{([^{}]*)\}/g),
  ]);
  expect(themed.length).toBeGreaterThanOrEqual(3);
  const set = themed.flatMap(([, , rules = '']) => rules.split(';').filter((one) => one.trim()));
  expect(
    set.filter((one) => !/^\s*(?:--color-|--shadow:|color-scheme:|--lightningcss-)/.test(one)),
  ).toEqual([]);
  const asked = css.flatMap((text) => text.match(/prefers-color-scheme[^{]*\{[^{]*\{/g) ?? []);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((one) => !one.includes(':root:not([data-theme])'))).toEqual([]);
});

describe('无障碍，内核 153', () => {
  test('首页在深色里打开：没有报错，全部规则都没有问题', async () => {
    await withPage(
      153,
      site.home,
      async ({ page, faults }) => {
        expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(
          true,
        );
        await settled(page);
        expect(await axeFaults(page)).toEqual([]);
        expect(faults).toEqual([]);
      },
      { ...wide, colorScheme: 'dark' },
    );
  });

  // One window goes from page to page; a fault names its page and hides none of another.
  test('每一种页打开没有报错、没有出站请求；浅色、深色、宽屏、窄屏、大字自动检查都没有问题，不用左右滚动', async () => {
    await withPage(
      153,
      site.home,
      async ({ page, faults }) => {
        for (const path of kinds) {
          await page.setViewportSize(wide.viewport);
          await page.goto(site.home + path);
          await settled(page);
          expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
          expect.soft(await axeFaultsInBothThemes(page), path).toEqual([]);
          expect.soft(await overflowOf(page), path).toBeLessThanOrEqual(0);
          expect.soft(faults.splice(0), path).toEqual([]);
          await page.setViewportSize(narrow.viewport);
          if (isInOneOfEach.has(path)) {
            expect.soft(await axeFaultsInBothThemes(page), `${path} 窄屏`).toEqual([]);
          }
          await expectNoOverflow(page, path);
        }
      },
      wide,
    );
  }, 600_000);

  test('一打开就在窄屏上：没有报错，不用左右滚动', async () => {
    await withPage(
      153,
      site.home,
      async ({ page, faults }) => {
        for (const path of oneOfEach) {
          await page.goto(site.home + path);
          await settled(page);
          expect.soft(await overflowOf(page), path).toBeLessThanOrEqual(0);
          expect.soft(faults.splice(0), path).toEqual([]);
        }
      },
      narrow,
    );
  }, 600_000);
});
