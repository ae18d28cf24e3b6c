import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser, CDPSession, Page, Response } from 'playwright-core';
import { typedSearches } from '../fixtures/contentExamples.ts';
import { realContent } from '../fixtures/realContent.ts';
import { openBareTab } from './bareTab.ts';

/** The office PC of the benchmark: four times slower than this machine. */
const slowDown = 4;

/** The line to it: 10 Mbps, and 40 ms until an answer begins. */
const officeLine = {
  offline: false,
  latency: 40,
  downloadThroughput: 10e6 / 8,
  uploadThroughput: 10e6 / 8,
};

export interface PageFigures {
  readonly htmlBytes: number;
  readonly cssBytes: number;
  readonly jsBytes: number;
  readonly chartBytes: number;
  /** The whole page as brotli makes it, which servers send by https only. */
  readonly brotliBytes: number;
  readonly requests: number;
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  readonly layoutShift: number;
  /** What tasks take beyond 50 ms each: after the first paint, when a reader may act. */
  readonly blockingMs: number;
  /** The same from the opening of the page on. */
  readonly blockingInAllMs: number;
  readonly chartVisibleMs: number;
}

const window1366 = { width: 1366, height: 768 };

const gzipped = (body: Buffer | string) => gzipSync(body, { level: 9 }).length;

/** A page on the slow machine of the benchmark. */
export async function slowPage(browser: Browser): Promise<{ page: Page; session: CDPSession }> {
  const context = await browser.newContext({ viewport: window1366 });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  return { page, session };
}

const sizeKeys = [
  ['html', 'htmlBytes'],
  ['css', 'cssBytes'],
  ['javascript', 'jsBytes'],
] as const;

/** Read when the page stands: packing beside a page that loads would be measured as the page's. */
async function sizesOf(
  responses: readonly Response[],
): Promise<Pick<PageFigures, 'htmlBytes' | 'cssBytes' | 'jsBytes' | 'brotliBytes'>> {
  const sizes = { htmlBytes: 0, cssBytes: 0, jsBytes: 0, brotliBytes: 0 };
  for (const response of responses) {
    const type = response.headers()['content-type'] ?? '';
    const key = sizeKeys.find(([kind]) => type.includes(kind))?.[1];
    if (key === undefined) continue;
    const body = await response.body();
    sizes[key] += gzipped(body);
    sizes.brotliBytes += brotliCompressSync(body).length;
  }
  return sizes;
}

/** What a page itself notes as it loads. */
interface Noted {
  readonly shift: number;
  readonly largest: number;
  /** From when to when each long task took. */
  readonly tasks: readonly (readonly [number, number])[];
  readonly chart: number;
  readonly first: number;
}

/** Runs in the page, before anything of its own. */
function note(selector: string): void {
  const figures = { shift: 0, largest: 0, tasks: [] as [number, number][], chart: 0 };
  Object.assign(window, { figures });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
      figures.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) figures.largest = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      figures.tasks.push([startTime, startTime + duration]);
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const chart = document.querySelector(selector);
    if (chart && chart.getBoundingClientRect().height > 0)
      requestAnimationFrame(() => (figures.chart = performance.now()));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const noted = `({ ...figures, first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 })`;

/** Loads a page once, cold, on the slow machine and over the line of the office. */
async function timesOf(browser: Browser, url: string, chartSelector: string): Promise<Noted> {
  const tab = await openBareTab(browser, window1366);
  const settled = () => new Promise((done) => setTimeout(done, 800));
  const read = async () => {
    const { result } = await tab.send<{ result: { value: Noted } }>('Runtime.evaluate', {
      expression: noted,
      returnByValue: true,
    });
    return result.value;
  };
  try {
    await tab.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
    await tab.send('Network.emulateNetworkConditions', officeLine);
    await tab.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${note.toString()})(${JSON.stringify(chartSelector)})`,
    });
    await tab.open(url);
    await settled();
    // Whoever draws charts in the reader's browser takes seconds here.
    for (let left = 15; left > 0; left -= 1) {
      const { chart } = await read();
      if (chart > 0) break;
      await settled();
    }
    return await read();
  } finally {
    await tab.close();
  }
}

/** Loads a page once more, and reads how much that was. */
async function weightOf(browser: Browser, url: string, chartSelector: string) {
  const context = await browser.newContext({ viewport: window1366 });
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(300);
  const markup = await page.evaluate(
    (selector) => document.querySelector(selector)?.outerHTML ?? '',
    chartSelector,
  );
  const sizes = await sizesOf(responses);
  await context.close();
  return { ...sizes, chartBytes: gzipped(markup), requests: responses.length };
}

/**
 * Reads what a page costs whoever opens it for the first time.
 * @param chartSelector what the chart is found by.
 * @returns sizes in bytes gzipped, times in ms.
 */
export async function measurePage(
  browser: Browser,
  url: string,
  chartSelector = '.chart-frame svg',
): Promise<PageFigures> {
  const { first, largest, chart, shift, tasks } = await timesOf(browser, url, chartSelector);
  const blockingFrom = (start: number) =>
    tasks.reduce((sum, [from, to]) => sum + Math.max(0, to - Math.max(from, start) - 50), 0);
  return {
    ...(await weightOf(browser, url, chartSelector)),
    firstPaintMs: first,
    largestPaintMs: largest,
    layoutShift: shift,
    blockingMs: blockingFrom(first),
    blockingInAllMs: blockingFrom(0),
    chartVisibleMs: chart,
  };
}

export interface SearchFigures {
  /** From key press to the frame that shows the results: the middle one of the keys typed. */
  readonly keyToPaintMs: number;
  readonly slowestKeyMs: number;
  readonly firstAnswerBytes: number;
}

/** Opens the search and types words that many risks have, key by key. */
export async function measureSearch(browser: Browser, url: string): Promise<SearchFigures> {
  const { page } = await slowPage(browser);
  await page.goto(url, { waitUntil: 'load' });
  let bytes = 0;
  const reading: Promise<void>[] = [];
  page.on('response', (response) => {
    // The first answer comes from the file of the core; the others are fetched behind it.
    if (/finder-|pages-|\.css/.test(response.url())) return;
    reading.push(
      response.body().then((body) => {
        bytes += gzipped(body);
      }),
    );
  });
  await page.keyboard.press('/');
  await page.waitForSelector('#finder-input');
  await page.waitForFunction(() =>
    document.querySelector('#finder-status')?.textContent?.includes('输入'),
  );
  await page.waitForTimeout(500);
  const times: number[] = [];
  for (const text of typedSearches(realContent())) {
    times.push(
      await page.evaluate(
        (value) =>
          new Promise<number>((done) => {
            const input = document.querySelector<HTMLInputElement>('#finder-input');
            if (!input) return;
            const start = performance.now();
            input.value = value;
            input.dispatchEvent(new InputEvent('input', { bubbles: true }));
            // A message sent from a frame's callback arrives right after that frame was painted.
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => done(performance.now() - start);
              port2.postMessage(undefined);
            });
          }),
        text,
      ),
    );
    await page.waitForTimeout(300);
  }
  await Promise.all(reading);
  await page.context().close();
  const sorted = times.sort((a, b) => a - b);
  return {
    keyToPaintMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
    slowestKeyMs: sorted[sorted.length - 1] ?? 0,
    firstAnswerBytes: bytes,
  };
}
