import { mkdirSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
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

/** The old builds were made for machines that allow one process only. */
const oldBuildArgs = ['--single-process', '--no-zygote'];

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
/** The single-process builds sometimes never answer; the tests must not wait for that. */
const closeTimeoutMs = 2_000;

/**
 * Starts a test browser.
 * @returns undefined when this machine has none for the kernel; the caller then skips its tests.
 */
export async function launchKernel(kernel: Kernel): Promise<Browser | undefined> {
  const files = await browserFiles(kernel);
  if (files) {
    const browser = await chromium.launch({
      executablePath: files.executable,
      timeout: launchTimeoutMs,
      args: [...quietArgs, ...(kernel === 153 ? [] : oldBuildArgs)],
      env: {
        ...(process.env as Record<string, string>),
        LD_LIBRARY_PATH: files.libraryFolder,
        FONTCONFIG_FILE: fontConfig(),
      },
    });
    executables.set(browser, files.executable);
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

/** Ends every process that runs a program: a hung browser would go on using a whole core. */
function endProcesses(executable: string): void {
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      if (readlinkSync(`/proc/${name}/exe`) === executable) process.kill(Number(name), 'SIGKILL');
    } catch {
      // Gone in the meantime, or not ours to look at.
    }
  }
}

const executables = new WeakMap<Browser, string>();

/** Ends a browser that no longer answers. */
export function endBrowser(browser: Browser): void {
  const executable = executables.get(browser);
  if (executable) endProcesses(executable);
}

/** Closes a browser, and ends one that hangs. Tests run one browser at a time. */
export async function closeBrowser(browser: Browser | undefined): Promise<void> {
  if (!browser) return;
  const isClosed = await Promise.race([
    browser.close().then(() => true),
    new Promise<boolean>((done) => setTimeout(() => done(false), closeTimeoutMs)),
  ]);
  if (!isClosed) endBrowser(browser);
}
