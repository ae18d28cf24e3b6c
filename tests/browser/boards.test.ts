import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { boardDensities, boardSizes } from '../../src/model/paper/board.ts';
import { wallsOf } from '../fixtures/contentExamples.ts';
import { content } from './support/content.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { printPage, textOf, writtenText } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { inWindow, withPage } from './support/visit.ts';

const site = servedSite();
const walls = wallsOf(content);
/** The wall with most risks has the smallest text. */
const fullest = [...walls].sort(
  (a, b) =>
    b.wall.steps.flatMap(({ risks }) => risks).length -
    a.wall.steps.flatMap(({ risks }) => risks).length,
)[0];
const [first] = walls;
if (!fullest || !first) throw new Error('没有墙可印');
const board = (slug: string, query: string) => `${site.home}walls/${slug}/board/?${query}`;
const squeezed = (text: string) => writtenText(text).replace(/\s/g, '');

async function ready(page: Page): Promise<number> {
  await page.waitForSelector('[data-board-ready]', { state: 'attached', timeout: 60_000 });
  return page.evaluate(() =>
    Number(document.querySelector<HTMLElement>('[data-board-desk]')?.dataset['boardText']),
  );
}

/** Parts whose text does not fit into them or lies outside the board. */
const clipped = (page: Page) =>
  page.evaluate(() => {
    const sheet = document.querySelector('[data-board]');
    if (!sheet) return ['没有展板'];
    const edge = sheet.getBoundingClientRect();
    return Array.from(sheet.querySelectorAll('p, li, h2, .board-step'))
      .filter((part) => {
        const { left, right, top, bottom, width } = part.getBoundingClientRect();
        if (width === 0) return false;
        return (
          left < edge.left - 1 ||
          right > edge.right + 1 ||
          top < edge.top - 1 ||
          bottom > edge.bottom + 1
        );
      })
      .map((part) => (part.textContent ?? '').slice(0, 20));
  });

describeInKernels('展板', fullKernels, (kernel) => {
  test('最长的一面墙：走廊板不小于 20 磅，存档板不小于 14 磅，什么也没有切掉', async () => {
    for (const [density, least] of [
      ['lite', 20],
      ['full', 14],
    ] as const) {
      await withPage(
        kernel,
        board(fullest.slug, `density=${density}&size=900x1200`),
        async ({ page, faults }) => {
          expect(await ready(page)).toBeGreaterThanOrEqual(least);
          expect(await clipped(page)).toEqual([]);
          expect(faults).toEqual([]);
        },
      );
    }
  });

  test('存档板印成一张纸：大小不差，每一步、每条风险点的名称和表现都在，各一次', async () => {
    const { slug, wall } = fullest;
    await withPage(kernel, board(slug, 'density=full&size=900x1200'), async ({ page }) => {
      await ready(page);
      const sheets = await printPage(page);
      expect(
        sheets.map(({ widthMm, heightMm }) => [Math.round(widthMm), Math.round(heightMm)]),
      ).toEqual([[boardSizes['900x1200'].widthMm, boardSizes['900x1200'].heightMm]]);
      const printed = sheets.map(textOf).join('');
      for (const { name, requirements, risks } of wall.steps) {
        for (const text of [name, ...requirements])
          expect(printed.includes(squeezed(text)), text).toBe(true);
        for (const { manifestation } of risks)
          expect(printed.split(squeezed(manifestation)).length, manifestation).toBe(2);
      }
    });
  });

  test('走廊板：一类写全或写名称，别的写名称，没有一条不在', async () => {
    const { slug, wall } = first;
    await withPage(kernel, board(slug, 'density=lite&size=a0&ink=mono'), async ({ page }) => {
      await ready(page);
      const printed = (await printPage(page)).map(textOf).join('');
      for (const { risks } of wall.steps)
        for (const { title } of risks) expect(printed.includes(squeezed(title)), title).toBe(true);
    });
  });

  test('换纸、换密度当场重排，网址带得走；加出血和裁切线，纸大一圈，板不变', async () => {
    const { slug } = first;
    await withPage(kernel, board(slug, 'size=a3'), async ({ page }) => {
      const small = await ready(page);
      expect(await page.textContent('[data-board-told]')).toContain('换大一号的纸');
      await page.selectOption('[name="size"]', '600x900');
      const large = await ready(page);
      expect(large).toBeGreaterThan(small);
      await page.check('[name="crop"]');
      const [sheet] = await printPage(page);
      expect(Math.round(sheet?.widthMm ?? 0)).toBe(620);
      expect(Math.round(sheet?.heightMm ?? 0)).toBe(920);
      expect(await clipped(page)).toEqual([]);
    });
  });
});

describeInKernels('展板，全部墙', [153], (kernel) => {
  test('每面墙的走廊板都不小于 20 磅，没有切掉的字', { timeout: 180_000 }, async () => {
    for (const { slug } of walls) {
      await inWindow(kernel, board(slug, 'density=lite'), async ({ page }) => {
        expect(await ready(page), slug).toBeGreaterThanOrEqual(boardDensities.lite.leastPt);
        expect(await clipped(page), slug).toEqual([]);
      });
    }
  });

  test('每面墙的存档板都不小于 14 磅，没有切掉的字', { timeout: 180_000 }, async () => {
    for (const { slug } of walls) {
      await inWindow(kernel, board(slug, 'density=full'), async ({ page }) => {
        expect(await ready(page), slug).toBeGreaterThanOrEqual(boardDensities.full.leastPt);
        expect(await clipped(page), slug).toEqual([]);
      });
    }
  });

  test('页面没有无障碍问题', async () => {
    await withPage(kernel, board(first.slug, 'size=a3'), async ({ page }) => {
      await ready(page);
      expect(await axeFaultsInBothThemes(page)).toEqual([]);
    });
  });
});
