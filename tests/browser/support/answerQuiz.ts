import type { Page } from 'playwright-core';
import { tabTo } from './onPage.ts';

/** What kind of answer the question in view wants first. */
const kindInView = (page: Page) =>
  page.evaluate(() => {
    if (document.querySelector('.quiz-order')) return 'order';
    if (document.querySelector('.quiz-match')) return 'match';
    return document.querySelector('.quiz-option input[type="checkbox"]') ? 'several' : 'one';
  });

/** Answers everything in view by keyboard, rightly or not. */
export async function answerByKeyboard(page: Page): Promise<void> {
  const kind = await kindInView(page);
  if (kind === 'order') {
    await tabTo(page, '.quiz-order button:not(:disabled)');
    await page.keyboard.press('Enter');
    return;
  }
  if (kind === 'match') {
    const count = await page.evaluate(() => document.querySelectorAll('.quiz-match select').length);
    for (let i = 0; i < count; i += 1) {
      await tabTo(page, '.quiz-match select');
      await page.keyboard.press('ArrowDown');
    }
    return;
  }
  const parts = await page.evaluate(
    () => document.querySelectorAll('.quiz-question fieldset').length,
  );
  for (let i = 0; i < parts; i += 1) {
    await tabTo(page, `.quiz-question fieldset:nth-of-type(${i + 1}) input`);
    await page.keyboard.press('Space');
  }
}
