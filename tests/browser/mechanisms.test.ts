import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFaults } from './support/axe.ts';
import { kernels } from './support/browserFiles.ts';
import { chartGeometryFaults } from './support/chartGeometry.ts';
import { printPage, writtenText } from './support/pdf.ts';
import { serveSite, withPage, type Site } from './support/site.ts';

const pages = [
  'mechanisms/',
  'supervision/',
  'supervision/before/',
  'supervision/during/',
  'supervision/after/',
  'technology/',
  'results/',
];
const withDiagrams = ['mechanisms/', 'supervision/', 'technology/'];

let site: Site;
beforeAll(async () => {
  site = await serveSite('dist');
});
afterAll(() => site.close());

/** Kernel 92 does not know the word for WebAssembly in the policy, and says so on every page. */
const ownFaults = (faults: readonly string[]) =>
  faults.filter((fault) => !fault.includes("invalid source: ''wasm-unsafe-eval''"));

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

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(kernels)('机制、监督、科技、成效，内核 %i', (kernel) => {
  test.each(pages)('%s 打开没有报错，图上的字不出框、不相叠，线接在框上', async (path) => {
    await withPage(kernel, site.home + path, async ({ page, faults }) => {
      await page.waitForTimeout(100);
      expect(ownFaults(faults)).toEqual([]);
      expect(await page.evaluate(pictureFaults)).toEqual([]);
      expect(await page.evaluate(chartGeometryFaults, '.diagram svg.flowchart')).toEqual([]);
      const diagrams = await page.evaluate(
        () => document.querySelectorAll('.diagram svg.flowchart').length,
      );
      expect(diagrams).toBe(withDiagrams.includes(path) ? 1 : 0);
    });
  });

  test('点闭环图里的“事中监督”，到事中的措施清单', async () => {
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

describe('看得清、走得通', () => {
  test.each(['light', 'dark'] as const)('%s：自动检查没有问题', async (colorScheme) => {
    for (const path of pages) {
      await withPage(
        153,
        site.home + path,
        async ({ page }) => expect(await axeFaults(page), path).toEqual([]),
        { colorScheme },
      );
    }
  });

  test('大字、窄屏都不用左右滚动', async () => {
    for (const path of pages) {
      await withPage(
        153,
        site.home + path,
        async ({ page }) => {
          expect(await overflow(page), path).toBeLessThanOrEqual(0);
          await page.evaluate(() =>
            document.documentElement.setAttribute('data-text-size', 'large'),
          );
          expect(await overflow(page), `${path} 大字`).toBeLessThanOrEqual(0);
        },
        { viewport: { width: 390, height: 844 } },
      );
    }
  });

  test('只用键盘走得到图里的框', async () => {
    await withPage(153, `${site.home}supervision/`, async ({ page }) => {
      await page.evaluate(() => document.querySelector<HTMLElement>('#main')?.focus());
      for (let i = 0; i < 300; i += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement?.matches('.diagram a') ?? false))
          break;
      }
      await Promise.all([page.waitForURL('**/supervision/before/'), page.keyboard.press('Enter')]);
      expect(await page.textContent('h1')).toContain('事前防范');
    });
  });

  test('印出来：系统表七列都在纸内，成效的日期和出处印在图旁', async () => {
    await withPage(153, `${site.home}technology/`, async ({ page }) => {
      const sheets = await printPage(page);
      const right = Math.max(...sheets.flatMap(({ texts }) => texts.map(({ xMm }) => xMm)));
      expect(right).toBeLessThan(sheets[0]?.widthMm ?? 0);
      const text = writtenText(
        sheets.flatMap((sheet) => sheet.texts.map((one) => one.text)).join(''),
      );
      expect(text).toContain('批后监管');
      expect(text).toContain(writtenText('示范内容，使用前由本单位审核'));
    });
    await withPage(153, `${site.home}results/`, async ({ page }) => {
      const sheets = await printPage(page);
      const text = writtenText(
        sheets.flatMap((sheet) => sheet.texts.map((one) => one.text)).join(''),
      );
      expect(text).toContain('2013-08-14');
      expect(text).toContain('不是今天的数字');
    });
  });
});
