// npm run print -- boards|walls|handbook [--wall w01,w02] …: makes PDFs of the built site.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { browserFiles } from './browserFiles.ts';
import { answerFromFolder, orderedWalls, siteHome } from './builtSite.ts';
import { fail } from './fail.ts';
import { linkPrinted } from './linkPrinted.ts';
import { launchOptions, quietArgs } from './launchOptions.ts';
import { orderedSheets, type OrderedSheet } from './orderedSheets.ts';
import { readOrder } from './readOrder.ts';

async function openBrowser(): Promise<Browser> {
  const files = await browserFiles(153);
  if (files) return chromium.launch(launchOptions(files, [], true));
  for (const channel of ['msedge', 'chrome']) {
    const browser = await chromium.launch({ channel, args: [...quietArgs] }).catch(() => undefined);
    if (browser) return browser;
  }
  return fail('这台机器上没有找到 Edge 或 Chrome，装好一个再运行；也可以在网页上按“打印”。');
}

/** A whole handbook takes a while to lay out on a slow computer. */
const patienceMs = 300_000;

/** One lays out while the other is written. */
const pagesAtOnce = 2;

const order = readOrder();
const sheets = orderedSheets(order, orderedWalls(order));
const home = siteHome(order);
const folder = resolve(order.out);

async function print(page: Page, sheet: OrderedSheet): Promise<string> {
  const { path, ready, fileName } = sheet;
  await page.goto(new URL(path, home).href);
  await page.waitForSelector(ready, { state: 'attached', timeout: patienceMs });
  const heading = (await page.textContent('main h1'))?.trim().replace(/：.*$/, '') ?? '';
  const name = fileName(heading);
  const file = `${name}.pdf`;
  await page.pdf({
    path: join(folder, file),
    preferCSSPageSize: true,
    printBackground: true,
    outline: true,
    tagged: true,
  });
  if (order.isLinked) {
    const { kind, wall, plainName } = sheet;
    linkPrinted(order.built, join(folder, file), {
      ...{ kind, wall, name },
      path: `print/${plainName}.pdf`,
    });
  }
  return file;
}

mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
const began = Date.now();
const failed: string[] = [];
let done = 0;
try {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  await answerFromFolder(context, home, order.built);
  context.setDefaultTimeout(patienceMs);
  const queue = [...sheets];
  const printNext = async (page: Page): Promise<void> => {
    for (let sheet = queue.shift(); sheet; sheet = queue.shift()) {
      const { path } = sheet;
      try {
        const file = await print(page, sheet);
        done += 1;
        console.log(`${done}/${sheets.length} ${file}`);
      } catch (error) {
        // The others are printed all the same.
        failed.push(`${path}：${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  await Promise.all(
    Array.from({ length: Math.min(pagesAtOnce, sheets.length) }, async () =>
      printNext(await context.newPage()),
    ),
  );
} finally {
  await browser.close();
}
console.log(`印好 ${done} 份，在 ${folder}，用了 ${Math.round((Date.now() - began) / 1000)} 秒`);
if (failed.length > 0)
  fail(
    `有 ${failed.length} 份没有印成，再运行一次，或者用 --wall 只印这几面：\n${failed.join('\n')}`,
  );
