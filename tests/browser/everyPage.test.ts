import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInKernels } from './support/eachKernel.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
/** Pages that lay out sheets of their own or show one thing in a window: their tests print them. */
const laidElsewhere = /^handbook\/|\/(?:present|chart|board|print)\/$/;
const paths = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.html'))
  .map((file) => file.replace(/index\.html$/, '').replace(/\\/g, '/'))
  .filter((path) => !laidElsewhere.test(path))
  .sort();

/** So many windows work side by side. */
const windows = 3;

/** Numbers of walls, steps, risks and documents in the page: all of them, and those that are seen. */
const idsOn = (page: Page) =>
  page.evaluate(() => {
    const all = new Set<string>();
    const seen = new Set<string>();
    const walker = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const ids = node.textContent?.match(/[WM]\d\d(?:-[RS]\d\d+)?/g);
      const holder = node.parentElement;
      if (!ids || !holder || holder.closest('script, template, style')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const isSeen =
        range.getClientRects().length > 0 && getComputedStyle(holder).visibility !== 'hidden';
      for (const id of ids) {
        if (!holder.closest('.no-print')) all.add(id);
        if (isSeen) seen.add(id);
      }
    }
    return { all: [...all], seen: [...seen] };
  });

describeInKernels('每一页', [153], (kernel) => {
  test('收起的也好、没点开的也好，页上的编号一个不少地印在纸上', async () => {
    expect(paths.length).toBeGreaterThan(300);
    const lost: string[] = [];
    const left = [...paths];
    const look = () =>
      withPage(kernel, site.home, async ({ page }) => {
        for (let path = left.shift(); path !== undefined; path = left.shift()) {
          await page.emulateMedia({ media: 'screen' });
          await page.goto(site.home + path);
          const { all } = await idsOn(page);
          await page.emulateMedia({ media: 'print' });
          await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
          const { seen } = await idsOn(page);
          // Of a wall something is on the paper when one of its risks is.
          const isOnPaper = (id: string) =>
            seen.some((one) => one === id || one.startsWith(`${id}-`));
          const gone = all.filter((id) => !isOnPaper(id));
          if (gone.length > 0) lost.push(`${path}：${gone.join('、')}`);
        }
      });
    await Promise.all(Array.from({ length: windows }, look));
    expect(lost).toEqual([]);
  }, 400_000);
});
