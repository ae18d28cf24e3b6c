import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { content } from './support/content.ts';
import { describeInKernels } from './support/eachKernel.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();

/** The walls with the shortest and the longest title: what stands beside it has most and least room. */
const byTitle = [...content.walls].sort(
  (a, b) => a.data.powerItem.length - b.data.powerItem.length,
);
const slugs = [byTitle[0], byTitle[byTitle.length - 1]].map((wall) => wall?.name ?? '');

/** What a reader would see wrong with what is pressed at the head of a wall. */
const headerFaults = (page: Page) =>
  page.evaluate(() => {
    const faults: string[] = [];
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (over > 0) faults.push(`页面宽出 ${over} 像素`);
    const controls = Array.from(
      document.querySelectorAll<HTMLElement>('.wall-controls .button, .wall-controls select'),
    ).filter((control) => control.getBoundingClientRect().width > 0);
    const middles = controls.map((control) => {
      const { top, bottom } = control.getBoundingClientRect();
      return (top + bottom) / 2;
    });
    if (Math.max(...middles) - Math.min(...middles) > 5) faults.push('按钮不在一行');
    if (controls.length < 8) faults.push(`只看到 ${controls.length} 个按钮`);
    const brush = document.createElement('canvas').getContext('2d');
    for (const select of controls.filter((one) => one instanceof HTMLSelectElement)) {
      const { font, paddingLeft, paddingRight } = getComputedStyle(select);
      if (brush) brush.font = font;
      const words = select.selectedOptions[0]?.text ?? '';
      const wanted = brush?.measureText(words).width ?? 0;
      // The arrow takes about as much as a letter.
      const room = select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - 14;
      if (wanted > room) faults.push(`${words}要 ${wanted} 像素，只有 ${room}`);
    }
    return faults;
  });

async function resize(
  page: Page,
  window: { readonly width: number; readonly height: number },
  letters: 'usual' | 'large',
): Promise<void> {
  await page.setViewportSize(window);
  if (letters === 'usual') return;
  await page.evaluate(() => document.documentElement.setAttribute('data-text-size', 'large'));
}

/** What can be pressed at the head of a wall, row by row. */
const controlsByRow = (page: Page) =>
  page.evaluate(() => {
    const rows = new Map<number, string[]>();
    for (const control of Array.from(
      document.querySelectorAll<HTMLElement>('.wall-controls .button, .wall-controls select'),
    )) {
      const { top, bottom, width } = control.getBoundingClientRect();
      const middle = (top + bottom) / 2;
      if (width === 0) continue;
      const row = [...rows.keys()].find((at) => Math.abs(at - middle) < 8) ?? middle;
      rows.set(row, [...(rows.get(row) ?? []), control.textContent.trim()]);
    }
    return [...rows.values()];
  });

const sizes = [1024, 1152, 1366].flatMap((width) =>
  (['usual', 'large'] as const).map((size) => [width, size] as const),
);

describeInKernels('墙的页首', [153, 109], (kernel) => {
  test.each(sizes)(
    '宽 %i、字号 %s：按钮在一行里，选项没有切掉，页面没有变宽',
    async (width, size) => {
      for (const slug of slugs) {
        await withPage(kernel, `${site.home}walls/${slug}/`, async ({ page }) => {
          await resize(page, { width, height: 768 }, size);
          expect(await headerFaults(page), slug).toEqual([]);
        });
      }
    },
  );

  // 大字 on a phone has no room for five in a row.
  test.each([
    [1366, 'large'],
    [1024, 'usual'],
    [390, 'usual'],
    [360, 'usual'],
    [390, 'large'],
  ] as const)('全文，宽 %i、字号 %s：没有一个按钮单独落在一行', async (width, size) => {
    for (const slug of slugs) {
      await withPage(kernel, `${site.home}walls/${slug}/`, async ({ page }) => {
        await resize(page, { width, height: 844 }, size);
        await page.click('[data-view="text"]');
        const rows = await controlsByRow(page);
        expect(rows.length, slug).toBeLessThan(5);
        expect(
          rows.filter((row) => row.length < 2),
          slug,
        ).toEqual([]);
      });
    }
  });
});
