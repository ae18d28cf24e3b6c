import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kernels } from './support/browserFiles.ts';
import { printPage } from './support/pdf.ts';
import { serveSite, withPage, type Site } from './support/site.ts';

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

let site: Site;
beforeAll(async () => {
  site = await serveSite('dist');
});
afterAll(() => site.close());

describe.each(kernels)('打印，内核 %i', (kernel) => {
  test.each(walls.map((wall) => [wall.slug, wall] as const))(
    '%s 印成 A4：一条不少，图上的字不小于 8 磅，没有字印到纸外',
    async (slug, wall) => {
      await withPage(kernel, `${site.home}walls/${slug}/`, async ({ page }) => {
        const sheets = await printPage(page);
        expect(sheets.length).toBeGreaterThan(3);
        for (const { widthMm, heightMm, texts } of sheets) {
          expect(Math.round(widthMm)).toBe(210);
          expect(Math.round(heightMm)).toBe(297);
          for (const { text, xMm, yMm } of texts) {
            expect(xMm, text).toBeGreaterThan(10);
            expect(xMm, text).toBeLessThan(200);
            expect(yMm, text).toBeGreaterThan(10);
            expect(yMm, text).toBeLessThan(290);
          }
        }
        const printed = sheets.map(({ texts }) => texts.map(({ text }) => text).join('')).join('');
        // The PDF may name a sign by its radical: ⽤ for 用.
        const plain = printed.normalize('NFKC').replace(/\s/g, '');
        for (const { id } of wall.steps.flatMap(({ risks }) => risks)) {
          expect(plain.split(id.toUpperCase()).length - 1, id).toBe(1);
        }
        // Counts such as ▲2 stand on the chart before they stand anywhere else.
        const onChart = sheets
          .flatMap(({ texts }) => texts)
          .find(({ text }) => /[▲■●]\d/.test(text));
        expect(onChart?.sizePt).toBeGreaterThanOrEqual(7.95);
        expect(plain.includes('示范内容，使用前由本单位审核'.normalize('NFKC'))).toBe(true);
      });
    },
  );
});
