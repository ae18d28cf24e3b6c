import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Kernel } from './browserFiles.ts';
import { closeBrowser, endBrowser, launchKernel, testHost } from './browsers.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface Site {
  /** Address of the home page, with the base path and a slash at the end. */
  readonly home: string;
  close(): void;
}

/**
 * Serves a built site the way a plain intranet server does: no listing, no rewriting, http.
 * @param base path under which the site was built, with a slash at both ends.
 * @param policy a Content-Security-Policy header to send besides what the pages say themselves.
 * @throws when the folder holds no built site.
 */
export async function serveSite(folder: string, base = '/', policy?: string): Promise<Site> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`${folder} 里没有生成好的网站，先运行 npm run build。`);
  }
  const server: Server = createServer((request, response) => {
    const file = fileAt(folder, base, request.url ?? '/');
    const sent = file ?? join(folder, '404.html');
    response.writeHead(file ? 200 : 404, {
      'content-type': types[extname(sent)] ?? 'application/octet-stream',
      ...(policy && { 'content-security-policy': policy }),
    });
    createReadStream(sent)
      .on('error', () => response.end())
      .pipe(response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    home: `http://${testHost}:${port}${base}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The file that an address names, or undefined when there is none inside the site. */
function fileAt(folder: string, base: string, address: string): string | undefined {
  const path = decodedPath(address);
  if (!path?.startsWith(base)) return undefined;
  const inside = normalize(`/${path.slice(base.length)}`);
  const file = join(folder, inside.endsWith('/') ? `${inside}index.html` : inside);
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function decodedPath(address: string): string | undefined {
  try {
    return decodeURIComponent(new URL(address, 'http://x').pathname);
  } catch {
    return undefined;
  }
}

export interface Visit {
  readonly page: Page;
  /** Console errors, exceptions, breaches of the page's policy, requests that left the site. */
  readonly faults: string[];
}

/**
 * Opens a page in a browser of its own, notes everything that goes wrong on it, and hands it to a
 * task. The old builds run in one process and fall over when a second window closes, so every page
 * gets a fresh browser; starting one takes a third of a second. One that stops answering is ended and
 * the visit made once more.
 * Where this machine has no browser for the kernel, the running test is skipped, not passed.
 * @returns what the task returns.
 */
export async function withPage<T>(
  kernel: Kernel,
  url: string,
  task: (visit: Visit) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  try {
    return await visitOnce(kernel, url, task, options);
  } catch (error) {
    if (!(error instanceof BrowserHangs)) throw error;
    console.warn(`内核 ${kernel} 在 ${url} 没有回应，重新打开一次。`);
    return visitOnce(kernel, url, task, options);
  }
}

/** The single-process builds stop answering at times, whatever the page; no call into them returns then. */
class BrowserHangs extends Error {}

/** Longer than a visit in an old build takes; in the newest one the test's own limit is enough. */
const longestVisitMs = 80_000;
/** Kernel 92 only opens pages, finds and prints. */
const kernel92VisitMs = 35_000;

async function visitOnce<T>(
  kernel: Kernel,
  url: string,
  task: (visit: Visit) => Promise<T>,
  options: BrowserContextOptions,
): Promise<T> {
  const browser = await launchKernel(kernel);
  if (!browser) return skipCurrentTest(kernel);
  let watchdog: NodeJS.Timeout | undefined;
  const hang = new Promise<never>((_, reject) => {
    if (kernel === 153) return;
    watchdog = setTimeout(
      () => {
        endBrowser(browser);
        reject(new BrowserHangs(`内核 ${kernel} 在 ${url} 没有回应`));
      },
      kernel === 92 ? kernel92VisitMs : longestVisitMs,
    );
  });
  try {
    return await Promise.race([visit(browser, url, task, options), hang]);
  } finally {
    clearTimeout(watchdog);
    await closeBrowser(browser);
  }
}

async function visit<T>(
  browser: Browser,
  url: string,
  task: (visit: Visit) => Promise<T>,
  options: BrowserContextOptions,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`控制台：${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`脚本：${error.message}`));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== testHost) faults.push(`出站：${request.url()}`);
  });
  await page.goto(url);
  return task({ page, faults });
}

/** Vitest is fetched here only: the benchmark uses this file too, and runs outside of it. */
async function skipCurrentTest(kernel: Kernel): Promise<never> {
  const { TestRunner } = await import('vitest');
  const reason = `这台机器没有内核 ${kernel} 的测试浏览器`;
  const running = TestRunner.getCurrentTest();
  if (!running) throw new Error(reason);
  return running.context.skip(reason);
}
