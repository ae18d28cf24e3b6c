import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { madeBureau } from '../fixtures/rollup/madeBureau.ts';
import { launchOnDisk } from './support/browsers.ts';
import { appears, says } from './support/onPage.ts';
import { blockStorage, refuseStorage } from './support/refusals.ts';
import {
  choose,
  fileField,
  index,
  isSaved,
  period,
  records,
  roster,
  takeAll,
  takenCount,
} from './support/rollupOffice.ts';
import { servedSite } from './support/servedSite.ts';
import { goToPart } from './support/takenIn.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const start = () => `${site.home}rollup/`;

describe('存', () => {
  test('两个标签页：一个收，另一个马上看得到，各改各的都在', async () => {
    await withPage(153, start(), async ({ page }) => {
      const other = await page.context().newPage();
      await other.goto(start());
      await appears(other, fileField);
      await takeAll(page, [...records.slice(0, 10), roster()]);
      await expect.poll(() => takenCount(other)).toBe(10);
      await takeAll(other, records.slice(10, 16));
      await expect.poll(() => takenCount(page)).toBe(16);
      await isSaved(other);
      await page.reload();
      await appears(page, '.rollup-table');
      await expect.poll(() => takenCount(page)).toBe(16);
    });
  });

  test('浏览器什么都不让存：一开始就说，照样能收，能存成文件；文件打开一份不少', async () => {
    await withPage(153, `${site.home}help/`, async ({ page, faults }) => {
      await blockStorage(page);
      await page.goto(start());
      await says(page, '这个浏览器不让网页存东西');
      await takeAll(page, [...records, roster()]);
      await expect.poll(() => takenCount(page)).toBe(records.length);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('text=把汇总存成文件'),
      ]);
      const text = readFileSync(await download.path(), 'utf8');
      expect(faults).toEqual([]);
      await withPage(153, `${start()}#keep`, async ({ page: fresh, faults: others }) => {
        await appears(fresh, '#rollup-open');
        await fresh.setInputFiles('section[aria-labelledby="rollup-open"] input', {
          name: '汇总.json',
          mimeType: 'application/json',
          buffer: Buffer.from(text),
        });
        await says(fresh, `收了 ${records.length} 份。`);
        await isSaved(fresh);
        await fresh.reload();
        await goToPart(fresh, 'take');
        await appears(fresh, '.rollup-table');
        await expect.poll(() => takenCount(fresh)).toBe(records.length);
        expect(others).toEqual([]);
      });
    });
  });

  test('存满了：说没有存下，页里的还在；腾出地方，下一次一起存下', async () => {
    await withPage(153, start(), async ({ page }) => {
      await takeAll(page, records.slice(0, 5));
      await isSaved(page);
      const put = await page.evaluateHandle(() => IDBObjectStore.prototype.put);
      await refuseStorage(page, 'QuotaExceededError');
      await takeAll(page, records.slice(5, 10));
      await says(page, '本机存满了，刚才的没有存下');
      await expect.poll(() => takenCount(page)).toBe(10);
      await page.evaluate((own) => {
        IDBObjectStore.prototype.put = own;
      }, put);
      await takeAll(page, records.slice(10, 12));
      await isSaved(page);
      await page.reload();
      await appears(page, '.rollup-table');
      await expect.poll(() => takenCount(page)).toBe(12);
    });
  });

  test('“关于本站”说得出存着汇总，全部清除就没有了，开着的页也空了', async () => {
    await withPage(153, start(), async ({ page }) => {
      await takeAll(page, records.slice(0, 5));
      await isSaved(page);
      const about = await page.context().newPage();
      await about.goto(`${site.home}about/`);
      await says(about, '汇总：1 份');
      await about.click('[data-stored-clear]');
      await about.click('[data-stored-confirm]');
      await says(about, '已经清除');
      expect(await about.innerText('[data-stored-list]')).toContain('什么都没有存');
      await expect.poll(() => takenCount(page)).toBe(0);
      await page.reload();
      await appears(page, fileField);
      await expect.poll(() => takenCount(page)).toBe(0);
    });
  });

  test('用完即清：只在这一页里，说得出来', async () => {
    await withPage(153, `${site.home}self-assessment/`, async ({ page }) => {
      await page.evaluate(() => sessionStorage.setItem('fangkong.tab-only', '1'));
      await page.goto(start());
      await says(page, '“用完即清”开着');
      await takeAll(page, records.slice(0, 5));
      await says(page, '关掉就没有');
      const names = await page.evaluate(async () => {
        const all = await indexedDB.databases();
        return all.map(({ name }) => name);
      });
      expect(names).not.toContain('fangkong-rollup');
    });
  });
});

describe('突然断电', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fangkong-rollup-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const many = madeBureau({ people: 300, seed: 'power', index, period, assessmentShare: 1 });

  test.each([
    ['“已保存”以后', true],
    ['收到一半', false],
  ])('%s断电：说存了的一份不少，再收一次就齐', async (name, isWhole) => {
    const profile = join(folder, String(isWhole));
    const before = await launchOnDisk(153, profile);
    if (!before) return;
    const page = await before.context.newPage();
    await page.goto(start());
    let seen = 0;
    if (isWhole) {
      await takeAll(page, many.files);
      await isSaved(page);
      seen = await takenCount(page);
    } else {
      await choose(page, many.files);
      await isSaved(page);
    }
    before.cutPower();
    const after = await launchOnDisk(153, profile);
    if (!after) return;
    const again = await after.context.newPage();
    await again.goto(start());
    await appears(again, fileField);
    await expect
      .poll(() => takenCount(again), { message: name })
      .toBeGreaterThanOrEqual(Math.max(1, seen));
    await takeAll(again, many.files);
    await expect.poll(() => takenCount(again)).toBe(many.files.length);
    await after.context.close();
  });
});
