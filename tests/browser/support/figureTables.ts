import type { Page } from 'playwright-core';

/** Long tables come in several pictures of the page, and say so as long as rows are to come. */
export const isDrawn = (page: Page) =>
  page.waitForFunction(() => !document.querySelector('.figure-table[aria-busy]'));

/** What stands in the rows of the first table of figures that is shown, the sum last. */
export async function shownRows(page: Page): Promise<string[][]> {
  await isDrawn(page);
  return page.evaluate(() => {
    const shown = Array.from(document.querySelectorAll<HTMLElement>('.figure-table')).find(
      (table) => table.getClientRects().length > 0,
    );
    return Array.from(shown?.querySelectorAll('tbody tr, tfoot tr') ?? [], (row) =>
      Array.from(row.querySelectorAll('th, td'), (cell) => cell.textContent ?? ''),
    );
  });
}

/** The open list behind a number: its rows, by cells. */
export async function listRows(page: Page): Promise<string[][]> {
  await isDrawn(page);
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('.picture > section[aria-label="清单"] tbody tr'), (row) =>
      Array.from(row.querySelectorAll('th, td'), (cell) => cell.textContent ?? ''),
    ),
  );
}
