import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { ChecklistIndex } from '../../src/model/assessment/checklist.ts';
import { madeBureau } from '../fixtures/rollup/madeBureau.ts';
import { slowPage } from './measurePage.ts';

export interface RollupFigures {
  readonly files: number;
  readonly megabytes: number;
  /** From the choice of the files until all of them are counted and listed. */
  readonly takeInSeconds: number;
  /** The longest time in which the page did not answer meanwhile. */
  readonly longestPauseMs: number;
  /** The longest time that a timer waited meanwhile, behind everything else that had its turn. */
  readonly longestTimerMs: number;
  /** Of the process that the page runs in, at its highest. */
  readonly peakMb: number;
  /** From the beginning of the page, with everything kept, until it is there. */
  readonly openMs: number;
  /** From a click on a tab to the frame after it: the slowest one. */
  readonly slowestTabMs: number;
}

const folder = 'node_modules/.cache/bench-rollup';

function writeFiles(people: number): { readonly paths: readonly string[]; readonly bytes: number } {
  const index = JSON.parse(readFileSync('dist/data/checklist.json', 'utf8')) as ChecklistIndex;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const bureau = madeBureau({
    people,
    seed: 'bench',
    index,
    answers: [40, 250],
    assessmentShare: 1,
  });
  let bytes = 0;
  const paths = bureau.files.map(({ name, text }) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    bytes += Buffer.byteLength(text);
    return path;
  });
  const rows = bureau.roster.map(({ name, department, post }) =>
    [name, department, post].join(','),
  );
  const roster = join(folder, '名册.csv');
  writeFileSync(roster, `\ufeff姓名,处室,岗位\n${rows.join('\n')}\n`);
  return { paths: [...paths, roster], bytes };
}

/**
 * Notes the longest task of the page, which is how long a key press may wait, and the longest time that
 * a timer waited for its turn; both from the choice of files on: making the list of them is the browser's.
 */
const watchPauses = (page: Page) =>
  page.evaluate(() => {
    const state = { task: 0, timer: 0, last: performance.now() };
    const since = (from: number, to: number) => {
      const { began } = window as { began?: number };
      return began === undefined ? 0 : to - Math.max(from, began);
    };
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        state.task = Math.max(state.task, since(startTime, startTime + duration));
    }).observe({ type: 'longtask' });
    const tick = () => {
      const now = performance.now();
      state.timer = Math.max(state.timer, since(state.last, now));
      state.last = now;
      setTimeout(tick, 0);
    };
    tick();
    Object.assign(window, { pauses: state });
  });

/** The highest memory of the processes that show pages, in MB, as the system counts it. */
async function peakMemory(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    });
  return Math.max(0, ...peaks);
}

/** From a click on a tab to the frame after it, in ms. */
const openTab = (page: Page, hash: string) =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((done) => {
        const start = performance.now();
        document.querySelector<HTMLElement>(`.tabs a[href="#${wanted}"]`)?.click();
        setTimeout(() =>
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))),
        );
      }),
    hash,
  );

/**
 * Takes in what so many people hand in, on a slow machine, and opens it again.
 * @param hasWorker false reads in the page itself, as a page from a folder has to.
 */
export async function measureRollup(
  browser: Browser,
  home: string,
  people: number,
  hasWorker = true,
): Promise<RollupFigures> {
  const { paths, bytes } = writeFiles(people);
  const { page } = await slowPage(browser);
  if (!hasWorker) await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  await page.goto(`${home}rollup/`);
  const field = '.rollup-files input >> nth=0';
  await page.waitForSelector(field);
  await page.evaluate(() =>
    document.addEventListener('change', () => Object.assign(window, { began: performance.now() }), {
      capture: true,
      once: true,
    }),
  );
  await watchPauses(page);
  await page.setInputFiles(field, [...paths]);
  // A look at the words of the page, frame by frame, would be a load of its own.
  await page.waitForFunction(
    () => document.querySelector('.rollup-progress .message') !== null,
    undefined,
    { timeout: 300_000, polling: 500 },
  );
  const { seconds, pauses } = await page.evaluate(() => {
    const { began, pauses } = window as unknown as {
      began: number;
      pauses: { task: number; timer: number };
    };
    return { seconds: (performance.now() - began) / 1000, pauses };
  });
  await page.waitForSelector('text=已保存在本机', { timeout: 60_000 });
  const peakMb = await peakMemory(browser);
  const tabs: number[] = [];
  for (const tab of ['missing', 'picture', 'review', 'tables', 'keep', 'take']) {
    tabs.push(await openTab(page, tab));
  }
  await page.reload();
  await page.waitForSelector('.rollup-table');
  const openMs = await page.evaluate(() => performance.now());
  await page.context().close();
  rmSync(folder, { recursive: true, force: true });
  return {
    files: paths.length,
    megabytes: bytes / 1024 / 1024,
    takeInSeconds: seconds,
    longestPauseMs: pauses.task,
    longestTimerMs: pauses.timer,
    peakMb,
    openMs,
    slowestTabMs: Math.max(...tabs),
  };
}
