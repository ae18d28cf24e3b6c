import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { citedId, placedRisks } from '../../src/model/wall/wall.ts';
import { wallsOf } from '../fixtures/contentExamples.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { printPage, textOf, writtenText } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { inWindow, withPage } from './support/visit.ts';

const site = servedSite();
const walls = wallsOf(content);
const paper = (slug: string, query = '') => `${site.home}walls/${slug}/print/${query}`;
const squeezed = (text: string) => writtenText(text).replace(/\s/g, '');
const [first] = walls;
if (!first) throw new Error('没有墙可印');
const risksOn = ({ wall }: typeof first) => placedRisks(wall).map(({ risk }) => risk);
const fullest = [...walls].sort((a, b) => risksOn(b).length - risksOn(a).length)[0] ?? first;

const ready = (page: Page) =>
  page.waitForSelector('[data-paper-ready]', { state: 'attached' }).then(() =>
    page.evaluate(() => ({
      pages: Number(
        document.querySelector<HTMLElement>('[data-paper-desk]')?.dataset['paperPages'],
      ),
      // A sheet that holds more than has room on it loses it on paper.
      overfull: Array.from(document.querySelectorAll('.wall-sheets .form-body')).filter(
        (body) => body.scrollHeight > body.clientHeight + 1,
      ).length,
    })),
  );

describeInKernels('一面墙印在 A4 上', fullKernels, (kernel) => {
  test('从墙上点“打印”：先一张图，后面是表，每条风险点、每项要求、每道措施各一次，页码连着', async () => {
    await withPage(kernel, `${site.home}walls/${fullest.slug}/`, async ({ page, faults }) => {
      await Promise.all([
        page.waitForURL(/\/print\/$/),
        page.click('.wall-header a[href$="/print/"]'),
      ]);
      const { pages: count } = await ready(page);
      const pages = await printPage(page);
      expect(pages).toHaveLength(count);
      const printed = pages.map(textOf);
      const all = printed.join('');
      for (const [i, text] of printed.entries())
        expect(text.includes(squeezed(`第 ${i + 1} 页 共 ${count} 页`)), `第 ${i + 1} 页`).toBe(
          true,
        );
      for (const { name, requirements, risks } of fullest.wall.steps) {
        for (const text of [name, ...requirements])
          expect(all.includes(squeezed(text)), text).toBe(true);
        for (const { id, manifestation, cause, controls } of risks) {
          expect(all.split(citedId(id)), id).toHaveLength(2);
          for (const text of [manifestation, cause, ...controls.map((one) => one.text)])
            expect(all.includes(squeezed(text)), `${id} ${text}`).toBe(true);
        }
      }
      const sizes = pages.flatMap(({ texts }) => texts.map(({ sizePt }) => sizePt));
      expect(Math.min(...sizes)).toBeGreaterThan(7.9);
      for (const { texts, widthMm, heightMm } of pages)
        for (const { xMm, yMm } of texts) {
          expect(xMm).toBeGreaterThan(5);
          expect(xMm).toBeLessThan(widthMm - 5);
          expect(yMm).toBeLessThan(heightMm - 3);
        }
      expect(faults).toEqual([]);
    });
  });

  test('只印一个等级、一步：别的不印，页眉写明印的是哪些', async () => {
    const grave = risksOn(first).filter(({ grade }) => grade === '一类');
    await withPage(kernel, paper(first.slug, '?part=grade-1'), async ({ page }) => {
      await ready(page);
      const all = (await printPage(page)).map(textOf).join('');
      for (const { id, grade } of risksOn(first))
        expect(all.includes(citedId(id)), id).toBe(grade === '一类');
      expect(all.includes(squeezed('只印：▲一类'))).toBe(true);
      expect(await page.textContent('[data-paper-told]')).toContain(`${grave.length} 个风险点`);
      await page.selectOption('[name="part"]', 'step-1');
      const one = (await printPage(page)).map(textOf).join('');
      for (const { risk, stepNumber } of placedRisks(first.wall))
        expect(one.includes(citedId(risk.id)), risk.id).toBe(stepNumber === 1);
    });
  });

  test('简表：每一步一行，每条风险点的名称都在', async () => {
    await withPage(kernel, paper(fullest.slug, '?form=brief'), async ({ page }) => {
      const { overfull } = await ready(page);
      expect(overfull).toBe(0);
      const all = (await printPage(page)).map(textOf).join('');
      for (const { title } of risksOn(fullest))
        expect(all.includes(squeezed(title)), title).toBe(true);
    });
  });
});

describeInKernels('全部墙印在 A4 上', [153], (kernel) => {
  test('没有一张印不下；全表 40 个风险点以内的不超过 10 页，简表都不超过 6 页', async () => {
    for (const named of walls) {
      await inWindow(kernel, paper(named.slug), async ({ page }) => {
        const { pages, overfull } = await ready(page);
        expect(overfull, named.slug).toBe(0);
        if (risksOn(named).length <= 40) expect(pages, named.slug).toBeLessThanOrEqual(10);
        await page.selectOption('[name="form"]', 'brief');
        const brief = await ready(page);
        expect(brief.overfull, named.slug).toBe(0);
        expect(brief.pages, named.slug).toBeLessThanOrEqual(6);
      });
    }
  });

  test('没有脚本也印得下：一条不少', async () => {
    await withPage(
      kernel,
      paper(first.slug),
      async ({ page }) => {
        const all = (await printPage(page)).map(textOf).join('');
        for (const { id, manifestation } of risksOn(first)) {
          expect(all.includes(citedId(id)), id).toBe(true);
          expect(all.includes(squeezed(manifestation)), id).toBe(true);
        }
      },
      { javaScriptEnabled: false },
    );
  });

  test('深色里看到的也是纸：图上的字是黑的，底是白的', async () => {
    await withPage(
      kernel,
      paper(first.slug),
      async ({ page }) => {
        await ready(page);
        const seen = await page.evaluate(() => {
          const fill = (selector: string) => {
            const part = document.querySelector(`.wall-sheets .wall-chart-sheet ${selector}`);
            return part ? getComputedStyle(part).fill : '';
          };
          return [fill('text'), fill('.decision polygon')];
        });
        expect(seen).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
      },
      { colorScheme: 'dark' },
    );
  });

  test('页面没有无障碍问题', async () => {
    await withPage(kernel, paper(first.slug), async ({ page }) => {
      await ready(page);
      expect(await axeFaultsInBothThemes(page)).toEqual([]);
    });
  });
});
