import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { commonDepartment, departmentsWithRisks, wallsOf } from '../fixtures/contentExamples.ts';
import { fields, letterCases, promise } from '../fixtures/letterCases.ts';
import { workbookOfSheets } from '../fixtures/rosters/sheetFiles.ts';
import { workbook } from '../fixtures/rosters/workbook.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, says } from './support/onPage.ts';
import { printPage, textOf, writtenText, type PrintedPage } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { settled, withPage } from './support/visit.ts';

const site = servedSite();
const start = () => `${site.home}commitment/`;

const department = commonDepartment(content).name;
const otherDepartment =
  departmentsWithRisks(content).find(({ name }) => name !== department)?.name ?? department;

const postLevels: Readonly<Record<string, string>> = {
  leader: '领导',
  middle: '中层',
  staff: '普通',
};

function draftOf({ templateId, fields: own, promises, walls }: (typeof letterCases)[number]) {
  const postLevel = postLevels[templateId];
  return {
    templateId,
    ...(postLevel && { postLevel }),
    walls: wallsOf(content)
      .slice(0, walls ?? 0)
      .map(({ wall }) => wall.id),
    fields: { ...fields, department, ...own },
    ...(promises && {
      promises: Array.from({ length: promises }, (_, i) => promise(i + 1)),
    }),
  };
}

/** Opens the page with a letter that was begun before. */
async function openDraft(page: Page, draft: unknown): Promise<void> {
  await page.evaluate((data) => {
    localStorage.setItem('fangkong.letter.draft', JSON.stringify({ v: 1, data }));
  }, draft);
  await page.reload();
  await appears(page, '.letter-sheets .letter-sheet');
  await appears(page, '.promise');
  // The risks of the post arrive later.
  await settled(page);
}

/** Tops of the lines of body type on a sheet, from the top down, in mm. */
function lineTops({ texts }: PrintedPage, sizePt: number): number[] {
  const tops = texts.filter((one) => Math.abs(one.sizePt - sizePt) < 0.2).map(({ yMm }) => yMm);
  return [...new Set(tops.map((top) => Math.round(top * 10) / 10))].sort((a, b) => a - b);
}

describeInKernels('承诺书', fullKernels, (kernel) => {
  test.each(letterCases)('$name：文字齐全，版心和行距合乎惯例', async (one) => {
    await withPage(kernel, start(), async ({ page, faults }) => {
      await openDraft(page, draftOf(one));
      const meant = await page.evaluate(() =>
        Array.from(
          document.querySelectorAll('.letter-paragraph .letter-line, .letter-title'),
          (line) => (line.textContent ?? '').replace(/\s/g, ''),
        ),
      );
      const sheets = await printPage(page);
      expect(sheets).toHaveLength(one.promises === 14 ? 2 : 1);
      const printed = sheets.map(textOf).join('');
      for (const line of meant) expect(printed).toContain(writtenText(line));
      const name = one.fields?.name ?? fields.name;
      // A department signs together: nobody's name is printed.
      if (name && one.templateId !== 'department') expect(printed).toContain(writtenText(name));
      expect(sheets.map(textOf)[sheets.length - 1]).toContain('年月日');

      for (const [i, sheet] of sheets.entries()) {
        expect(sheet.widthMm).toBeCloseTo(210, 0);
        expect(sheet.heightMm).toBeCloseTo(297, 0);
        expect(textOf(sheet)).toContain(`—${i + 1}—`);
        const isLarge = sheet.texts.some(({ sizePt }) => Math.abs(sizePt - 15.75) < 0.1);
        const [size, leadingMm] = isLarge ? [15.75, 10.213] : [14, 8.643];
        const body = sheet.texts.filter(({ sizePt }) => Math.abs(sizePt - size) < 0.2);
        // The area of 156 x 225 mm: left edge at 28, nothing above 37 or below 262.
        const left = Math.min(...body.map(({ xMm }) => xMm));
        expect(Math.abs(left - 28), `左边 ${left}`).toBeLessThan(1);
        const tops = lineTops(sheet, size).filter((top) => top < 263);
        expect(tops[0]).toBeGreaterThan(37);
        expect(tops[tops.length - 1]).toBeLessThan(262);
        // Each who signs has a row of his own: what stands above the rows is on the grid of lines.
        const rows = sheet.texts
          .filter(({ text }) => ['年', '年月日'].includes(writtenText(text).replace(/\s/g, '')))
          .map(({ yMm }) => yMm);
        if (i === sheets.length - 1) expect(rows.length, '写日期的地方').toBeGreaterThan(0);
        const firstRow = Math.min(...rows, 300);
        for (const [j, row] of rows.slice(1).entries())
          expect(row - (rows[j] ?? 0), '签名的地方').toBeGreaterThanOrEqual(14.9);
        for (const [j, top] of tops
          .filter((one) => one < firstRow - 3)
          .slice(1)
          .entries()) {
          const steps = (top - (tops[j] ?? 0)) / leadingMm;
          // Whole lines apart; fonts of one line may sit a hair apart.
          if (steps < 0.2) continue;
          expect(Math.abs(steps - Math.round(steps)) * leadingMm, `第 ${j + 2} 行`).toBeLessThan(1);
        }
      }
      const isWide = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.letter-area .letter-line')).some(
          (line) => line.scrollWidth > line.clientWidth + 2,
        ),
      );
      expect(isWide, '有一行超出版心').toBe(false);
      expect(faults).toEqual([]);
    });
  });

  test('填一份：选处室和岗位就有本岗位的承诺，改写、恢复，关了再开还在，记下打印', async () => {
    await withPage(kernel, start(), async ({ page }) => {
      await appears(page, '.promise');
      const general = await page.locator('.promise').count();
      await page.selectOption('.field select', department);
      await page.locator('.post-choice .choices input').nth(1).check();
      await expect.poll(() => page.locator('.promise').count()).toBeGreaterThan(general);
      expect(await page.textContent('.promises')).toMatch(/本岗位的，回答 .W\d+-R\d+/);
      await page.fill('#letter-name', '示例甲');
      const text = page.locator('.promise textarea').first();
      await text.fill('我自己写的一条承诺，比样板多几个字，印出来要是这几个字。');
      expect(await page.textContent('.letter-sheets')).toContain('我自己写的一条承诺');
      await page.reload();
      await appears(page, '.promise');
      expect(await page.locator('.promise textarea').first().inputValue()).toContain('我自己写的');
      expect(await page.inputValue('#letter-name')).toBe('示例甲');
      await page.click('text=恢复原文');
      expect(await page.textContent('.letter-sheets')).not.toContain('我自己写的');
      await page.evaluate(() => {
        window.print = () => undefined;
      });
      const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(
        (await page.textContent('.letter-check')) ?? '',
      )?.[0];
      await page.click('.button.is-main');
      await page.click('text=本机打印记录');
      await appears(page, 'tbody tr');
      expect(await page.textContent('tbody')).toContain('示例甲');
      expect(await page.textContent('tbody')).toContain(code ?? '没有码');
      await page.click('text=清除记录');
      await page.click('text=确定清除');
      expect(await page.textContent('.letters')).toContain('还没有印过承诺书');
    });
  });

  test('扫二维码：看得出是哪一版，文字有没有变', async () => {
    await withPage(kernel, start(), async ({ page }) => {
      await openDraft(page, draftOf({ name: '', templateId: 'middle' }));
      const shown = await page.textContent('.letter-sheets .letter-paragraph >> nth=2');
      const address = (await page.getAttribute('[data-ticket]', 'data-ticket')) ?? '';
      expect(address).toContain('/verify/#L');
      await page.goto(address);
      await expect.poll(() => page.textContent('[data-verify]')).toContain('一字不差');
      const verdict = (await page.textContent('[data-verify]')) ?? '';
      expect(verdict).toContain('示例甲');
      expect(verdict.replace(/\s/g, '')).toContain((shown ?? '').replace(/\s/g, ''));
      await page.fill('[data-verify] .code', address.slice(0, -30));
      await expect.poll(() => page.textContent('[data-verify]')).toContain('扫到的字不全');
    });
  });

  test('名册：GBK、带公式和合并单元格的都读得了，印出来先后不乱', async () => {
    await withPage(kernel, `${start()}#batch`, async ({ page }) => {
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
    await withPage(kernel, `${start()}#batch`, async ({ page }) => {
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
    await withPage(kernel, `${start()}#batch`, async ({ page, faults }) => {
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
    await withPage(kernel, `${start()}#batch`, async ({ page }) => {
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
    await withPage(kernel, `${start()}#batch`, async ({ page }) => {
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
    await withPage(kernel, `${start()}#batch`, async ({ page }) => {
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

  test('看得清、读得出：axe 明暗都没有问题', async () => {
    await withPage(kernel, start(), async ({ page }) => {
      await openDraft(page, draftOf({ name: '', templateId: 'middle' }));
      expect(await axeFaultsInBothThemes(page)).toEqual([]);
    });
  });
});

/** Turns a file into a PDF beside it. */
function toPdf(path: string, folder: string): void {
  execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, path], {
    env: { ...process.env, HOME: folder },
    stdio: 'ignore',
    timeout: 90_000,
  });
}

/** Whether LibreOffice is there with its word processor: a plain text shows it. */
function hasLibreOffice(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    writeFileSync(join(folder, 'plain.txt'), 'plain');
    toPdf(join(folder, 'plain.txt'), folder);
    if (existsSync(join(folder, 'plain.pdf'))) return true;
  } catch {
    // Absent: said below.
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log('没有装 LibreOffice Writer 和 pdftotext，跳过 Word 文件的核对。');
  return false;
}

test.skipIf(!hasLibreOffice())('Word 文件：LibreOffice 打开后文字和网页的一样', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'letter-'));
  try {
    await withPage(153, start(), async ({ page }) => {
      await openDraft(
        page,
        draftOf({ name: '', templateId: 'middle', fields: { name: '䶮㛃·示例' } }),
      );
      const meant = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.letter-title, .letter-paragraph'), (one) =>
          (one.textContent ?? '').replace(/\s/g, ''),
        ),
      );
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('text=下载 Word 文档'),
      ]);
      const path = join(folder, 'letter.docx');
      await download.saveAs(path);
      toPdf(path, folder);
      const pdf = join(folder, 'letter.pdf');
      const text = writtenText(
        execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }),
      ).replace(/\s/g, '');
      for (const one of meant) expect(text).toContain(writtenText(one));
      expect(text).toContain(writtenText('承诺人（䶮㛃·示例）签名：'));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
