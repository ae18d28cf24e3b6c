import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears } from './support/onPage.ts';
import { printPage, textOf } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const start = () => `${site.home}risks/`;

const shownIds = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('tr[data-id]'), (row) =>
      (row.dataset['id'] ?? '').toUpperCase(),
    ),
  );

describeInKernels('风险台账', fullKernels, (kernel) => {
  test('点热力表的一格就筛到那一格，网址带着，后退就放开', async () => {
    await withPage(kernel, start(), async ({ page }) => {
      await appears(page, '.register-table');
      await page.click('.register-heat > summary');
      const cell = page
        .locator('.heat')
        .nth(1)
        .locator('tbody tr')
        .nth(1)
        .locator('button')
        .first();
      const number = Number(await cell.textContent());
      await cell.click();
      expect(await page.textContent('.register-count strong')).toBe(String(number));
      expect(decodeURIComponent(page.url())).toContain('category=权力风险&grade=一类');
      expect(await cell.getAttribute('aria-pressed')).toBe('true');
      await page.reload();
      await appears(page, '.register-table');
      expect(await page.textContent('.register-count strong')).toBe(String(number));
      await page.goBack();
      await page.waitForFunction(() => !location.search);
      await appears(page, '.register-table');
      expect(await page.textContent('.register-count strong')).not.toBe(String(number));
    });
  });

  test('导出的就是筛出来的，先后也一样；印出来一条不少', async () => {
    await withPage(
      kernel,
      `${start()}?wall=w10&grade=一类&sort=-title&columns=id,title,grade,sign`,
      async ({ page, faults }) => {
        await appears(page, '.register-table');
        const ids = await shownIds(page);
        expect(ids.length).toBeGreaterThan(5);
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.click('text=导出 CSV'),
        ]);
        const csv = readFileSync(await download.path(), 'utf8');
        expect(csv.charCodeAt(0)).toBe(0xfeff);
        const lines = csv.slice(1).trim().split('\r\n');
        expect(lines[0]).toBe('编号,风险点,等级,预警信号');
        expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(ids);
        const [workbook] = await Promise.all([
          page.waitForEvent('download'),
          page.click('text=导出 Excel'),
        ]);
        expect(workbook.suggestedFilename()).toMatch(
          /^风险台账-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.xlsx$/,
        );

        // The page prints when the sheets stand; the picture of that moment is what is checked.
        await page.evaluate(() => {
          window.print = () => {
            const sheets = document.querySelectorAll('.register .form-sheets > .form-sheet');
            const text = Array.from(sheets, (sheet) => sheet.textContent ?? '').join('\n');
            const isCut = Array.from(sheets).some((sheet) => {
              const body = sheet.querySelector('.form-body');
              return body !== null && body.scrollHeight > body.clientHeight + 1;
            });
            Object.assign(window, { printed: { text, isCut, count: sheets.length } });
          };
        });
        await page.click('text=打印汇总表');
        await page.waitForFunction(() => 'printed' in window);
        const printed = await page.evaluate(
          () => (window as unknown as { printed: { text: string; isCut: boolean } }).printed,
        );
        for (const id of ids) expect(printed.text).toContain(id);
        expect(printed.text).toContain('廉政风险点汇总表');
        expect(printed.isCut).toBe(false);
        expect(faults).toEqual([]);
      },
    );
  });

  test('编号的固定地址落在那一条上，没有脚本也在', async () => {
    await withPage(kernel, `${start()}#w05-r07`, async ({ page }) => {
      await appears(page, 'tr.is-target[data-id="w05-r07"]');
    });
    await withPage(
      kernel,
      `${start()}#w05-r07`,
      async ({ page }) => {
        const text = await page.evaluate(() => document.querySelector(':target')?.textContent);
        expect(text).toContain('W05-R07');
      },
      { javaScriptEnabled: false },
    );
  });
});

test('预警通知单和整改回执：填上编号带出信号，各印一页', async () => {
  await withPage(153, `${site.home}warning/`, async ({ page }) => {
    await page.fill('[data-warning-id]', 'w01-r10');
    await page.dispatchEvent('[data-warning-id]', 'change');
    await page.waitForFunction(() =>
      document.querySelector('[data-warning-said]')?.textContent?.includes('红线提前泄露'),
    );
    await page.evaluate(() => {
      document.documentElement.dataset['print'] = 'form';
    });
    const sheets = await printPage(page);
    const texts = sheets.map(textOf);
    expect(sheets).toHaveLength(2);
    expect(texts[0]).toContain('W01-R10红线提前泄露');
    expect(texts[1]).toContain('整改回执');
  });
});

test('台账 axe 没有问题，明暗都是', async () => {
  await withPage(153, `${start()}?wall=w01`, async ({ page }) => {
    await appears(page, '.register-table');
    expect(await axeFaultsInBothThemes(page)).toEqual([]);
  });
});
