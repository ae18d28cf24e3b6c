import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Kernel } from './browserFiles.ts';
import { closeBrowser, launchKernel, testHost } from './browsers.ts';

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
 */
export async function serveSite(folder: string, base = '/'): Promise<Site> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`${folder} 里没有生成好的网站，先运行 npm run build。`);
  }
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const inside = path.startsWith(base) ? normalize(`/${path.slice(base.length)}`) : undefined;
    const file = inside && join(folder, inside.endsWith('/') ? `${inside}index.html` : inside);
    const isFound = file !== undefined && existsSync(file) && statSync(file).isFile();
    const sent = isFound ? file : join(folder, '404.html');
    response.writeHead(isFound ? 200 : 404, {
      'content-type': types[extname(sent)] ?? 'application/octet-stream',
    });
    createReadStream(sent).pipe(response);
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

export interface Visit {
  readonly page: Page;
  /** Console errors, exceptions, breaches of the page's policy, requests that left the site. */
  readonly faults: string[];
}

/**
 * Opens a page in a browser of its own, notes everything that goes wrong on it, and hands it to a
 * task. The old builds run in one process and fall over when a second window closes, so every page
 * gets a fresh browser; starting one takes a third of a second.
 * @returns what the task returns, or undefined when this machine has no browser for the kernel.
 */
export async function withPage<T>(
  kernel: Kernel,
  url: string,
  task: (visit: Visit) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T | undefined> {
  const browser = await launchKernel(kernel);
  if (!browser) return undefined;
  try {
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
      if (protocol.startsWith('http') && hostname !== testHost)
        faults.push(`出站：${request.url()}`);
    });
    await page.goto(url);
    return await task({ page, faults });
  } finally {
    await closeBrowser(browser);
  }
}
