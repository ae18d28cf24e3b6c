import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { browserFiles, type Kernel } from '../../../src/print/browserFiles.ts';
import { launchOptions, quietArgs } from '../../../src/print/launchOptions.ts';

/** Pages are tested on a plain-http name that is not localhost, as they are used. */
export const testHost = 'fangkong.intranet';

const testArgs = ['--host-resolver-rules=MAP *.intranet 127.0.0.1'];

/** A browser that does not close by then is ended. */
const closeTimeoutMs = 5_000;

/** An argument that Chromium does not know and leaves alone: it tells one browser from all others. */
let launches = 0;
const nextMark = () => `--fangkong-test=${process.pid}-${(launches += 1)}`;
const marks = new WeakMap<Browser, string>();

/** With FANGKONG_LAUNCH_LOG naming a file, every start is a line there, to be counted. */
function logLaunch(kernel: Kernel): void {
  const log = process.env['FANGKONG_LAUNCH_LOG'];
  if (log) appendFileSync(log, `${kernel}\n`);
}

export interface DiskBrowser {
  readonly context: BrowserContext;
  /** Ends it as a power cut does: nothing is closed, nothing more is written. */
  cutPower(): void;
}

/**
 * Starts a test browser that keeps what it stores in a folder, so that it can be opened again on it.
 * @returns undefined when this machine has none for the kernel.
 */
export async function launchOnDisk(
  kernel: Kernel,
  folder: string,
): Promise<DiskBrowser | undefined> {
  const files = await browserFiles(kernel);
  if (!files) return undefined;
  const mark = nextMark();
  const context = await chromium.launchPersistentContext(
    folder,
    launchOptions(files, [...testArgs, mark]),
  );
  logLaunch(kernel);
  return {
    context,
    cutPower() {
      const pid = processOf(mark);
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    },
  };
}

/**
 * Starts a test browser. It runs as readers' browsers do, with a process for each page: the old
 * builds can do with one process (`--single-process`), but then hang or fall over.
 * @returns undefined when this machine has none for the kernel; the caller then skips its tests.
 */
export async function launchKernel(kernel: Kernel): Promise<Browser | undefined> {
  const files = await browserFiles(kernel);
  if (files) {
    const mark = nextMark();
    const browser = await chromium.launch(launchOptions(files, [...testArgs, mark]));
    marks.set(browser, mark);
    logLaunch(kernel);
    return browser;
  }
  if (kernel !== 153) {
    console.warn(`这台机器没有内核 ${kernel} 的测试浏览器，相关测试跳过。`);
    return undefined;
  }
  const channel = process.platform === 'win32' ? 'msedge' : 'chrome';
  return chromium.launch({ channel, args: [...quietArgs, ...testArgs] }).catch(() => {
    console.warn('没有找到本机的 Chrome 或 Edge，浏览器测试跳过。');
    return undefined;
  });
}

/** The process that was started with this argument, as Linux tells it; its children lack the mark. */
function processOf(mark: string): number | undefined {
  const isMarked = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(mark);
    } catch {
      return false; // Gone in the meantime, or not ours to look at.
    }
  };
  const found = readdirSync('/proc').find((entry) => /^\d+$/.test(entry) && isMarked(entry));
  return found === undefined ? undefined : Number(found);
}

/**
 * Ends a browser that no longer answers, and what it has started: left alone, it would go on using
 * a whole core. No other browser is touched, so tests can run side by side.
 */
export function endBrowser(browser: Browser): void {
  const mark = marks.get(browser);
  const pid = mark === undefined ? undefined : processOf(mark);
  // Playwright starts a browser as the head of a process group of its own.
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

/** Closes a browser, and ends one that hangs. */
export async function closeBrowser(browser: Browser | undefined): Promise<void> {
  if (!browser) return;
  const isClosed = await Promise.race([
    browser.close().then(() => true),
    new Promise<boolean>((done) => setTimeout(() => done(false), closeTimeoutMs).unref()),
  ]);
  if (!isClosed) endBrowser(browser);
}
