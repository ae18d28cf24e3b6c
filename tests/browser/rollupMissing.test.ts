import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { appears, overflowOf, says } from './support/onPage.ts';
import { printPage, textOf } from './support/pdf.ts';
import { bureau, records, roster, systemFiles, takeAll } from './support/rollupOffice.ts';
import { servedSite } from './support/servedSite.ts';
import { goToPart } from './support/takenIn.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const start = () => `${site.home}rollup/`;

describe('谁没交、存和比', () => {
  test('名单印在纸上，一行一个人，一个不少', async () => {
    await withPage(153, start(), async ({ page }) => {
      await takeAll(page, [...records, roster()]);
      await goToPart(page, 'missing');
      await appears(page, '.form-sheets .form-sheet');
      const pdf = (await printPage(page)).map(textOf).join('');
      for (const { name, record } of bureau.people) {
        if (!record) expect(pdf, name).toContain(name);
      }
    });
  });

  test('催交的话选一个处室就有，只点这个处室没交的人；全部选中可以复制', async () => {
    await withPage(153, start(), async ({ page }) => {
      await takeAll(page, [...records, roster()]);
      await goToPart(page, 'missing');
      const late = bureau.people.find(({ record }) => !record);
      if (!late) throw new Error('人人都交了');
      await appears(page, '.rollup-missing select');
      await page.selectOption('.rollup-missing select', late.department);
      const text = await page.inputValue('#rollup-reminder');
      expect(text).toContain(late.name);
      for (const { name, department, record } of bureau.people) {
        if (!record && department !== late.department) expect(text).not.toContain(name);
      }
      await page.click('text=全部选中');
      expect(await page.evaluate(() => getSelection()?.toString())).toBe(text);
    });
  });

  test('不含姓名的文件里一个姓名也没有，当作上期来比就有对照', async () => {
    await withPage(153, start(), async ({ page }) => {
      await takeAll(page, [...records, roster()]);
      await goToPart(page, 'keep');
      await appears(page, '#rollup-save');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('text=存成不含姓名的文件'),
      ]);
      const text = readFileSync(await download.path(), 'utf8');
      expect(bureau.people.filter(({ name }) => text.includes(name))).toEqual([]);
      await page.setInputFiles('section[aria-labelledby="rollup-compare"] input', {
        name: '上期.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
      await says(page, '两期对照（按处室）');
      // Held beside itself nothing has changed: what is open is still open.
      const sum = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.form-sheets tr.is-sum td'), (cell) =>
          Number(cell.textContent),
        ),
      );
      expect(sum.filter((count) => count > 0)).toHaveLength(1);
    });
  });

  test.each([
    [1366, 768],
    [390, 844],
  ])('%i×%i：每一部分都没有无障碍的毛病，不用左右拖', async (width, height) => {
    await withPage(
      153,
      start(),
      async ({ page, faults }) => {
        // Some names are written another way: their rows ask whose they are.
        const dotted = roster((name, i) =>
          i % 4 === 0 ? `${name.slice(0, 1)}·${name.slice(1)}` : name,
        );
        await takeAll(page, [...records.slice(0, 20), ...systemFiles, dotted]);
        await appears(page, '.rollup-whose');
        for (const part of ['take', 'missing', 'keep']) {
          await goToPart(page, part);
          await appears(page, '.rollup h2, .rollup-missing .form-sheets');
          expect(await axeFaultsInBothThemes(page), part).toEqual([]);
          expect(await overflowOf(page), part).toBeLessThanOrEqual(0);
        }
        expect(faults).toEqual([]);
      },
      { viewport: { width, height } },
    );
  });
});
