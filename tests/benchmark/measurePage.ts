import { gzipSync } from 'node:zlib';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { typedSearches } from '../fixtures/contentExamples.ts';
import { realContent } from '../fixtures/realContent.ts';

/** The office PC of the benchmark: four times slower than this machine. */
const slowDown = 4;

export interface PageFigures {
  readonly htmlBytes: number;
  readonly cssBytes: number;
  readonly jsBytes: number;
  readonly chartBytes: number;
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  readonly layoutShift: number;
  readonly blockingMs: number;
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

/** Loads a page once, cold, and reads what it cost. Sizes in bytes gzipped, times in ms. */
export async function measurePage(browser: Browser, url: string): Promise<PageFigures> {
  const { page } = await slowPage(browser);
  const sizes = { html: 0, css: 0, js: 0 };
  const reading: Promise<void>[] = [];
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    const kind = type.includes('html')
      ? 'html'
      : type.includes('css')
        ? 'css'
        : type.includes('javascript')
          ? 'js'
          : undefined;
    if (kind) {
      reading.push(
        response.body().then((body) => {
          sizes[kind] += gzipped(body);
        }),
      );
    }
  });
  await page.addInitScript(() => {
    const figures = { shift: 0, largest: 0, blocking: 0, chart: 0 };
    Object.assign(window, { figures });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        figures.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) figures.largest = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) figures.blocking += Math.max(0, entry.duration - 50);
    }).observe({ type: 'longtask', buffered: true });
    const look = () => {
      const chart = document.querySelector('.chart-frame svg');
      if (chart && chart.getBoundingClientRect().height > 0)
        requestAnimationFrame(() => (figures.chart = performance.now()));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(800);
  await Promise.all(reading);
  const seen = await page.evaluate(() => ({
    ...(
      window as unknown as {
        figures: { shift: number; largest: number; blocking: number; chart: number };
      }
    ).figures,
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    markup: document.querySelector('.chart-frame svg')?.outerHTML ?? '',
  }));
  await page.context().close();
  return {
    htmlBytes: sizes.html,
    cssBytes: sizes.css,
    jsBytes: sizes.js,
    chartBytes: gzipped(seen.markup),
    firstPaintMs: seen.first,
    largestPaintMs: seen.largest,
    layoutShift: seen.shift,
    blockingMs: seen.blocking,
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
