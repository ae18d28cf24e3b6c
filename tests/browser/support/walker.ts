import type { Page } from 'playwright-core';
import type { Kernel } from '../../../src/print/browserFiles.ts';

interface GivenFile {
  readonly name: string;
  readonly text: string;
}

/**
 * A person at a page: goes on by clicks, choices, typed words and keys alone, and every one of them is
 * counted. Scrolling and reading are not.
 */
export class Walker {
  readonly page: Page;
  private count = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /** What was done since the beginning, or since counting began anew. */
  get acts(): number {
    return this.count;
  }

  /** For a task that begins where another one has ended. */
  countAnew(): void {
    this.count = 0;
  }

  /** Clicks the first of these that is seen, once it is there. */
  async click(target: string): Promise<void> {
    await this.page.click(`${target} >> visible=true`);
    this.count += 1;
  }

  async tap(target: string): Promise<void> {
    await this.page.tap(`${target} >> visible=true`);
    this.count += 1;
  }

  /** Chooses in a list, by the value or by the words of an option. */
  async choose(list: string, option: string): Promise<void> {
    await this.page.selectOption(`${list} >> visible=true`, option);
    this.count += 1;
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.count += 1;
  }

  /** Types where the focus is. */
  async type(word: string): Promise<void> {
    await this.page.keyboard.type(word);
    this.count += 1;
  }

  async give(field: string, { name, text }: GivenFile): Promise<void> {
    const buffer = Buffer.from(text);
    await this.page.setInputFiles(field, { name, mimeType: 'text/csv', buffer });
    this.count += 1;
  }

  /** Counts something that only the browser itself can do, as its own printing. */
  async act<T>(doing: () => Promise<T>): Promise<T> {
    this.count += 1;
    return doing();
  }
}

/** From now on the page opens no dialog when it prints; that it wanted to is noted. */
export const notePrinting = (page: Page) =>
  page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset['wasPrinted'] = '';
    };
  });

export const wantsToPrint = (page: Page) =>
  page.waitForFunction(() => document.documentElement.dataset['wasPrinted'] !== undefined);

/** What a task has taken. */
export interface Walked {
  readonly task: string;
  readonly kernel: Kernel;
  readonly acts: number;
  /** Undefined where a task takes as long as it takes. */
  readonly limit: number | undefined;
}

/** One line for each task: what it took in each kernel, and what it may take. */
export function walkedTable(all: readonly Walked[]): string {
  const kernels = [...new Set(all.map(({ kernel }) => kernel))];
  const head = ['任务', ...kernels.map((kernel) => `内核 ${kernel}`), '上限'];
  const lines = [...new Set(all.map(({ task }) => task))].map((task) => {
    const own = all.filter((one) => one.task === task);
    const acts = kernels.map((kernel) => own.find((one) => one.kernel === kernel)?.acts ?? '–');
    return [task, ...acts, own[0]?.limit ?? '–'];
  });
  return [head, ...lines].map((cells) => cells.join('\t')).join('\n');
}
