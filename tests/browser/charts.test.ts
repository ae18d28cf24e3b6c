import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kernels } from './support/browserFiles.ts';
import { chartGeometryFaults } from './support/chartGeometry.ts';
import { serveSite, withPage, type Site } from './support/site.ts';

const slugs = readdirSync('dist/walls', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

let site: Site;
beforeAll(async () => {
  site = await serveSite('dist');
});
afterAll(() => site.close());

describe.each(kernels)('流程图，内核 %i', (kernel) => {
  test.each(slugs)('%s 的字不出框、不小于 14 像素，框不重叠，线都接在框上', async (slug) => {
    await withPage(kernel, `${site.home}walls/${slug}/`, async ({ page }) => {
      expect(await page.evaluate(chartGeometryFaults, undefined)).toEqual([]);
      const labelPx = await page.evaluate(() => {
        const chart = document.querySelector<SVGSVGElement>('.chart-frame svg.flowchart');
        const text = chart?.querySelector('text');
        if (!chart || !text) throw new Error('没有图');
        const scale = chart.getBoundingClientRect().width / chart.viewBox.baseVal.width;
        return scale * parseFloat(getComputedStyle(text).fontSize);
      });
      expect(labelPx).toBeGreaterThanOrEqual(13.99);
    });
  });
});
