import { describe, expect, test } from 'vitest';
import { sampleNote } from '../../src/model/post/bureauWords.ts';
import { chartGeometryFaults } from './support/chartGeometry.ts';
import { kernels } from '../../src/print/browserFiles.ts';
import { content } from './support/content.ts';
import { describeInKernels } from './support/eachKernel.ts';
import { countOf, tabTo } from './support/onPage.ts';
import { printPage, textOf, writtenText } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { mechanismPages } from './support/sitePages.ts';
import { settled, withPage } from './support/visit.ts';

const withDiagrams = ['mechanisms/', 'supervision/', 'technology/'];

const site = servedSite();

/** Texts of the pictures that stick out of their picture or run into each other. */
function pictureFaults(): string[] {
  const faults: string[] = [];
  for (const picture of Array.from(document.querySelectorAll('svg.picture'))) {
    const frame = picture.getBoundingClientRect();
    const texts = Array.from(picture.querySelectorAll('text')).filter((text) =>
      text.textContent.trim(),
    );
    const boxes = texts.map((text) => ({
      name: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    if (boxes.length === 0) faults.push('图里没有字');
    boxes.forEach(({ name, box }, i) => {
      if (box.left < frame.left - 1 || box.right > frame.right + 1) faults.push(`出图：${name}`);
      if (box.top < frame.top - 1 || box.bottom > frame.bottom + 1) faults.push(`出图：${name}`);
      for (const other of boxes.slice(i + 1)) {
        const meets =
          box.left < other.box.right &&
          other.box.left < box.right &&
          box.top < other.box.bottom - 1 &&
          other.box.top < box.bottom - 1;
        if (meets) faults.push(`叠字：${name} 和 ${other.name}`);
      }
    });
  }
  return faults;
}

describeInKernels('机制、监督、科技、成效', kernels, (kernel) => {
  test.each(mechanismPages)('%s 打开没有报错，图上的字不出框、不相叠，线接在框上', async (path) => {
    await withPage(kernel, site.home + path, async ({ page, faults }) => {
      expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
      await settled(page);
      expect(faults).toEqual([]);
      expect(await page.evaluate(pictureFaults)).toEqual([]);
      expect(await page.evaluate(chartGeometryFaults, '.diagram svg.flowchart')).toEqual([]);
      expect(await countOf(page, '.diagram svg.flowchart')).toBe(
        withDiagrams.includes(path) ? 1 : 0,
      );
    });
  });

  test('点闭环图里事中的一框，到事中的措施清单', async () => {
    await withPage(kernel, `${site.home}supervision/`, async ({ page }) => {
      await page.evaluate(() =>
        document
          .querySelector('.diagram [data-node="during"]')
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })),
      );
      await page.waitForFunction(() => location.pathname.endsWith('/supervision/during/'));
    });
  });
});

describe('走得通、印得出，内核 153', () => {
  test('只用键盘走得到图里的框', async () => {
    await withPage(153, `${site.home}supervision/`, async ({ page }) => {
      await page.evaluate(() => document.querySelector<HTMLElement>('#main')?.focus());
      await tabTo(page, '.diagram a');
      await Promise.all([page.waitForURL('**/supervision/before/'), page.keyboard.press('Enter')]);
      const before = content.supervision?.data.phases.find(({ phase }) => phase === '事前');
      expect(await page.textContent('h1')).toContain(before?.name);
    });
  });

  test('印出来：系统表七列都在纸内，成效的日期和出处印在图旁', async () => {
    await withPage(153, `${site.home}technology/`, async ({ page }) => {
      const sheets = await printPage(page);
      const right = Math.max(...sheets.flatMap(({ texts }) => texts.map(({ xMm }) => xMm)));
      expect(right).toBeLessThan(sheets[0]?.widthMm ?? 0);
      const text = sheets.map(textOf).join('');
      for (const { name } of content.technology?.data.systems ?? []) {
        expect(text).toContain(writtenText(name));
      }
      expect(text.includes(writtenText(sampleNote({ isSample: true })))).toBe(
        content.bureau.data.isSample,
      );
    });
    await withPage(153, `${site.home}results/`, async ({ page }) => {
      const sheets = await printPage(page);
      const text = sheets.map(textOf).join('');
      expect(text).toContain(content.results?.data.reportDate);
      expect(text).toContain('不是今天的数字');
    });
  });
});
