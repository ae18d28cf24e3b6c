import type { Page } from 'playwright-core';

// Plain evaluation throughout: Playwright's own selectors need methods that kernel 92 does not have.

/** Waits until something of this kind is on the page, seen or not. */
export const appears = (page: Page, selector: string) =>
  page.waitForFunction((wanted) => document.querySelector(wanted) !== null, selector);

/** Waits until the page has these words on it. */
export const says = (page: Page, text: string) =>
  page.waitForFunction(
    // A page that is being left has no body for a moment.
    (wanted) => (document.body as HTMLElement | null)?.textContent?.includes(wanted),
    text,
  );

export const countOf = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);

/** How far the page is wider than the window, in px; above 0 one must scroll sideways. */
export const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * Goes on with Tab until something of this kind, with these words in it, has the focus.
 * @throws when it is not reached in 200 steps.
 */
export async function tabTo(page: Page, selector: string, text = ''): Promise<void> {
  for (let i = 0; i < 200; i += 1) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate(
      ([wanted = '', words = '']) => {
        const { activeElement } = document;
        return Boolean(
          activeElement?.matches(wanted) && (activeElement.textContent ?? '').includes(words),
        );
      },
      [selector, text],
    );
    if (isThere) return;
  }
  throw new Error(`按 Tab 走不到 ${selector} ${text}`);
}
