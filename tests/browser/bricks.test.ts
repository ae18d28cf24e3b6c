import { expect, test } from 'vitest';
import { describeInKernels } from './support/eachKernel.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();

const windows = [
  [1024, 'usual'],
  [1366, 'usual'],
  [1366, 'large'],
] as const;

describeInKernels('全部墙的砖', [153, 109], (kernel) => {
  test.each(windows)('宽 %i、字号 %s：每面墙一行，砖一样宽，页面没有变宽', async (width, size) => {
    for (const path of ['walls/', '']) {
      await withPage(kernel, site.home + path, async ({ page }) => {
        await page.setViewportSize({ width, height: 768 });
        await page.evaluate(
          (name) => document.documentElement.setAttribute('data-text-size', name),
          size,
        );
        const seen = await page.evaluate(() => {
          const tops = (course: Element) =>
            new Set(Array.from(course.children, (one) => one.getBoundingClientRect().top)).size;
          const courses = Array.from(document.querySelectorAll('.bricks-wall ol'));
          const bricks = Array.from(document.querySelectorAll('.brick'));
          const { scrollWidth, clientWidth } = document.documentElement;
          return {
            courses: courses.length,
            broken: courses.filter((course) => tops(course) > 1).length,
            widths: new Set(bricks.map((one) => one.getBoundingClientRect().width.toFixed(1))).size,
            over: scrollWidth - clientWidth,
          };
        });
        expect(seen.courses).toBeGreaterThan(20);
        expect(seen).toMatchObject({ broken: 0, widths: 1, over: 0 });
      });
    }
  });
});
