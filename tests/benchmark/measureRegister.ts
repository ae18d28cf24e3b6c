import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { RegisterData } from '../../src/model/register/rows.ts';
import { typedSearches } from '../fixtures/contentExamples.ts';
import { realContent } from '../fixtures/realContent.ts';
import { slowPage } from './measurePage.ts';

export interface RegisterFigures {
  readonly rows: number;
  /** From the beginning of the page to the first rows. */
  readonly readyMs: number;
  /** From a key in the search field to the frame that shows what it found: the middle one. */
  readonly keyMs: number;
  readonly slowestKeyMs: number;
  /** The same for a choice in a facet, and for a click on a head to sort. */
  readonly facetMs: number;
  readonly sortMs: number;
}

/** The register as it is, repeated under further ids until there are so many rows. */
function manyRows(file: string, count: number): string {
  const data = JSON.parse(readFileSync(file, 'utf8')) as RegisterData;
  const rows = Array.from({ length: count }, (_, i) => {
    const row = data.rows[i % data.rows.length];
    const round = Math.floor(i / data.rows.length);
    return row && round > 0
      ? { ...row, id: `${row.id}-${round}`, title: `${row.title}${round}` }
      : row;
  });
  return JSON.stringify({ ...data, rows });
}

const middle = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Opens the register with so many rows on a slow machine, searches, chooses, sorts. */
export async function measureRegister(
  browser: Browser,
  home: string,
  count: number,
): Promise<RegisterFigures> {
  const { page } = await slowPage(browser);
  const body = manyRows('dist/data/register.json', count);
  await page.route('**/data/register.json', (route) =>
    route.fulfill({ body, contentType: 'application/json' }),
  );
  await page.goto(`${home}risks/`, { waitUntil: 'load' });
  await page.waitForSelector('.register-table');
  const readyMs = await page.evaluate(() => performance.now());
  await page.waitForTimeout(6000);
  /** What happens in the page, from the event to the frame after it. */
  const act = (selector: string, kind: 'type' | 'choose' | 'click', text: string) =>
    page.evaluate(
      ([wanted, what, value]) =>
        new Promise<number>((done) => {
          const element = document.querySelector<HTMLInputElement>(wanted ?? '');
          if (!element) return;
          const start = performance.now();
          if (what === 'click') element.click();
          else {
            element.value = value ?? '';
            element.dispatchEvent(
              new Event(what === 'type' ? 'input' : 'change', { bubbles: true }),
            );
          }
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.now() - start);
            port2.postMessage(undefined);
          });
        }),
      [selector, kind, text] as const,
    );
  const keys: number[] = [];
  for (const text of [...typedSearches(realContent()), '']) {
    keys.push(await act('#register-search', 'type', text));
    await page.waitForTimeout(300);
  }
  const facets: number[] = [];
  for (const value of ['一类', '二类', '三类', '']) {
    facets.push(await act('.register-filters label:nth-of-type(3) select', 'choose', value));
    await page.waitForTimeout(300);
  }
  const sorts: number[] = [];
  for (const column of ['is-title', 'is-title', 'is-department']) {
    sorts.push(await act(`.register-table th.${column} button`, 'click', ''));
    await page.waitForTimeout(500);
  }
  await page.context().close();
  return {
    rows: count,
    readyMs,
    keyMs: middle(keys),
    slowestKeyMs: Math.max(...keys),
    facetMs: middle(facets),
    sortMs: Math.max(...sorts),
  };
}
