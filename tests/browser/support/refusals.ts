import type { Page } from 'playwright-core';

/** From now on nothing is stored any more, neither by the page nor in its safety copy. */
export const refuseStorage = (page: Page, errorName: string) =>
  page.evaluate((name) => {
    const refuse = () => {
      throw new DOMException('no', name);
    };
    Storage.prototype.setItem = refuse;
    IDBObjectStore.prototype.put = refuse;
  }, errorName);

/** A hardened browser: reaching for any storage is an error, from the first line on. */
export const blockStorage = (page: Page) =>
  page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    }
  });
