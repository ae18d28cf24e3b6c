import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { wallWithQuiz } from '../fixtures/contentExamples.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { servedSite } from './support/servedSite.ts';
import { settled, withPage } from './support/visit.ts';

const site = servedSite();

/** Presses a button as the keyboard does. */
async function press(page: Page, selector: string, text: string): Promise<void> {
  const isButton = ([wanted, words]: string[]) =>
    Array.from(document.querySelectorAll(wanted ?? '')).find((one) =>
      one.textContent?.includes(words ?? ''),
    );
  await page.waitForFunction(isButton, [selector, text]);
  await page.evaluate(
    ([wanted, words]) => {
      Array.from(document.querySelectorAll<HTMLElement>(wanted ?? ''))
        .find((one) => one.textContent?.includes(words ?? ''))
        ?.focus();
    },
    [selector, text],
  );
  await page.keyboard.press('Enter');
}

/** Waits until the head of a question has the focus: from there a screen reader reads on. */
const focusIsOnQuestion = (page: Page) =>
  page.waitForFunction(() => document.activeElement?.matches('.quiz-question h3') ?? false, null, {
    timeout: 5_000,
  });

const starts = [
  ['练习', 'quiz/#practice', 'button', '开始练习'],
  ['考试', 'quiz/#exam', 'button', '开始考试'],
  ['墙上测一测', `walls/${wallWithQuiz(content).slug}/`, '[data-wall-quiz]', ''],
] as const;

/** The quiz is promised for these two kernels; that its page opens in 92 is seen in pages.test.ts. */
describeInKernels('测验', fullKernels, (kernel) => {
  test.each(starts)('%s：按下开始，焦点就在第一题上，没有报错', async (_, path, selector, text) => {
    await withPage(kernel, site.home + path, async ({ page, faults }) => {
      await press(page, selector, text);
      await focusIsOnQuestion(page);
      await settled(page);
      expect(faults).toEqual([]);
    });
  });
});
