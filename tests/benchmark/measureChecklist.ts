import type { Browser, Page } from 'playwright-core';
import { repeatWalls } from '../browser/support/manyRisks.ts';
import { slowPage } from './measurePage.ts';

export interface ChecklistFigures {
  readonly risks: number;
  /** From the beginning of the page to the first risk that can be answered. */
  readonly openMs: number;
  /** From a key to the frame that shows its answer: the middle one, and the slowest. */
  readonly keyMs: number;
  readonly slowestKeyMs: number;
  /** The same at the end of the list, after all of it has been scrolled through. */
  readonly keyAtEndMs: number;
  /** Until the sheets of the form stand there. */
  readonly formMs: number;
}

/** Presses a number at one risk after another, as people fill in the list by keyboard. */
async function pressKeys(page: Page, from: number, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    times.push(
      await page.evaluate(
        ({ place, key }) =>
          new Promise<number>((done) => {
            const items = document.querySelectorAll<HTMLElement>('[data-risk]');
            const item = items[place < 0 ? items.length + place : place];
            item?.scrollIntoView({ block: 'center' });
            setTimeout(() => {
              const field = item?.querySelector<HTMLElement>('.state input');
              field?.focus();
              const start = performance.now();
              field?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
              requestAnimationFrame(() => {
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => done(performance.now() - start);
                port2.postMessage(undefined);
              });
            }, 300);
          }),
        { place: from + i, key: String(1 + (i % 3)) },
      ),
    );
    await page.waitForTimeout(60);
  }
  return times.sort((a, b) => a - b);
}

const middle = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)] ?? 0;

/** Scrolls through the whole page, as somebody who looks for the end of it. */
const scrollThrough = (page: Page) =>
  page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 40_000) {
      window.scrollTo(0, y);
      await new Promise((next) => setTimeout(next, 60));
    }
  });

/**
 * Opens the self-assessment of all posts on a slow machine, answers, and makes the form.
 * @param count risks to have at least; the content's own where it is left out.
 */
export async function measureChecklist(
  browser: Browser,
  home: string,
  count?: number,
): Promise<ChecklistFigures> {
  const { page } = await slowPage(browser);
  if (count) await repeatWalls(page, count);
  await page.goto(`${home}self-assessment/`, { waitUntil: 'load' });
  await page.waitForSelector('.choice-count');
  await page.click('text=开始自查');
  await page.waitForSelector('[data-risk]');
  await page.reload({ waitUntil: 'load' });
  await page.waitForSelector('[data-risk] .state input');
  const openMs = await page.evaluate(() => performance.now());
  await page.waitForTimeout(1500);
  const risks = await page.locator('[data-risk]').count();
  const keys = await pressKeys(page, 0, 30);
  await scrollThrough(page);
  const atEnd = await pressKeys(page, -15, 15);
  const formMs = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const start = performance.now();
        const look = () =>
          document.querySelector('.form-sheets .form-sheet')
            ? done(performance.now() - start)
            : setTimeout(look, 50);
        document.querySelector<HTMLElement>('.record-views a[href^="#form"]')?.click();
        look();
      }),
  );
  await page.context().close();
  return {
    risks,
    openMs,
    keyMs: middle(keys),
    slowestKeyMs: keys[keys.length - 1] ?? 0,
    keyAtEndMs: middle(atEnd),
    formMs,
  };
}
