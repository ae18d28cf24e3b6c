import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { browserFiles, type Kernel } from './browserFiles.ts';

/** Pages are tested on a plain-http name that is not localhost, as they are used. */
export const testHost = 'fangkong.intranet';

const quietArgs = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP *.intranet 127.0.0.1',
];

/** A bare machine has no Chinese font; the tests bring one, so that widths and PDFs are real. */
function fontConfig(): string {
  const folder = resolve('node_modules/.cache/test-fonts');
  const file = resolve(folder, 'fonts.conf');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
      `<dir>${resolve('node_modules/@expo-google-fonts/noto-sans-sc/400Regular')}</dir>` +
      `<dir>${resolve('node_modules/@expo-google-fonts/noto-sans-sc/700Bold')}</dir>` +
      `<cachedir>${folder}</cachedir></fontconfig>`,
  );
  return file;
}

const launchTimeoutMs = 30_000;
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

/**
 * Starts a test browser. It runs as readers' browsers do, with a process for each page: the old
 * builds can do with one process (`--single-process`), but then hang or fall over.
 * @returns undefined when this machine has none for the kernel; the caller then skips its tests.
 */
export async function launchKernel(kernel: Kernel): Promise<Browser | undefined> {
  const files = await browserFiles(kernel);
  if (files) {
    const mark = nextMark();
    const browser = await chromium.launch({
      executablePath: files.executable,
      timeout: launchTimeoutMs,
      args: [...quietArgs, mark],
      env: {
        ...(process.env as Record<string, string>),
        LD_LIBRARY_PATH: files.libraryFolder,
        FONTCONFIG_FILE: fontConfig(),
      },
    });
    marks.set(browser, mark);
    logLaunch(kernel);
    return browser;
  }
  if (kernel !== 153) {
    console.warn(`这台机器没有内核 ${kernel} 的测试浏览器，相关测试跳过。`);
    return undefined;
  }
  const channel = process.platform === 'win32' ? 'msedge' : 'chrome';
  return chromium.launch({ channel, args: quietArgs }).catch(() => {
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
