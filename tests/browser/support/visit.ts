import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
  Request,
} from 'playwright-core';
import { missingSamples } from '../../../src/model/selfTest/samples.ts';
import type { Kernel } from '../../../src/print/browserFiles.ts';
import { closeBrowser, endBrowser, launchKernel, testHost } from './browsers.ts';

export interface Visit {
  readonly page: Page;
  /** Console errors, exceptions, breaches of the page's policy, requests that left the site. */
  readonly faults: string[];
  /** Paths of everything that the page has asked for, from its own address on. */
  readonly asked: readonly string[];
}

/** One browser of each kernel stays open through a test file; every visit has a context of its own. */
const openBrowsers = new Map<Kernel, Browser>();

async function browserOf(kernel: Kernel): Promise<Browser | undefined> {
  const open = openBrowsers.get(kernel);
  if (open?.isConnected()) return open;
  const browser = await launchKernel(kernel);
  if (browser) openBrowsers.set(kernel, browser);
  return browser;
}

/** Closes the browsers that visits have opened. A test file does so at its end by itself. */
export async function closeBrowsers(): Promise<void> {
  const open = [...openBrowsers.values()];
  openBrowsers.clear();
  openWindows.clear();
  await Promise.all(open.map((browser) => closeBrowser(browser)));
}

/** Kernel 92 only opens pages, finds and prints; beyond this it has stopped answering. */
const kernel92VisitMs = 60_000;

/**
 * Opens a page as a reader who was never here before, notes everything that goes wrong on it, and
 * hands it to a task. A kernel 92 that stops answering is ended, and the visit fails.
 * Where this machine has no browser for the kernel, the running test is skipped, not passed.
 * @returns what the task returns.
 */
export async function withPage<T>(
  kernel: Kernel,
  url: string,
  task: (visit: Visit) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const browser = await browserOf(kernel);
  if (!browser) return skipCurrentTest(kernel);
  return watched(kernel, browser, url, () => visit(browser, url, task, options));
}

/** The window of each kernel that goes from page to page. */
const openWindows = new Map<Kernel, Visit>();

/**
 * The same in a window that stays open through a test file and goes from page to page, as a reader's
 * does. For pages that keep nothing: a new window takes a third of the time of a visit.
 */
export async function inWindow<T>(
  kernel: Kernel,
  url: string,
  task: (visit: Visit) => Promise<T>,
): Promise<T> {
  const browser = await browserOf(kernel);
  if (!browser) return skipCurrentTest(kernel);
  return watched(kernel, browser, url, async () => {
    let open = openWindows.get(kernel);
    if (!open || open.page.isClosed()) {
      open = await openPage(await browser.newContext({ viewport: wideViewport }));
      openWindows.set(kernel, open);
    }
    open.faults.length = 0;
    await open.page.goto(url);
    return task(open);
  });
}

/** Ends a kernel 92 that does not come back from a page. */
async function watched<T>(
  kernel: Kernel,
  browser: Browser,
  url: string,
  run: () => Promise<T>,
): Promise<T> {
  if (kernel !== 92) return run();
  let watchdog: NodeJS.Timeout | undefined;
  const hang = new Promise<never>((_, reject) => {
    watchdog = setTimeout(() => {
      endBrowser(browser);
      openBrowsers.delete(kernel);
      reject(new Error(`内核 ${kernel} 在 ${url} 没有回应`));
    }, kernel92VisitMs);
  });
  try {
    return await Promise.race([run(), hang]);
  } finally {
    clearTimeout(watchdog);
  }
}

const wideViewport = { width: 1366, height: 768 };

async function openPage(context: BrowserContext): Promise<Visit> {
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  return { page, faults: watchFaults(page), asked: watchRequests(page) };
}

async function visit<T>(
  browser: Browser,
  url: string,
  task: (visit: Visit) => Promise<T>,
  options: BrowserContextOptions,
): Promise<T> {
  const context = await browser.newContext({ viewport: wideViewport, ...options });
  try {
    const opened = await openPage(context);
    await opened.page.goto(url);
    return await task(opened);
  } finally {
    await context.close();
  }
}

/** The self-test asks for pages that are not there, to see what the server answers. */
const isAskedInVain = (url: string) => missingSamples.some((path) => url.endsWith(`/${path}`));

function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error' || isAskedInVain(message.location().url)) return;
    faults.push(`控制台：${message.text()}（${message.location().url}）`);
  });
  page.on('pageerror', (error) => faults.push(`脚本：${error.message}`));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== testHost) faults.push(`出站：${request.url()}`);
  });
  return faults;
}

const pending = new WeakMap<Page, Set<Request>>();

function watchRequests(page: Page): string[] {
  const asked: string[] = [];
  const open = new Set<Request>();
  pending.set(page, open);
  page.on('request', (request) => {
    asked.push(new URL(request.url()).pathname);
    open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  // What a page that was left still asked for is not answered any more.
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) return;
    for (const request of open) if (!request.isNavigationRequest()) open.delete(request);
  });
  return asked;
}

/** So many looks in a row must find nothing asked for: an answer and the next request lie apart. */
const quietLooks = 2;

/**
 * Waits until a visited page has nothing left to do: every request is answered, and for two looks of
 * two painted frames each no new one was made. What happens on a timer only is not waited for.
 */
export async function settled(page: Page): Promise<void> {
  const open = pending.get(page) ?? new Set();
  const limit = Date.now() + 15_000;
  for (let quiet = 0; quiet < quietLooks; quiet = open.size > 0 ? 0 : quiet + 1) {
    if (Date.now() > limit) {
      throw new Error(`没有答完的请求：${[...open].map((one) => one.url()).join('、')}`);
    }
    await page.evaluate(
      () =>
        new Promise((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))),
        ),
    );
  }
}

/** Vitest is fetched here only: the pictures are taken with this file too, outside of it. */
async function skipCurrentTest(kernel: Kernel): Promise<never> {
  const { TestRunner } = await import('vitest');
  const reason = `这台机器没有内核 ${kernel} 的测试浏览器`;
  const running = TestRunner.getCurrentTest();
  if (!running) throw new Error(reason);
  return running.context.skip(reason);
}
