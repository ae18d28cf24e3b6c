import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { commonDepartment, wallsOf } from '../fixtures/contentExamples.ts';
import { fields, letterCases, promise } from '../fixtures/letterCases.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears } from './support/onPage.ts';
import { printPage, textOf, writtenText, type PrintedPage } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { settled, withPage } from './support/visit.ts';

const site = servedSite();
const start = () => `${site.home}commitment/`;

const department = commonDepartment(content).name;

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
