import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { answer, answeredCount, begin, savedWords } from './support/assessmentPage.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, countOf, says } from './support/onPage.ts';
import { newStamp, upgradableSite } from './support/upgradable.ts';
import { withPage } from './support/visit.ts';

const site = upgradableSite();
/** As servers do that were never told: a page may come from the browser's own cache. */
const forgetful = upgradableSite('max-age=86400');
afterEach(() => {
  site.put('old');
  forgetful.put('old');
});

const stampOf = (page: Page) =>
  page.evaluate(() => document.documentElement.dataset['siteVersion']);

/** The notice is there; its button leads to the new page. */
async function reloadsByNotice(page: Page): Promise<void> {
  await appears(page, '.outdated-notice button');
  expect(await page.textContent('.outdated-notice')).toContain('填过的都存着');
  await Promise.all([
    page.waitForFunction(
      (stamp) => document.documentElement.dataset['siteVersion'] === stamp,
      newStamp,
    ),
    page.evaluate(() => document.querySelector<HTMLElement>('.outdated-notice button')?.click()),
  ]);
  expect(await countOf(page, '.outdated-notice')).toBe(0);
}

/** Something is fetched that this page has not fetched yet. */
async function openSearch(page: Page): Promise<void> {
  await page.click('.site-search');
  await appears(page, '#finder-input');
  await appears(page, '.outdated-notice');
  await page.keyboard.press('Escape');
}

const isSaved = (page: Page) => expect.poll(() => savedWords(page)).toContain('已保存');

describeInKernels('填到一半，网站换了新版', fullKernels, (kernel) => {
  test('自查：页首请人重新载入，选的、写的都在', async () => {
    await withPage(kernel, `${site.home}self-assessment/`, async ({ page }) => {
      await begin(page);
      await answer(page, 0);
      // The second one with words, which are still being typed when the page is left.
      const second = page.locator('[data-risk]').nth(1);
      await second.locator('.state input').nth(2).check();
      await second.locator('textarea, input[type="text"]').first().fill('没有人手，下月起双人办');
      site.put('new');
      await openSearch(page);
      await reloadsByNotice(page);
      await appears(page, '.risk-item');
      await expect.poll(() => answeredCount(page)).toBe(2);
      const words = await page
        .locator('[data-risk]')
        .nth(1)
        .locator('textarea, input[type="text"]')
        .first()
        .inputValue();
      expect(words).toBe('没有人手，下月起双人办');
    });
  });

  test('考试：交不了卷，答的还在，重新载入以后接着考', async () => {
    await withPage(kernel, `${site.home}quiz/#exam`, async ({ page }) => {
      await appears(page, '.quiz .button.is-main');
      await page.click('text=开始考试');
      await appears(page, '.quiz-question');
      await page.locator('.quiz-question input').first().check();
      site.put('new');
      await page.click('.quiz-leave >> text=交卷');
      await page.click('text=就这样交');
      await says(page, '卷子还没有交，答的都还在');
      await reloadsByNotice(page);
      await appears(page, '.quiz-question input');
      await expect.poll(() => page.locator('.quiz-question input').first().isChecked()).toBe(true);
    });
  });

  test('承诺书：写的都在', async () => {
    await withPage(kernel, `${site.home}commitment/`, async ({ page }) => {
      await appears(page, '#letter-name');
      await page.fill('#letter-name', '李四');
      site.put('new');
      await openSearch(page);
      await page.fill('#letter-post', '登记员');
      await reloadsByNotice(page);
      await appears(page, '#letter-name');
      expect(await page.inputValue('#letter-name')).toBe('李四');
      expect(await page.inputValue('#letter-post')).toBe('登记员');
    });
  });

  test('浏览器存着的旧页，取到新的数据：看得出来，重新载入就是新的', async () => {
    await withPage(kernel, `${forgetful.home}risks/`, async ({ page }) => {
      await appears(page, '.register-table');
      await page.goto(`${forgetful.home}help/`);
      forgetful.put('new');
      await page.goto(`${forgetful.home}risks/`);
      // Else the server was asked, and this shows nothing.
      expect(await stampOf(page)).not.toBe(newStamp);
      await reloadsByNotice(page);
      await appears(page, '.register-table');
    });
  });

  test('只换了一半：重新载入没有用，就不再叫人载入，指到自检', async () => {
    site.put('half');
    await withPage(kernel, `${site.home}risks/`, async ({ page }) => {
      await appears(page, '.outdated-notice button');
      await page.click('.outdated-notice button');
      await appears(page, '.outdated-notice a');
      expect(await page.textContent('.outdated-notice')).toContain('更新没有换全');
      await page.click('.outdated-notice a');
      await page.waitForURL(/\/self-test\//);
    });
  });
});

describeInKernels('两个标签页，两个版本', fullKernels, (kernel) => {
  test('自查：各答各的，都在；同一条后答的算，先开的那一页看得到', async () => {
    await withPage(kernel, `${site.home}self-assessment/`, async ({ page }) => {
      await begin(page);
      site.put('new');
      const other = await page.context().newPage();
      await other.goto(page.url());
      await appears(other, '.risk-item');
      expect(await stampOf(other)).toBe(newStamp);
      for (let i = 0; i < 8; i += 1) await answer(i % 2 === 0 ? page : other, i);
      await expect.poll(() => answeredCount(page)).toBe(8);
      await expect.poll(() => answeredCount(other)).toBe(8);
      const first = other.locator('[data-risk]').first().locator('.state input');
      await first.nth(1).check();
      const seen = page.locator('[data-risk]').first().locator('.state input');
      await expect.poll(() => seen.nth(1).isChecked()).toBe(true);
      await isSaved(other);
      await page.reload();
      await appears(page, '.risk-item');
      expect(await answeredCount(page)).toBe(8);
    });
  });

  test('新版换了存法：旧页面不再写，说出来；新版存的一条不动', async () => {
    await withPage(kernel, `${site.home}self-assessment/`, async ({ page }) => {
      await begin(page);
      await answer(page, 0);
      await isSaved(page);
      site.put('newer');
      const other = await page.context().newPage();
      await other.goto(page.url());
      await appears(other, '.risk-item');
      await answer(other, 0 + 1);
      await isSaved(other);
      await answer(page, 2);
      await expect.poll(() => savedWords(page)).toContain('本站已更新');
      await other.reload();
      await appears(other, '.risk-item');
      expect(await answeredCount(other)).toBe(2);
    });
  });
});

describeInKernels('新版不好用，换回旧版', fullKernels, (kernel) => {
  test('存法一样：新版里填的，旧版里全在', async () => {
    site.put('new');
    await withPage(kernel, `${site.home}commitment/`, async ({ page }) => {
      await appears(page, '#letter-name');
      await page.fill('#letter-name', '王五');
      await page.waitForTimeout(500);
      site.put('old');
      await page.reload();
      await appears(page, '#letter-name');
      expect(await stampOf(page)).not.toBe(newStamp);
      expect(await page.inputValue('#letter-name')).toBe('王五');
    });
  });

  test('存法变了：旧版读得懂的看得到，不写；再换回新版，一条不少', async () => {
    await withPage(kernel, `${site.home}self-assessment/`, async ({ page }) => {
      await begin(page);
      await answer(page, 0);
      await answer(page, 1);
      await isSaved(page);
      site.put('newer');
      await page.reload();
      await appears(page, '.risk-item');
      await answer(page, 2);
      await expect.poll(() => answeredCount(page)).toBe(3);
      await isSaved(page);
      site.put('old');
      await page.reload();
      await says(page, '有一部分是更新版本的网站存的');
      await expect.poll(() => answeredCount(page)).toBe(2);
      await answer(page, 3);
      await expect.poll(() => savedWords(page)).toContain('改的没有存');
      site.put('newer');
      await page.reload();
      await appears(page, '.risk-item');
      await expect.poll(() => answeredCount(page)).toBe(3);
    });
  });
});

describe('没有换版', () => {
  test('页上没有这句话', async () => {
    await withPage(153, `${site.home}risks/`, async ({ page, faults }) => {
      await appears(page, '.register-table');
      expect(await countOf(page, '.outdated-notice')).toBe(0);
      expect(faults).toEqual([]);
    });
  });
});
