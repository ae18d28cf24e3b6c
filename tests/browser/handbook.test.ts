import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { citedId, placedRisks, wallTitle } from '../../src/model/wall/wall.ts';
import { wallsOf } from '../fixtures/contentExamples.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { says } from './support/onPage.ts';
import { printPage, textOf, writtenText } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const walls = wallsOf(content);
const risksOn = ({ wall }: (typeof walls)[number]) => placedRisks(wall).map(({ risk }) => risk);
const squeezed = (text: string) => writtenText(text).replace(/\s/g, '');
/** Two walls that are quick to lay, not beside each other. */
const chosen = [...walls]
  .sort((a, b) => risksOn(a).length - risksOn(b).length)
  .slice(0, 2)
  .sort((a, b) => a.wall.id.localeCompare(b.wall.id));
const chosenQuery = `?make=1&walls=${chosen.map(({ wall }) => wall.id).join(',')}`;

/** Waits for the book. @returns its sheets as told, and those that hold more than has room on them. */
async function laid(page: Page): Promise<{ pages: number; overfull: string[] }> {
  await page.waitForSelector('[data-book-ready]', { state: 'attached', timeout: 60_000 });
  return page.evaluate(() => ({
    pages: Number(document.querySelector<HTMLElement>('[data-book-desk]')?.dataset['bookReady']),
    overfull: Array.from(document.querySelectorAll('.book .form-body, .book .form-sheet'))
      .filter((part) => part.scrollHeight > part.clientHeight + 1)
      .map((part) => part.closest('.form-sheet')?.getAttribute('aria-label') ?? ''),
  }));
}

describeInKernels('手册', fullKernels, (kernel) => {
  test('选两面墙排成一本：目录的页码翻得到，章从单页起，每条风险点一次，别的墙不在里面', async () => {
    await withPage(kernel, `${site.home}handbook/`, async ({ page, faults }) => {
      await page.selectOption('[name="part"]', 'chosen');
      for (const { slug } of walls) {
        const isWanted = chosen.some((one) => one.slug === slug);
        await page.evaluate(
          ([value, isChecked]) => {
            const box = document.querySelector<HTMLInputElement>(`input[value="${String(value)}"]`);
            if (box && box.checked !== isChecked) box.click();
          },
          [slug, isWanted] as const,
        );
      }
      await page.fill('[name="year"]', '2031');
      await page.click('[data-book-make]');
      const { pages: count, overfull } = await laid(page);
      expect(overfull).toEqual([]);
      const printed = (await printPage(page)).map(textOf);
      expect(printed).toHaveLength(count);
      const [cover = '', , contents = ''] = printed;
      expect(cover.includes('2031年'), '封面年份').toBe(true);
      expect(cover.includes(squeezed(content.bureau.data.name)), '封面单位').toBe(true);
      for (const [i, text] of printed.entries())
        if (i > 0 && text !== '')
          expect(text.includes(squeezed(`第 ${i + 1} 页 共 ${count} 页`)), `第 ${i + 1} 页`).toBe(
            true,
          );
      for (const { wall } of chosen) {
        const name = squeezed(`${citedId(wall.id)}${wall.powerItem}`);
        const number = Number(new RegExp(`${name}(\\d+?)(?=\\D|W\\d\\d)`).exec(contents)?.[1]);
        expect(number % 2, `${name} 在第 ${number} 页`).toBe(1);
        const chapter = printed[number - 1] ?? '';
        expect(chapter.includes(squeezed(wall.powerItem)), `第 ${number} 页是${name}`).toBe(true);
        expect(chapter.includes(squeezed(`编号${citedId(wall.id)}`)), `第 ${number} 页`).toBe(true);
      }
      const all = printed.join('');
      for (const named of walls) {
        const times = chosen.includes(named) ? 2 : 1;
        for (const { id } of risksOn(named)) expect(all.split(citedId(id)), id).toHaveLength(times);
      }
      expect(faults).toEqual([]);
    });
  });

  test('A5：一条一条往下排，字不小于 8 磅，原因、措施、惩处和岗位都在', async () => {
    await withPage(kernel, `${site.home}handbook/${chosenQuery}&size=a5`, async ({ page }) => {
      const { overfull } = await laid(page);
      expect(overfull).toEqual([]);
      const pages = await printPage(page);
      for (const { widthMm, heightMm } of pages) {
        expect(widthMm).toBeCloseTo(148, 0);
        expect(heightMm).toBeCloseTo(210, 0);
      }
      const all = pages.map(textOf).join('');
      for (const named of chosen) {
        for (const { id, cause, controls } of risksOn(named)) {
          expect(all.split(citedId(id)), id).toHaveLength(2);
          for (const text of [cause, ...controls.map((one) => one.text)])
            expect(all.includes(squeezed(text)), `${id} ${text}`).toBe(true);
        }
      }
      // A chart that half a sheet would make too small goes on: each step once, nothing cut through.
      for (const { wall } of chosen) {
        const charts = await page.evaluate((title) => {
          const sheets = Array.from(document.querySelectorAll('.book .wall-chart-sheet')).filter(
            (sheet) => sheet.querySelector('.form-title')?.textContent?.startsWith(title),
          );
          return {
            texts: sheets.flatMap((sheet) =>
              Array.from(
                sheet.querySelectorAll('.wall-sheet-chart text'),
                (text) => text.textContent ?? '',
              ),
            ),
            smallest: Math.min(
              ...sheets.flatMap((sheet) => {
                const svg = sheet.querySelector<SVGSVGElement>('.wall-sheet-chart svg');
                const scale =
                  (svg?.getBoundingClientRect().width ?? 0) / (svg?.viewBox.baseVal.width ?? 1);
                return Array.from(
                  svg?.querySelectorAll('text') ?? [],
                  (text) => parseFloat(getComputedStyle(text).fontSize) * scale * 0.75,
                );
              }),
            ),
            cut: sheets.flatMap((sheet) => {
              const frame = sheet.querySelector('.wall-sheet-chart svg')?.getBoundingClientRect();
              return Array.from(
                sheet.querySelectorAll('.wall-sheet-chart text, .wall-sheet-chart rect'),
              )
                .filter((part) => {
                  const { top, bottom } = part.getBoundingClientRect();
                  return !frame || top < frame.top - 1 || bottom > frame.bottom + 1;
                })
                .map((part) => part.textContent ?? '');
            }),
          };
        }, wallTitle(wall));
        expect(charts.cut).toEqual([]);
        expect(charts.smallest).toBeGreaterThan(7);
        for (const { name } of wall.steps)
          expect(charts.texts.join('').split(name).length - 1, name).toBeGreaterThanOrEqual(1);
        expect(charts.texts.filter((text) => text === '办结' || text === '开始').length).toBe(2);
      }
      // The chart is drawn to the size of the sheet; all else is set.
      const set = pages.filter((sheet) => !/权力事项|流程接上页/.test(textOf(sheet)));
      const sizes = set.flatMap(({ texts }) => texts.map(({ sizePt }) => sizePt));
      expect(Math.min(...sizes)).toBeGreaterThan(7.9);
    });
  });
});

describeInKernels('整本手册', [153], (kernel) => {
  test('全部墙排得下：没有一张装不下，每条风险点在里面，岗位索引写的页上真有这个岗位的风险', async () => {
    await withPage(kernel, `${site.home}handbook/?make=1`, async ({ page }) => {
      const { overfull } = await laid(page);
      expect(overfull).toEqual([]);
      const ids = await page.evaluate(() =>
        Array.from(
          document.querySelectorAll<HTMLElement>('.book tr[data-risk]'),
          ({ dataset }) => dataset['risk'] ?? '',
        ),
      );
      expect(ids.sort()).toEqual(
        walls
          .flatMap(risksOn)
          .map(({ id }) => id)
          .sort(),
      );
      const wrong = await page.evaluate(() => {
        const sheets = Array.from(document.querySelectorAll('.book .form-sheet'));
        const index = sheets.filter(
          (sheet) => sheet.querySelector('[data-book-running]')?.textContent === '按岗位查页',
        );
        const lines = index.flatMap((sheet) => Array.from(sheet.querySelectorAll('p.book-row')));
        const bad = lines.filter((line) => {
          const [name = '', pages = ''] = Array.from(line.children, (one) => one.textContent ?? '');
          const department = line.parentElement?.querySelector('b')?.textContent ?? '';
          const [first = '0'] = pages.split(/[、–]/);
          const text = sheets[Number(first) - 1]?.textContent?.replace(/\s+/g, '') ?? '';
          return (
            !text.includes(department.replace(/\s/g, '')) ||
            !text.includes(name.split('（')[0] ?? '')
          );
        });
        return { lines: lines.length, bad: bad.map((line) => line.textContent) };
      });
      expect(wrong.lines).toBeGreaterThan(50);
      expect(wrong.bad).toEqual([]);
    });
  });

  test('有一面墙取不到：说是哪一面、怎么办，不留半本；改了选择，排好的就收走', async () => {
    const [first] = chosen;
    await withPage(kernel, `${site.home}handbook/${chosenQuery}`, async ({ page }) => {
      await laid(page);
      await page.selectOption('[name="form"]', 'brief');
      expect(await page.evaluate(() => document.querySelectorAll('.book .form-sheet').length)).toBe(
        0,
      );
      expect(await page.isDisabled('[data-book-print]')).toBe(true);
      await page.route(`**/walls/${first?.slug ?? ''}/print/`, (route) =>
        route.fulfill({ status: 404, body: '' }),
      );
      await page.click('[data-book-make]');
      await says(page, '这面墙没有取到');
      expect(await page.textContent('[data-book-told]')).toContain(first?.wall.powerItem);
      expect(await page.evaluate(() => document.querySelectorAll('.book .form-sheet').length)).toBe(
        0,
      );
      expect(await page.isDisabled('[data-book-print]')).toBe(true);
    });
  });

  test('页面没有无障碍问题', async () => {
    await withPage(kernel, `${site.home}handbook/${chosenQuery}`, async ({ page }) => {
      await laid(page);
      expect(await axeFaultsInBothThemes(page)).toEqual([]);
    });
  });
});
