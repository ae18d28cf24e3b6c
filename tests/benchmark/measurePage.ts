import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser, CDPSession, Page, Response } from 'playwright-core';
import { typedSearches } from '../fixtures/contentExamples.ts';
import { realContent } from '../fixtures/realContent.ts';

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

const gzipped = (body: Buffer | string) => gzipSync(body, { level: 9 }).length;

/** A page on the slow machine of the benchmark. */
export async function slowPage(browser: Browser): Promise<{ page: Page; session: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
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

/**
 * Loads a page once, cold, over the line of the office, and reads what it cost.
 * @param chartSelector what the chart is found by.
 * @returns sizes in bytes gzipped, times in ms.
 */
export async function measurePage(
  browser: Browser,
  url: string,
  chartSelector = '.chart-frame svg',
): Promise<PageFigures> {
  const { page, session } = await slowPage(browser);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', officeLine);
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.addInitScript((selector) => {
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
  }, chartSelector);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(800);
  const seen = await page.evaluate(
    (selector) => ({
      ...(
        window as unknown as {
          figures: { shift: number; largest: number; tasks: [number, number][]; chart: number };
        }
      ).figures,
      first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      markup: document.querySelector(selector)?.outerHTML ?? '',
    }),
    chartSelector,
  );
  const sizes = await sizesOf(responses);
  await page.context().close();
  const blockingFrom = (start: number) =>
    seen.tasks.reduce((sum, [from, to]) => sum + Math.max(0, to - Math.max(from, start) - 50), 0);
  return {
    ...sizes,
    chartBytes: gzipped(seen.markup),
    requests: responses.length,
    firstPaintMs: seen.first,
    largestPaintMs: seen.largest,
    layoutShift: seen.shift,
    blockingMs: blockingFrom(seen.first),
    blockingInAllMs: blockingFrom(0),
    chartVisibleMs: seen.chart,
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
