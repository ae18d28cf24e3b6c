import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  answerByKeys,
  answeredCount,
  begin,
  chooseFile,
  openMerging,
  post,
  savedRecord,
} from './support/assessmentPage.ts';
import { appears, says } from './support/onPage.ts';
import { refuseStorage } from './support/refusals.ts';
import { servedSite } from './support/servedSite.ts';
import { settled, withPage } from './support/visit.ts';

const site = servedSite();
const start = () => `${site.home}self-assessment/`;

describe('自查存不下、两处同时改、公用电脑、别人的文件', () => {
  test('两个标签页改同一份，谁也不盖掉谁', async () => {
    await withPage(153, start() + post, async ({ page }) => {
      await begin(page);
      const other = await page.context().newPage();
      await other.goto(page.url());
      await appears(other, '.risk-item');
      await page.locator('[data-risk]').nth(0).locator('.state input').nth(0).check();
      await other.locator('[data-risk]').nth(1).locator('.state input').nth(1).check();
      await page.locator('[data-risk]').nth(2).locator('.state input').nth(2).check();
      for (const tab of [page, other]) {
        await expect.poll(() => answeredCount(tab)).toBe(3);
      }
      await other.reload();
      await appears(other, '.risk-item');
      expect(await answeredCount(other)).toBe(3);
    });
  });

  test.each([
    ['QuotaExceededError', '本机存满了'],
    ['SecurityError', '浏览器不让存'],
  ])('存的时候出 %s：说清楚，填的还在页面里，能导出', async (name, message) => {
    await withPage(153, start() + post, async ({ page }) => {
      await begin(page);
      await refuseStorage(page, name);
      await answerByKeys(page, 0, 3);
      await expect.poll(() => page.textContent('.record-bar')).toContain(message);
      expect(await answeredCount(page)).toBe(3);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('.record-bar .button'),
      ]);
      const file = readFileSync(await download.path(), 'utf8');
      expect(file.match(/"state"/g)).toHaveLength(3);
    });
  });

  test('存的数据坏了：说清楚，不删，别的记录不受影响', async () => {
    await withPage(153, start() + post, async ({ page }) => {
      await begin(page);
      await page.evaluate(() => localStorage.setItem('fangkong.assessment.broken1', '{"v":1,'));
      await page.goto(`${start()}#fill/broken1`);
      await expect.poll(() => page.textContent('[data-self-assessment]')).toContain('数据坏了');
      expect(await page.textContent('.kept-notice')).toContain('另外存着');
      await page.click('text=回到自查首页');
      await appears(page, '.records');
      expect(await page.locator('.record').count()).toBe(1);
      await page.click('.kept-notice a');
      await says(page, '自查记录里的一处');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('[data-aside-save]'),
      ]);
      expect(readFileSync(await download.path(), 'utf8')).toContain('{\\"v\\":1,');
      await page.click('[data-aside-drop]');
      await page.click('[data-aside-drop]');
      await expect.poll(() => page.isVisible('[data-asides]')).toBe(false);
    });
  });

  test('清除本机数据以后什么也不留', async () => {
    await withPage(153, start() + post, async ({ page }) => {
      await begin(page);
      await page.click('[data-switch="theme"]');
      await page.click('.record-name a');
      await page.click('text=清除本机数据');
      await page.click('text=确定清除');
      await expect.poll(() => page.textContent('[data-self-assessment]')).toContain('已全部清除');
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
      expect(await page.locator('.record').count()).toBe(0);
    });
  });

  test('用完即清：刷新还在，本机不存', async () => {
    await withPage(153, start() + post, async ({ page }) => {
      await appears(page, '.check');
      await page.locator('.check input').check();
      await begin(page);
      await answerByKeys(page, 0, 2);
      await settled(page);
      await page.reload();
      await appears(page, '.risk-item');
      expect(await answeredCount(page)).toBe(2);
      const kept = await page.evaluate(() => Object.keys(localStorage).join());
      expect(kept).not.toContain('assessment');
    });
  });

  test('跨过零点改的也算后改的，保存的钟点跟着走', async () => {
    await withPage(153, start() + post, async ({ page }) => {
      await page.clock.install({ time: new Date('2026-12-31T23:59:50') });
      await page.goto(start() + post);
      await page.clock.runFor(1_000);
      await begin(page);
      await page.locator('[data-risk] .state input').nth(0).check();
      await page.clock.runFor(20_000);
      await page.locator('[data-risk] .state input').nth(1).check();
      await page.clock.runFor(1_000);
      // The disk takes its own time, whatever the clock of the page says.
      await expect.poll(() => page.textContent('.record-bar')).toMatch(/已保存在本机 (?:00|24):00/);
      await page.reload();
      await page.clock.runFor(1_000);
      await appears(page, '.risk-item');
      expect(await page.locator('[data-risk] .state input').nth(1).isChecked()).toBe(true);
    });
  });

  test('别人的文件：两个人的名字都说出来，另存一份，原来的一个字不动', async () => {
    const other = savedRecord
      .replace('"样例"', '"李样例"')
      .replace(/"id": "[^"]+"/, '"id": "other001"');
    expect(other).not.toBe(savedRecord);
    await withPage(153, start() + post, async ({ page }) => {
      await begin(page);
      await page.fill('#head-name', '周样例');
      await answerByKeys(page, 0, 3);
      await settled(page);
      const address = page.url();
      await openMerging(page);
      await chooseFile(page, 'other.json', other);
      await expect
        .poll(() => page.textContent('.import [role="alert"]'))
        .toMatch(/李样例.*周样例.*姓名不一样/);
      expect(await page.locator('text=全部换成文件里的').count()).toBe(0);
      // The way to join goes through a question whose first answer is no.
      await page.click('text=仍然合并');
      await page.keyboard.press('Enter');
      expect(await answeredCount(page)).toBe(3);
      await page.click('text=另存为一份记录');
      await expect.poll(() => page.textContent('.record-name')).toContain('李样例');
      expect(page.url()).not.toBe(address);
      await page.click('.record-name a');
      await expect.poll(() => page.locator('.record').count()).toBe(2);
      await page.goto(address);
      await appears(page, '.risk-item');
      expect(await page.textContent('.record-name')).toContain('周样例');
      expect(await answeredCount(page)).toBe(3);
    });
  });

  test('同一个人在两台电脑上分开建的，问过以后合得起来，姓名和期间是这一份的', async () => {
    const other = savedRecord
      .replace('"样例"', '"周样例"')
      .replace(/"id": "[^"]+"/, '"id": "other001"')
      .replace('2026年度', '别的期间');
    await withPage(153, start(), async ({ page }) => {
      await begin(page);
      await page.fill('#head-name', '周样例');
      await settled(page);
      await openMerging(page);
      await chooseFile(page, 'other.json', other);
      await expect.poll(() => page.textContent('.import [role="alert"]')).toContain('编号不一样');
      await page.click('text=仍然合并');
      await page.click('text=是同一个人的，合并');
      await expect.poll(() => page.textContent('body')).toContain('撤销这次导入');
      expect(await page.textContent('.record-name')).not.toContain('别的期间');
      expect(await answeredCount(page)).toBe(2);
    });
  });
});
