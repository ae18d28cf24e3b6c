import type { Page } from 'playwright-core';

/**
 * Clicks what stands first of this kind, seen or not. Kernel 92 does not have what Playwright's own
 * click needs.
 * @throws when there is none.
 */
export const clickFirst = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const found = document.querySelector<HTMLElement>(wanted);
    if (!found) throw new Error(`没有 ${wanted}`);
    found.click();
  }, selector);
