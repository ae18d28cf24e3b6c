import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commonDepartment, departmentsWithRisks } from '../fixtures/contentExamples.ts';
import { workbookOfSheets } from '../fixtures/rosters/sheetFiles.ts';
import { workbook } from '../fixtures/rosters/workbook.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, says } from './support/onPage.ts';
import { printPage, textOf, writtenText } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const batch = () => `${site.home}commitment/#batch`;

const department = commonDepartment(content).name;
const otherDepartment =
  departmentsWithRisks(content).find(({ name }) => name !== department)?.name ?? department;

describeInKernels('承诺书的名册', fullKernels, (kernel) => {
  test('名册：GBK、带公式和合并单元格的都读得了，印出来先后不乱', async () => {
    await withPage(kernel, batch(), async ({ page }) => {
      await appears(page, '.drop input');
      const choose = (name: string, buffer: Buffer) =>
        page.locator('.drop input').setInputFiles({ name, mimeType: 'text/csv', buffer });
      await choose('名册.csv', readFileSync('tests/fixtures/rosters/gbk.csv'));
      await appears(page, '.roster-table');
      const names = () =>
        page.evaluate(() =>
          Array.from(
            document.querySelectorAll<HTMLInputElement>('.roster-table input[type=text]'),
            ({ value }) => value,
          ).join(' '),
        );
      expect(await names()).toContain('阿依古丽·示例');
      expect(await names()).toContain('喆堃');
      await choose('名册.csv', Buffer.from(`姓名,处室\n示例甲,${department}\n示例乙,\n`));
      await says(page, '合并的单元格只有第一行有字');
      await page.click('label:has-text("名册里合并了单元格时勾上")');
      await says(page, `沿用了上一行的“${department}”`);
      await page.click('label:has-text("名册里合并了单元格时勾上")');

      const head = ['姓名', '处室', '岗位层级'];
      await choose(
        '名册.xlsx',
        workbook(
          [
            ['二〇二七年名册'],
            head,
            ['示例甲', department, '普通'],
            ['示例乙', '', '普通'],
            [{ formula: 'A3', cached: '示例丙' }, otherDepartment, '中层'],
            [{ formula: 'A99' }, otherDepartment, '中层'],
          ],
          ['A1:C1', 'B3:B4'],
        ),
      );
      await expect.poll(() => page.textContent('.letters')).toContain('里读到 3 人');
      expect(await page.textContent('.letters')).toContain('姓名（A6）是算不出来的公式（=A99）');
      expect(await page.inputValue('[aria-label="示例乙的处室"]')).toBe(department);
      await page.click('text=生成 3 份');
      await expect.poll(() => page.textContent('.letters')).toContain('3 份都做好了');
      const sheets = (await printPage(page)).map(textOf);
      expect(sheets).toHaveLength(4);
      ['示例甲', '示例乙', '示例丙'].forEach((name, i) => expect(sheets[i]).toContain(name));
      expect(sheets[3]).toContain('签收表');
      await page.click('label:has-text("双面打印")');
      await page.click('text=生成 3 份');
      await expect.poll(() => page.textContent('.letters')).toContain('3 份都做好了');
      expect(await printPage(page)).toHaveLength(7);
    });
  });

  test.each([
    ['老格式改了后缀', '名册.xlsx', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), '老格式的 .xls'],
    ['坏的 xlsx', '名册.xlsx', Buffer.from('504b0304000000', 'hex'), '打不开'],
    ['空文件', '名册.csv', Buffer.alloc(0), '文件是空的'],
    ['表头不对', '名册.csv', Buffer.from('工号,电话\n1,2\n'), '没有找到“姓名”'],
    ['五万行', '名册.csv', Buffer.from(`姓名\n${'示例甲\n'.repeat(50_000)}`), '不像名册'],
    [
      '五万行的工作簿',
      '名册.xlsx',
      workbook([['姓名'], ...Array.from({ length: 50_000 }, () => ['示例甲'])]),
      '不像名册',
    ],
  ])('名册%s：说清楚，页面照常用', async (_, name, buffer, expected) => {
    await withPage(kernel, batch(), async ({ page }) => {
      await appears(page, '.drop input');
      await page.locator('.drop input').setInputFiles({ name, mimeType: 'text/csv', buffer });
      await page.waitForFunction(
        (wanted) => document.querySelector('.letters')?.textContent?.includes(wanted),
        expected,
        { timeout: 30_000 },
      );
      await page.locator('.drop input').setInputFiles({
        name: '好的.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`\ufeff姓名,处室\n示例甲,${department}\n`),
      });
      await appears(page, '.roster-table');
    });
  });

  test('名册读错的在表里改：处室、层级、没有读的姓名，印出来就是改过的', async () => {
    await withPage(kernel, batch(), async ({ page, faults }) => {
      await appears(page, '.drop input');
      const roster = [
        '姓名,处室,职务',
        '示例甲,没有的科室,书记员',
        '示例乙,没有的科室,局长办公室秘书',
        `13800000000,${department},一级主任科员`,
      ].join('\n');
      await page
        .locator('.drop input')
        .setInputFiles({ name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) });
      await says(page, '里读到 2 人');
      await says(page, '按“书记员”猜的');
      expect(await page.inputValue('[aria-label="示例乙的层级"]')).toBe('普通');
      // One choice for all who have the same unknown department.
      await page.selectOption('[aria-label="示例甲的处室"]', department);
      await expect.poll(() => page.inputValue('[aria-label="示例乙的处室"]')).toBe(department);
      await page.selectOption('[aria-label="示例乙的层级"]', '中层');
      await page.fill('[aria-label="第 4 行的姓名"]', '示例丙');
      await page.keyboard.press('Tab');
      await says(page, '里读到 3 人');
      await page.click('text=生成 3 份');
      await says(page, '3 份都做好了');
      const sheets = (await printPage(page)).map(textOf);
      for (const sheet of sheets.slice(0, 3)) expect(sheet).toContain(writtenText(department));
      expect(sheets[2]).toContain('示例丙');
      expect(faults).toEqual([]);
    });
  });

  test('有几张工作表：读的是哪一张写出来，换一张就换一批人', async () => {
    await withPage(kernel, batch(), async ({ page }) => {
      await appears(page, '.drop input');
      const sheet = (name: string, person: string) => ({
        name,
        xml: `<worksheet><sheetData><row><c t="inlineStr"><is><t>姓名</t></is></c></row><row><c t="inlineStr"><is><t>${person}</t></is></c></row></sheetData></worksheet>`,
      });
      const bytes = workbookOfSheets([sheet('机关', '示例甲'), sheet('下属', '示例乙')]);
      await page
        .locator('.drop input')
        .setInputFiles({ name: '名册.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
      await says(page, '的工作表“机关”里读到 1 人');
      await page.click('label:has-text("下属")');
      await says(page, '的工作表“下属”里读到 1 人');
      expect(await page.inputValue('[aria-label="第 2 行的姓名"]')).toBe('示例乙');
    });
  });

  test.each([
    ['在旁边读', false],
    ['浏览器不给在旁边读（单机版、拦了脚本），就在页面里读', true],
  ])('远处有一格的名册：%s，页面不停住', async (_, isBlocked) => {
    await withPage(kernel, batch(), async ({ page }) => {
      await page.evaluate((blocked) => {
        const Aside = window.Worker;
        Object.assign(window, { asideCount: 0 });
        window.Worker = class extends Aside {
          constructor(url: string | URL, options?: WorkerOptions) {
            if (blocked) throw new DOMException('no worker here', 'SecurityError');
            super(url, options);
            Object.assign(window, { asideCount: 1 });
          }
        };
      }, isBlocked);
      await appears(page, '.drop input');
      const began = Date.now();
      await page.locator('.drop input').setInputFiles({
        name: '名册.xlsx',
        mimeType: '',
        buffer: readFileSync('tests/fixtures/rosters/attack/far-cell.xlsx'),
      });
      await says(page, 'XFD1048576');
      expect(Date.now() - began).toBeLessThan(10_000);
      await says(page, '里读到 1 人');
      const count = await page.evaluate(
        () => (window as unknown as { asideCount: number }).asideCount,
      );
      expect(count).toBe(isBlocked ? 0 : 1);
    });
  });

  test('读大的名册时可以取消，再选别的照常', async () => {
    await withPage(kernel, batch(), async ({ page }) => {
      await appears(page, '.drop input');
      // Sheets of empty styled cells: nothing to find, much to go through.
      const cells = '<row><c s="1"/><c s="1"/></row>'.repeat(200_000);
      const sheets = Array.from({ length: 6 }, (_, i) => ({
        name: `表${i}`,
        xml: `<worksheet><sheetData>${cells}</sheetData></worksheet>`,
      }));
      const choose = (bytes: Uint8Array) =>
        page
          .locator('.drop input')
          .setInputFiles({ name: '名册.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
      await choose(workbookOfSheets(sheets));
      await appears(page, '.letters progress');
      await page.click('text=取消');
      await expect.poll(() => page.locator('.letters progress').count()).toBe(0);
      expect(await page.textContent('.letters')).not.toContain('正在读');
      await choose(readFileSync('tests/fixtures/rosters/field/02-two-blocks.xlsx'));
      await says(page, '里读到 6 人');
      await says(page, '并排有 2 组人');
    });
  });
});
