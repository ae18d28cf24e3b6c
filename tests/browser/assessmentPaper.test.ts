import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerByKeys, begin, post } from './support/assessmentPage.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears } from './support/onPage.ts';
import { printPage, textOf, writtenText } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const start = () => `${site.home}self-assessment/`;

describeInKernels('自查印出来、存出来', fullKernels, (kernel) => {
  test('印出的排查表：每一条正好一次，每页有表头和页码，校验码和文件一致', async () => {
    await withPage(kernel, start() + post, async ({ page }) => {
      const count = await begin(page);
      await page.fill('#head-name', '样例');
      await answerByKeys(page, 0, count);
      await page.click('.record-views >> text=打印排查表');
      await appears(page, '.form-sheets .form-sheet');
      const code = await page.textContent('.no-print .code');
      const sheets = await printPage(page);
      const texts = sheets.map(textOf);
      // No sheet holds twelve risks.
      expect(sheets.length).toBeGreaterThan(count / 12);
      texts.forEach((text, i) => {
        expect(text).toContain(`第${i + 1}页共${sheets.length}页`);
        expect(text).toContain('权力事项和环节');
        expect(text).toContain(`校验码${code}`);
      });
      for (const { widthMm, heightMm } of sheets) {
        expect(widthMm).toBeCloseTo(210, 0);
        expect(heightMm).toBeCloseTo(297, 0);
      }
      const all = texts.join('');
      const ids = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.form-sheets [data-row]'), (row) =>
          (row.getAttribute('data-row') ?? '').toUpperCase(),
        ),
      );
      expect(new Set(ids).size).toBe(count);
      for (const id of ids) expect(all.split(id).length - 1, id).toBe(1);
      for (const name of content.bureau.data.signatures.personForm) {
        expect(texts[texts.length - 1]).toContain(writtenText(name));
      }
      // Nothing reaches over the edge of its sheet.
      const cut = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.form-sheets .form-body')).some(
          (body) => body.scrollHeight > body.clientHeight + 1,
        ),
      );
      expect(cut).toBe(false);

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.keyboard.press('Control+s'),
      ]);
      const path = await download.path();
      const file = readFileSync(path);
      await page.goto(`${site.home}verify/`);
      await appears(page, '[data-verify] .code');
      await page.locator('[data-verify] input[type="file"]').setInputFiles({
        name: 'x.json',
        mimeType: 'application/json',
        buffer: file,
      });
      await page.fill('[data-verify] .code', (code ?? '').toLowerCase());
      await expect.poll(() => page.textContent('[data-verify]')).toContain('一致。');
      await page.locator('[data-verify] input[type="file"]').setInputFiles({
        name: 'y.json',
        mimeType: 'application/json',
        buffer: Buffer.from(file.toString().replace('"name": "样例"', '"name": "别人"')),
      });
      await expect.poll(() => page.textContent('[data-verify]')).toContain('不一致。');
    });
  });

  test('单位的表横着印，带职权依据、责任领导、填表人；全空白的只有格子，签字栏上面还有三行', async () => {
    await withPage(kernel, start() + post, async ({ page }) => {
      await begin(page);
      await page.fill('#head-name', '样例');
      await page.click('.record-views >> text=打印排查表');
      await appears(page, '.form-sheets .form-sheet');
      await page.selectOption('label:has-text("版本") select', '单位版');
      const unit = await printPage(page);
      expect(Math.round(unit[0]?.widthMm ?? 0)).toBe(297);
      const text = unit.map(textOf).join('');
      for (const head of ['职权依据', '工作环节', '责任领导', '联系电话', '主要负责人'])
        expect(text.includes(head), head).toBe(true);
      expect(text.includes(content.bureau.data.answersFor.一类)).toBe(true);

      await page.selectOption('label:has-text("版本") select', '个人版');
      await page.selectOption('label:has-text("内容") select', '全空白');
      const [empty] = (await printPage(page)).map(textOf);
      for (const head of ['政治面貌', '任现职时间', '行使的职权', '自评等级', '核定等级'])
        expect(empty?.includes(head), head).toBe(true);
      expect(/W\d\d-R\d\d|样例/.test(empty ?? '')).toBe(false);
      const rowsWithSignatures = await page.evaluate(
        () =>
          document
            .querySelector('.form-sheets .form-end')
            ?.parentElement?.querySelectorAll('tbody tr').length,
      );
      expect(rowsWithSignatures).toBeGreaterThanOrEqual(3);
    });
  });

  test('单位的表：同一事项、环节、依据合成一格，每条一次，不出格，控制在张数之内', async () => {
    await withPage(kernel, start() + post, async ({ page }) => {
      const count = await begin(page);
      await page.click('.record-views >> text=打印排查表');
      await appears(page, '.form-sheets .form-sheet');
      await page.selectOption('label:has-text("版本") select', '单位版');
      for (const [paper, controls, risksOnSheet] of [
        ['A4', '不印', 5],
        ['A4', '各印一条', 3.8],
        // Fifty risks on seven sheets.
        ['A3', '各印一条', 50 / 7],
      ] as const) {
        await page.selectOption('label:has-text("纸张") select', paper);
        await page.selectOption('label:has-text("防控措施") select', controls);
        const sheets = await printPage(page);
        expect(sheets.length).toBeLessThanOrEqual(Math.ceil(count / risksOnSheet));
        expect(Math.round(sheets[0]?.widthMm ?? 0)).toBe(paper === 'A3' ? 420 : 297);
        const all = sheets.map(textOf).join('');
        const seen = await page.evaluate(() => {
          const bodies = [...document.querySelectorAll('.form-sheets .form-body')];
          const rows = [...document.querySelectorAll('.form-sheets [data-row]')];
          const text = (cell: Element) => cell.textContent ?? '';
          return {
            cut: bodies.filter((body) => body.scrollHeight > body.clientHeight + 1).length,
            ids: rows.map((row) => (row.getAttribute('data-row') ?? '').toUpperCase()),
            merged: rows.filter((row) => row.querySelector('td[rowspan]:not([rowspan="1"])'))
              .length,
            full: rows.filter((row) => row.children.length === rows[0]?.children.length).length,
            firsts: bodies.map((body) =>
              Array.from(body.querySelectorAll('tbody tr:first-child td'), text),
            ),
          };
        });
        expect(seen.cut).toBe(0);
        expect(new Set(seen.ids).size).toBe(count);
        for (const id of seen.ids) expect(all.split(id).length - 1, id).toBe(1);
        expect(seen.merged).toBeGreaterThan(0);
        expect(seen.full).toBeLessThan(count);
        // Every sheet says anew which item and which step its first row is of.
        for (const cells of seen.firsts.filter((one) => one.length > 0)) {
          expect(cells[1]).not.toBe('');
          expect(cells[3]).not.toBe('');
        }
      }
    });
  });

  test('表里的字五号，类别、等级、落实不在词中间断开', async () => {
    await withPage(kernel, start() + post, async ({ page }) => {
      const count = await begin(page);
      await answerByKeys(page, 0, 3);
      await page.click('.record-views >> text=打印排查表');
      await appears(page, '.form-sheets .form-sheet');
      const sheets = await printPage(page);
      expect(sheets.length).toBeLessThanOrEqual(Math.ceil((count / 50) * 7) + 1);
      const texts = sheets.flatMap((sheet) => sheet.texts);
      for (const word of ['权力风险', '管理风险'])
        expect(texts.filter((one) => one.text.endsWith(word.slice(0, 3)))).toEqual([]);
    });
  });

  test('存成 Excel 和 CSV 都带着每一条', async () => {
    await withPage(kernel, start() + post, async ({ page }) => {
      const count = await begin(page);
      await page.click('.record-views >> text=打印排查表');
      await appears(page, '.form-sheets .form-sheet');
      const save = async (name: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.click(`text=${name}`),
        ]);
        return readFileSync(await download.path());
      };
      const csv = (await save('存为 CSV')).toString();
      expect(csv.startsWith('\uFEFF序号,')).toBe(true);
      expect(csv.match(/^\d+,/gm)).toHaveLength(count);
      const workbook = await save('存为 Excel');
      expect(workbook.subarray(0, 2).toString()).toBe('PK');
      expect(workbook.length).toBeGreaterThan(5_000);
    });
  });
});
