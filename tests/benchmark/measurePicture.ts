import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { recordFileText } from '../../src/model/assessment/recordFile.ts';
import { slowPage } from './measurePage.ts';
import { manyRecords, readIndex } from './rollupOf.ts';

export interface PictureFigures {
  readonly people: number;
  /** The longest time in which the page did not answer, by what was opened. */
  readonly pausesMs: Readonly<Record<string, number>>;
}

const folder = 'node_modules/.cache/bench-rollup';

/** The longest gap between two turns of the page while something is done, with a second after it. */
async function longestPause(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const state = { longest: 0, last: performance.now(), isOn: true };
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      state.longest = Math.max(state.longest, now - state.last);
      state.last = now;
      if (state.isOn) port2.postMessage(undefined);
    };
    port2.postMessage(undefined);
    Object.assign(window, { pauses: state });
  });
  await act();
  await page.waitForTimeout(1500);
  return page.evaluate(() => {
    const { pauses } = window as unknown as { pauses: { longest: number; isOn: boolean } };
    pauses.isOn = false;
    return pauses.longest;
  });
}

const goTo = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** Takes in what so many people have handed in, and opens the parts of the picture on a slow machine. */
export async function measurePicture(
  browser: Browser,
  home: string,
  people: number,
): Promise<PictureFigures> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const paths = manyRecords(people, readIndex()).map(({ record }, i) => {
    const path = join(folder, `自查记录-${i}.json`);
    writeFileSync(path, recordFileText(record));
    return path;
  });
  const { page, session } = await slowPage(browser);
  // Taking in has a row of its own; here only what is shown of it is measured.
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.goto(`${home}rollup/`, { waitUntil: 'load' });
  await page.waitForSelector('.rollup-files input:not([disabled])');
  await page.setInputFiles('.rollup-files input:not([webkitdirectory])', paths);
  await page.waitForFunction(
    (count) => document.body.textContent?.includes(`读完了 ${count} 个`),
    paths.length,
    { timeout: 300_000 },
  );
  await goTo(page, 'review');
  await page.waitForTimeout(5000);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const pausesMs: Record<string, number> = {};
  const open = async (name: string, hash: string) => {
    pausesMs[name] = await longestPause(page, async () => {
      await goTo(page, hash);
      await page.waitForFunction(
        () =>
          Array.from(document.querySelectorAll('.figure-table')).some(
            (table) => table.getClientRects().length > 0,
          ),
        undefined,
        { timeout: 60_000 },
      );
    });
  };
  await open('情况', 'picture');
  for (const section of ['categories', 'walls', 'measures', 'grades', 'risks', 'additions']) {
    await open(section, `picture/${section}`);
  }
  await open('最长的清单', 'picture/walls/answers?states=已落实');
  await page.context().close();
  rmSync(folder, { recursive: true, force: true });
  return { people, pausesMs };
}
