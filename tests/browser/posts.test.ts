import { expect, test } from 'vitest';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { printPage, textOf } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();

describeInKernels('岗位', fullKernels, (kernel) => {
  test('“这是我的岗位”记得住层级和处室，测验、自查从它开始，再按一次取消', async () => {
    await withPage(kernel, `${site.home}posts/finance/`, async ({ page, faults }) => {
      const button = page.locator('[data-my-post-button]');
      await button.click();
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      await page.goto(`${site.home}posts/staff/`);
      expect(await button.getAttribute('aria-pressed')).toBe('false');
      await button.click();
      expect(await page.textContent('[data-my-post-said]')).toContain('普通岗位，财务处');
      await page.reload();
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      await page.click('text=自查我的风险');
      await page.waitForFunction(() => document.querySelector('.choice-count') !== null);
      expect(decodeURIComponent(page.url())).toContain('level=普通&dept=财务处');
      expect(
        await page.isChecked(
          'input[type="checkbox"][value="财务处"], label:has-text("财务处") input',
        ),
      ).toBe(true);
      await page.goto(`${site.home}posts/finance/`);
      await button.click();
      expect(await button.getAttribute('aria-pressed')).toBe('false');
      expect(await page.textContent('[data-my-post-said]')).toBe('我的岗位：普通岗位');
      expect(faults).toEqual([]);
    });
  });

  test('处室的一页印得下权、责、险，不丢字', async () => {
    await withPage(kernel, `${site.home}posts/enforcement-team/`, async ({ page }) => {
      const sheets = await printPage(page);
      const text = sheets.map(textOf).join('');
      for (const wanted of ['定权', '定责', '定险', 'W20-R55', '示范内容'])
        expect(text.includes(wanted), wanted).toBe(true);
      for (const { texts, widthMm } of sheets)
        for (const { xMm } of texts) expect(xMm).toBeLessThan(widthMm);
    });
  });
});
