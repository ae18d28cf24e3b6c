import type { Page } from 'playwright-core';
import type { LineId, LineState } from '../../../src/model/selfTest/line.ts';

/** A line of the self-test as it stands on the page. */
export interface SeenLine {
  readonly id: LineId;
  readonly state: LineState;
  readonly text: string;
}

/** The lines of the self-test when it has come to its end. */
export async function selfTestLines(page: Page): Promise<readonly SeenLine[]> {
  await page.waitForFunction(() => document.querySelector('[data-line]') !== null, undefined, {
    timeout: 60_000,
  });
  return page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('[data-line]'), (line) => ({
      id: line.dataset['line'] as LineId,
      state: line.dataset['state'] as LineState,
      text: line.textContent ?? '',
    })),
  );
}

/** Compares every file, and gives the lines then. */
export async function checkAllFiles(page: Page): Promise<readonly SeenLine[]> {
  await selfTestLines(page);
  await page.evaluate(() => {
    const buttons = Array.from(document.querySelectorAll('button'));
    buttons.find((button) => button.textContent?.startsWith('全部文件核对'))?.click();
  });
  await page.waitForFunction(
    () =>
      /全部 \d+ 个都核对过/.test(document.querySelector('[data-line="files"]')?.textContent ?? ''),
    undefined,
    { timeout: 90_000 },
  );
  return selfTestLines(page);
}

export const inState = (lines: readonly SeenLine[], state: LineState): LineId[] =>
  lines.filter((line) => line.state === state).map(({ id }) => id);
