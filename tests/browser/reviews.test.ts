import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { wallsOf } from '../fixtures/contentExamples.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { overflowOf } from './support/onPage.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const walls = wallsOf(content).map(({ wall }) => wall);
const dates = walls.map(({ nextReviewDate }) => nextReviewDate).sort();
const [earliest = ''] = dates;
/** The walls that are due on the first day on which one is. */
const dueFirst = walls.filter(({ nextReviewDate }) => nextReviewDate === earliest);

const rows = (page: Page) => page.locator('[data-reviews] tbody tr:not([hidden])');

/** A reader who opens the page on a day of his own, whenever the site was made. */
async function openOn(page: Page, day: string, address: string): Promise<void> {
  await page.clock.install({ time: new Date(`${day}T09:00:00`) });
  await page.goto(address);
}

const dayAfter = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

describeInKernels('复核期限', fullKernels, (kernel) => {
  test.each(['walls/', 'guide/check/'])('%s 上每面墙一行，按读的那天说过期没有', async (path) => {
    await withPage(kernel, site.home, async ({ page, faults }) => {
      await openOn(page, dayAfter(earliest), site.home + path);
      expect(await rows(page).count()).toBe(walls.length);
      const first = await rows(page).first().locator('td').allTextContents();
      expect(first.slice(-3).map((text) => text.trim())).toEqual([earliest, '已过期', '过期 1 天']);
      expect(await page.textContent('[data-review-summary]')).toContain(
        `已过期 ${dueFirst.length} 面`,
      );
      await page.selectOption('[data-reviews] [name="state"]', '已过期');
      expect(await rows(page).count()).toBe(dueFirst.length);
      const department = dueFirst[0]?.leadDepartments[0] ?? '';
      await page.selectOption('[data-reviews] [name="department"]', department);
      const wanted = dueFirst.filter((wall) => wall.leadDepartments.includes(department));
      expect(await rows(page).count()).toBe(wanted.length);

      const save = async (kind: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.click(`[data-review-save="${kind}"]`),
        ]);
        expect(download.suggestedFilename()).toBe(`防控墙复核期限-${dayAfter(earliest)}.${kind}`);
        return readFileSync(await download.path());
      };
      const csv = (await save('csv')).toString();
      expect(csv.startsWith('\uFEFF编号,防控墙,')).toBe(true);
      expect(csv.trim().split('\r\n')).toHaveLength(wanted.length + 1);
      for (const { powerItem } of wanted) expect(csv).toContain(powerItem);
      expect((await save('xlsx')).subarray(0, 2).toString()).toBe('PK');
      expect(faults).toEqual([]);
    });
  });

  test('墙的目录按复核筛，卡片上写着期限', async () => {
    await withPage(kernel, site.home, async ({ page }) => {
      await openOn(page, dayAfter(earliest), `${site.home}walls/`);
      await page.selectOption('[data-wall-filters] [name="review"]', '已过期');
      const shown = page.locator('.wall-cards > li:not([hidden])');
      expect(await shown.count()).toBe(dueFirst.length);
      expect(await shown.first().textContent()).toContain(`复核期限 ${earliest}`);
      expect(page.url()).toContain('review=');
    });
  });
});

test('带着 #reviews 来，打开就在复核期限', async () => {
  await withPage(153, `${site.home}walls/#reviews`, async ({ page }) => {
    await expect
      .poll(() =>
        page.evaluate(() => document.getElementById('reviews')?.getBoundingClientRect().top),
      )
      .toBeLessThan(768);
    expect(page.url()).toContain('#reviews');
  });
});

test('复核期限在手机上不把页面撑宽，明暗都没有无障碍毛病', async () => {
  const viewport = { width: 390, height: 844 };
  await withPage(
    153,
    `${site.home}walls/`,
    async ({ page }) => {
      expect(await overflowOf(page)).toBe(0);
      expect(await axeFaultsInBothThemes(page)).toEqual([]);
    },
    { viewport },
  );
});
