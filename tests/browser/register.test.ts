import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { categories, grades } from '../../src/model/vocabulary.ts';
import { citedId } from '../../src/model/wall/wall.ts';
import {
  firstWall,
  middleRisk,
  risksOf,
  someCategoryAndGrade,
  thickestGrade,
} from '../fixtures/contentExamples.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears } from './support/onPage.ts';
import { printPage, textOf, writtenText } from './support/pdf.ts';
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
    const { category, grade, count } = someCategoryAndGrade(content);
    await withPage(kernel, start(), async ({ page }) => {
      await appears(page, '.register-table');
      await page.click('.register-heat > summary');
      const cell = page
        .locator('.heat')
        .nth(1)
        .locator('tbody tr')
        .nth(categories.indexOf(category))
        .locator('button')
        .nth(grades.indexOf(grade));
      expect(await cell.textContent()).toBe(String(count));
      await cell.click();
      expect(await page.textContent('.register-count strong')).toBe(String(count));
      expect(decodeURIComponent(page.url())).toContain(`category=${category}&grade=${grade}`);
      expect(await cell.getAttribute('aria-pressed')).toBe('true');
      await page.reload();
      await appears(page, '.register-table');
      expect(await page.textContent('.register-count strong')).toBe(String(count));
      await page.goBack();
      await page.waitForFunction(() => !location.search);
      await appears(page, '.register-table');
      expect(await page.textContent('.register-count strong')).not.toBe(String(count));
    });
  });

  test('浏览器自己的打印（Ctrl+P）也印出筛到的每一条，横排，屏上不留痕迹', async () => {
    const { wall, grade, risks } = thickestGrade(content);
    await withPage(kernel, `${start()}?wall=${wall.wall.id}&grade=${grade}`, async ({ page }) => {
      await appears(page, '.register-table');
      const pages = await printPage(page);
      const printed = pages.map(textOf).join('');
      for (const { id } of risks) expect(printed.includes(citedId(id)), id).toBe(true);
      expect(printed).toContain(writtenText(`共${risks.length}条`));
      for (const { widthMm } of pages) expect(widthMm).toBeCloseTo(297, 0);
      expect(await page.locator('.register-plain *').count()).toBe(0);
    });
  });

  test('表刚出来的那一刻打印，也是全的', async () => {
    await withPage(kernel, start(), async ({ page }) => {
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (!document.querySelector('.register-table')) return;
          observer.disconnect();
          dispatchEvent(new Event('beforeprint'));
        }).observe(document, { childList: true, subtree: true });
      });
      await page.reload();
      await appears(page, '.register-table');
      expect(await page.locator('.register-plain tbody tr').count()).toBe(risksOf(content).length);
    });
  });

  test('手机上一行一张卡片：编号、等级、风险点、表现都在屏内', async () => {
    await withPage(
      kernel,
      start(),
      async ({ page }) => {
        await appears(page, '.register-table');
        const outside = await page.evaluate(
          () =>
            Array.from(document.querySelectorAll('.register-table tbody tr:first-child td'))
              .map((cell) => cell.getBoundingClientRect())
              .filter(({ left, right }) => left < 0 || right > innerWidth).length,
        );
        expect(outside).toBe(0);
        expect(await page.isVisible('.register-table td.is-manifestation')).toBe(true);
        expect(await page.isVisible('.register-table td.is-grade')).toBe(true);
      },
      { viewport: { width: 390, height: 844 } },
    );
  });

  test('导出的就是筛出来的，先后也一样；印出来一条不少', async () => {
    const { wall, grade, risks } = thickestGrade(content);
    await withPage(
      kernel,
      `${start()}?wall=${wall.wall.id}&grade=${grade}&sort=-title&columns=id,title,grade,sign`,
      async ({ page, faults }) => {
        await appears(page, '.register-table');
        const ids = await shownIds(page);
        expect([...ids].sort()).toEqual(risks.map(({ id }) => citedId(id)).sort());
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

  test.each([
    ['A4', 297, 9],
    ['A3', 420, 10.5],
  ])(
    '汇总表印在 %s 上：每条一次，有措施和责任领导，环节合并，末页签字',
    async (paper, widthMm, pt) => {
      const { wall } = firstWall(content);
      await withPage(kernel, `${start()}?wall=${wall.id}`, async ({ page }) => {
        await appears(page, '.register-table');
        await page.selectOption('.register select:has(option:text-is("A3"))', paper);
        await page.evaluate(() => {
          window.print = () => {
            const sheets = [...document.querySelectorAll('.register .form-sheets > .form-sheet')];
            const texts = (selector: string) =>
              sheets.flatMap((sheet) =>
                Array.from(sheet.querySelectorAll(selector), (cell) => cell.textContent ?? ''),
              );
            Object.assign(window, {
              printed: {
                ids: texts('td.is-id'),
                steps: texts('td.is-step'),
                leaders: texts('td.is-leader'),
                controls: texts('td.is-controls'),
                signed: sheets.map((sheet) => (sheet.textContent ?? '').includes('填表人（签字）')),
                widths: sheets.map((sheet) => sheet.getBoundingClientRect().width),
                sizes: sheets.map((sheet) => parseFloat(getComputedStyle(sheet).fontSize)),
                free: sheets.map((sheet) => {
                  const body = sheet.querySelector('.form-body');
                  const last = body?.lastElementChild;
                  if (!body || !last) return -1;
                  const { top, bottom } = body.getBoundingClientRect();
                  return (bottom - last.getBoundingClientRect().bottom) / (bottom - top);
                }),
              },
            });
          };
        });
        await page.click('text=打印汇总表');
        const handle = await page.waitForFunction(() => 'printed' in window && window.printed);
        const printed = (await handle.jsonValue()) as Record<string, unknown[]>;
        const risks = wall.steps.flatMap((step) => step.risks);
        expect(printed['ids']).toEqual(risks.map(({ id }) => citedId(id)));
        expect(printed['leaders']).toEqual(
          risks.map(({ grade }) => content.bureau.data.answersFor[grade]),
        );
        expect(printed['controls']).toEqual(
          risks.map(({ controls }) =>
            controls.map(({ phase, by, text }) => `${phase}　${by}：${text}`).join('\n'),
          ),
        );
        // On each sheet the name of a step stands once.
        const sheets = printed['widths']?.length ?? 0;
        expect(printed['steps']?.length).toBeLessThan(wall.steps.length + sheets);
        expect(printed['signed']).toEqual(
          Array.from({ length: sheets }, (_, i) => i === sheets - 1),
        );
        for (const width of printed['widths'] ?? []) {
          expect((Number(width) / 96) * 25.4).toBeCloseTo(widthMm, 0);
        }
        for (const size of printed['sizes'] ?? [])
          expect((Number(size) / 96) * 72).toBeCloseTo(pt, 1);
        for (const free of printed['free'] ?? []) {
          expect(free).toBeGreaterThanOrEqual(0);
          expect(free).toBeLessThan(0.4);
        }
      });
    },
  );

  test('编号的固定地址落在那一条上，没有脚本也在', async () => {
    const { id } = middleRisk(content).risk;
    await withPage(kernel, `${start()}#${id}`, async ({ page }) => {
      await appears(page, `tr.is-target[data-id="${id}"]`);
    });
    await withPage(
      kernel,
      `${start()}#${id}`,
      async ({ page }) => {
        const text = await page.evaluate(() => document.querySelector(':target')?.textContent);
        expect(text).toContain(citedId(id));
      },
      { javaScriptEnabled: false },
    );
  });
});

test('预警通知单和整改回执：填上编号带出信号，各印一页', async () => {
  const { id, title } = middleRisk(content).risk;
  await withPage(153, `${site.home}warning/`, async ({ page }) => {
    await page.fill('[data-warning-id]', id);
    await page.dispatchEvent('[data-warning-id]', 'change');
    await page.waitForFunction(
      (wanted) => document.querySelector('[data-warning-said]')?.textContent?.includes(wanted),
      title,
    );
    // The browser's own command prints the same two sheets as the button, and no third.
    const sheets = await printPage(page);
    const texts = sheets.map(textOf);
    expect(sheets).toHaveLength(2);
    expect(texts[0]).toContain(writtenText(`发文单位：${content.bureau.data.disciplineOffice}`));
    expect(texts[0]).toContain(writtenText(`${citedId(id)}${title}`));
    expect(texts[1]).toContain('整改回执');
  });
});

test('台账 axe 没有问题，明暗都是', async () => {
  await withPage(153, `${start()}?wall=${firstWall(content).wall.id}`, async ({ page }) => {
    await appears(page, '.register-table');
    expect(await axeFaultsInBothThemes(page)).toEqual([]);
  });
});
