import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sampleNote } from '../../src/model/post/bureauWords.ts';
import { chartGeometryFaults } from './support/chartGeometry.ts';
import { kernels } from '../../src/print/browserFiles.ts';
import { content } from './support/content.ts';
import { describeInKernels } from './support/eachKernel.ts';
import { printPage, type PrintedPage } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { wallPages } from './support/sitePages.ts';
import { inWindow, settled } from './support/visit.ts';

interface PublishedWall {
  readonly slug: string;
  readonly steps: readonly {
    readonly name: string;
    readonly risks: readonly { readonly id: string }[];
  }[];
}
const { walls } = JSON.parse(readFileSync('dist/data/walls.json', 'utf8')) as {
  walls: readonly PublishedWall[];
};

const site = servedSite();

/** Size of the chart's smallest words as they stand on the screen, in px. */
const labelPx = (page: Page) =>
  page.evaluate(() => {
    const chart = document.querySelector<SVGSVGElement>('.chart-frame svg.flowchart');
    if (!chart) throw new Error('没有图');
    const scale = chart.getBoundingClientRect().width / chart.viewBox.baseVal.width;
    // A number in its disc is no word.
    const words = Array.from(chart.querySelectorAll('text:not(.number):not(.badge-number)'));
    return scale * Math.min(...words.map((text) => parseFloat(getComputedStyle(text).fontSize)));
  });

/** Texts that stand outside of the sheet's edge, with their place. */
const outside = (sheets: readonly PrintedPage[]) =>
  sheets.flatMap(({ texts }, i) =>
    texts
      .filter(({ xMm, yMm }) => !(xMm > 10 && xMm < 200 && yMm > 10 && yMm < 290))
      .map(({ text, xMm, yMm }) => `第 ${i + 1} 张 ${text}：${xMm}，${yMm}`),
  );

function expectWholePrint(sheets: readonly PrintedPage[], wall: PublishedWall): void {
  expect(sheets.length).toBeGreaterThan(3);
  for (const { widthMm, heightMm } of sheets) {
    expect([Math.round(widthMm), Math.round(heightMm)]).toEqual([210, 297]);
  }
  expect(outside(sheets)).toEqual([]);
  const printed = sheets.map(({ texts }) => texts.map(({ text }) => text).join('')).join('');
  // The PDF may name a sign by its radical: ⽤ for 用.
  const plain = printed.normalize('NFKC').replace(/\s/g, '');
  for (const { id } of wall.steps.flatMap(({ risks }) => risks)) {
    expect(plain.split(id.toUpperCase()).length - 1, id).toBe(1);
  }
  // 开始 stands on the chart before it stands anywhere else.
  const onChart = sheets.flatMap(({ texts }) => texts).find(({ text }) => text === '开始');
  expect(onChart?.sizePt).toBeGreaterThanOrEqual(7.95);
  const note = sampleNote({ isSample: true }).normalize('NFKC');
  expect(plain.includes(note)).toBe(content.bureau.data.isSample);
}

test('每一面墙都有一页，没有多的', () => {
  expect(walls.map(({ slug }) => `walls/${slug}/`).sort()).toEqual([...wallPages].sort());
});

/** The wall with most of something, and the one with least. */
const extremes = (figure: (wall: PublishedWall) => number) => {
  const sorted = [...walls].sort((a, b) => figure(a) - figure(b));
  return [sorted[0], sorted[sorted.length - 1]];
};

/**
 * All walls are printed in kernel 153. How a kernel breaks sheets and sets type is the same on every
 * wall, so the old ones print those that ask most of it: by steps, by risks, by risks on one step.
 */
const printedInOldKernels = new Set([
  ...extremes(({ steps }) => steps.length),
  ...extremes(({ steps }) => steps.flatMap(({ risks }) => risks).length),
  ...extremes(({ steps }) => Math.max(...steps.map(({ risks }) => risks.length))),
]);

describeInKernels('防控墙', kernels, (kernel) => {
  const isPrinted = (wall: PublishedWall) => kernel === 153 || printedInOldKernels.has(wall);

  test.each(walls.map((wall) => [wall.slug, wall] as const))(
    '%s 打开没有报错；图上的字不出框、不压线、不小于 12 像素，框不重叠',
    async (slug, wall) => {
      await inWindow(kernel, `${site.home}walls/${slug}/`, async ({ page, faults }) => {
        expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
        await settled(page);
        expect(faults).toEqual([]);
        expect(await page.evaluate(chartGeometryFaults, undefined)).toEqual([]);
        expect(await labelPx(page)).toBeGreaterThanOrEqual(11.99);
        if (!isPrinted(wall)) return;
        // A4, nothing is lost, labels of 8 pt or more, no word outside of the sheet.
        expectWholePrint(await printPage(page), wall);
        expect(faults, '打印以后').toEqual([]);
      });
    },
  );

  test('至少印了三面墙', () => {
    expect(walls.filter(isPrinted).length).toBeGreaterThanOrEqual(Math.min(3, walls.length));
  });
});
