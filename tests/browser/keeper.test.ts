import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { risksOf } from '../fixtures/contentExamples.ts';
import { answer, answeredCount, begin, savedWords } from './support/assessmentPage.ts';
import { launchOnDisk } from './support/browsers.ts';
import { content } from './support/content.ts';
import { fullKernels } from './support/eachKernel.ts';
import { appears, countOf, says } from './support/onPage.ts';
import { blockStorage } from './support/refusals.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
/** The bureau's risks, all of which a checklist without a post holds; a small bureau has few. */
const upTo = (count: number) => Math.min(count, risksOf(content).length);
const assessment = () => `${site.home}self-assessment/`;

describe('突然断电', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fangkong-power-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Opens a browser on the folder, works in it, cuts the power and opens it again. */
  async function throughPowerCut(
    name: string,
    work: (page: Page) => Promise<void>,
    look: (page: Page) => Promise<void>,
  ): Promise<void> {
    const profile = join(folder, name);
    const first = await launchOnDisk(153, profile);
    if (!first) return;
    const page = await first.context.newPage();
    await work(page);
    const address = page.url();
    first.cutPower();
    const second = await launchOnDisk(153, profile);
    if (!second) return;
    const again = await second.context.newPage();
    await again.goto(address);
    await look(again);
    await second.context.close();
  }

  test('“已保存”以后马上断电：自查一条不丢', async () => {
    const count = upTo(30);
    await throughPowerCut(
      'saved',
      async (page) => {
        await page.goto(assessment());
        await begin(page);
        for (let i = 0; i < count; i += 1) await answer(page, i);
        await expect.poll(() => savedWords(page)).toContain('已保存在本机');
      },
      async (page) => {
        await appears(page, '.risk-item');
        await expect.poll(() => answeredCount(page)).toBe(count);
      },
    );
  });

  test.each([3, 8, 15])('答到第 %i 条的当口断电：最多少一条', async (count) => {
    await throughPowerCut(
      `moment-${count}`,
      async (page) => {
        await page.goto(assessment());
        await begin(page);
        for (let i = 0; i < count; i += 1) {
          await answer(page, i);
          // As fast as a person who does not read.
          await page.waitForTimeout(150);
        }
      },
      async (page) => {
        await appears(page, '.risk-item');
        await expect.poll(() => answeredCount(page)).toBeGreaterThanOrEqual(count - 1);
      },
    );
  });

  test('考试、承诺书、错题本也一样', async () => {
    await throughPowerCut(
      'others',
      async (page) => {
        await page.goto(`${site.home}commitment/`);
        await appears(page, '#letter-name');
        await page.fill('#letter-name', '样例甲');
        await says(page, '已保存在本机');
        await page.goto(`${site.home}quiz/#exam`);
        await appears(page, '.quiz .button.is-main');
        await page.click('text=开始考试');
        await appears(page, '.quiz-question');
        await page.locator('.quiz-question input').first().check();
        await page.waitForTimeout(300);
      },
      async (page) => {
        await appears(page, '.quiz-question');
        await expect
          .poll(() => page.locator('.quiz-question input').first().isChecked())
          .toBe(true);
        await page.goto(`${site.home}commitment/`);
        await appears(page, '#letter-name');
        await expect.poll(() => page.inputValue('#letter-name')).toBe('样例甲');
      },
    );
  });
});

describe('两个标签页', () => {
  test('一个交了卷，另一个跟着到成绩，成绩不会没', async () => {
    await withPage(153, `${site.home}quiz/#exam`, async ({ page }) => {
      await appears(page, '.quiz .button.is-main');
      await page.click('text=开始考试');
      await appears(page, '.quiz-question');
      const other = await page.context().newPage();
      await other.goto(page.url());
      await appears(other, '.quiz-question');
      await page.locator('.quiz-question input').first().check();
      await expect.poll(() => other.locator('.quiz-question input').first().isChecked()).toBe(true);
      await page.click('.quiz-leave >> text=交卷');
      await page.click('text=就这样交');
      await appears(page, '.quiz-result, [data-result], #result');
      await expect.poll(() => countOf(other, '.quiz-question input:enabled')).toBe(0);
      // The clock of the other tab goes on for a while.
      await other.waitForTimeout(6_000);
      await page.goto(`${site.home}quiz/#records`);
      await page.reload();
      await says(page, '看结果、印成绩单');
    });
  });

  test('各改承诺书的一栏，两边都在', async () => {
    await withPage(153, `${site.home}commitment/`, async ({ page }) => {
      await appears(page, '#letter-name');
      const other = await page.context().newPage();
      await other.goto(page.url());
      await appears(other, '#letter-name');
      for (let i = 0; i < 20; i += 1) {
        await page.fill('#letter-name', `甲${i}`);
        await other.fill('#letter-post', `岗${i}`);
      }
      await page.reload();
      await appears(page, '#letter-name');
      expect(await page.inputValue('#letter-name')).toBe('甲19');
      expect(await page.inputValue('#letter-post')).toBe('岗19');
    });
  });

  test('更新版本的网站存过的，旧页面不再写，说请刷新', async () => {
    await withPage(153, assessment(), async ({ page }) => {
      await begin(page);
      await answer(page, 0);
      await expect.poll(() => savedWords(page)).toContain('已保存');
      const other = await page.context().newPage();
      await other.goto(`${site.home}help/`);
      const newer = await other.evaluate(() => {
        const key = Object.keys(localStorage).find((one) => one.endsWith(':head')) ?? '';
        // Sealed as a version with another schema would seal it (FNV-1a, as the page does).
        const json = '{"later":true}';
        const head = `2|${(Date.now() + 1000).toString(36)}`;
        let hash = 0x811c9dc5;
        for (const sign of `${key}|${head}|${json}`) {
          hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193);
        }
        const text = `${head}|${(hash >>> 0).toString(16).padStart(8, '0')}|${json}`;
        localStorage.setItem(key, text);
        return { key, text };
      });
      await page.waitForTimeout(200);
      await answer(page, 1);
      await expect.poll(() => savedWords(page)).toContain('本站已更新');
      expect(await page.evaluate((key) => localStorage.getItem(key), newer.key)).toBe(newer.text);
    });
  });
});

describe.each(fullKernels)('浏览器什么也不让存，内核 %i', (kernel) => {
  test('自查照样能做，页面说关掉就没有，能导出', async () => {
    await withPage(kernel, `${site.home}help/`, async ({ page }) => {
      await blockStorage(page);
      await page.goto(assessment());
      await says(page, '不让网页存东西');
      await begin(page);
      await answer(page, 0);
      await answer(page, 1);
      expect(await answeredCount(page)).toBe(2);
      await expect.poll(() => savedWords(page)).toContain('没有存下');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('.record-bar .button'),
      ]);
      expect(download.suggestedFilename()).toContain('自查记录');
    });
  });

  test('考试照样能考，成绩看得到', async () => {
    await withPage(kernel, `${site.home}help/`, async ({ page }) => {
      await blockStorage(page);
      await page.goto(`${site.home}quiz/#exam`);
      await says(page, '不让网页存东西');
      await page.click('text=开始考试');
      await appears(page, '.quiz-question');
      await page.click('.quiz-leave >> text=交卷');
      await page.click('text=就这样交');
      await says(page, '分');
      await says(page, '没有存');
    });
  });
});

describe('数据坏了一处', () => {
  test('备份补得上：说一声，一项不少', async () => {
    await withPage(153, assessment(), async ({ page }) => {
      await begin(page);
      for (let i = 0; i < 5; i += 1) await answer(page, i);
      await expect.poll(() => savedWords(page)).toContain('已保存');
      await page.evaluate(() => {
        const key = Object.keys(localStorage).find((one) => one.includes(':a.')) ?? '';
        const text = localStorage.getItem(key) ?? '';
        localStorage.setItem(key, text.slice(0, 30) + '#' + text.slice(31));
      });
      await page.reload();
      await says(page, '有 1 处存坏了，已经用备份补好');
      await expect.poll(() => answeredCount(page)).toBe(5);
    });
  });
});
