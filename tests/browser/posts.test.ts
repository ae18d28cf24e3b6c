import { expect, test } from 'vitest';
import { sampleNote } from '../../src/model/post/bureauWords.ts';
import { citedId } from '../../src/model/wall/wall.ts';
import { commonDepartment } from '../fixtures/contentExamples.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { printPage, textOf, writtenText } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const { id, name, risks } = commonDepartment(content);

describeInKernels('岗位', fullKernels, (kernel) => {
  test('“这是我的岗位”记得住层级和处室，测验、自查从它开始，再按一次取消', async () => {
    await withPage(kernel, `${site.home}posts/${id}/`, async ({ page, faults }) => {
      const button = page.locator('[data-my-post-button]');
      await button.click();
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      await page.goto(`${site.home}posts/staff/`);
      expect(await button.getAttribute('aria-pressed')).toBe('false');
      await button.click();
      expect(await page.textContent('[data-my-post-said]')).toContain(`普通岗位，${name}`);
      await page.reload();
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      await page.click('text=自查我的风险');
      await page.waitForFunction(() => document.querySelector('.choice-count') !== null);
      expect(decodeURIComponent(page.url())).toContain(`level=普通&dept=${name}`);
      expect(await page.getByRole('checkbox', { name, exact: true }).isChecked()).toBe(true);
      await page.goto(`${site.home}posts/${id}/`);
      await button.click();
      expect(await button.getAttribute('aria-pressed')).toBe('false');
      expect(await page.textContent('[data-my-post-said]')).toBe('我的岗位：普通岗位');
      expect(faults).toEqual([]);
    });
  });

  test('处室的一页印得下权、责、险，一条风险点不丢', async () => {
    await withPage(kernel, `${site.home}posts/${id}/`, async ({ page }) => {
      const sheets = await printPage(page);
      const text = sheets.map(textOf).join('');
      const cited = risks.map(({ risk }) => citedId(risk.id));
      for (const wanted of ['定权', '定责', '定险', ...cited])
        expect(text.includes(wanted), wanted).toBe(true);
      expect(text.includes(writtenText(sampleNote({ isSample: true })))).toBe(
        content.bureau.data.isSample,
      );
      for (const { texts, widthMm } of sheets)
        for (const { xMm } of texts) expect(xMm).toBeLessThan(widthMm);
    });
  });
});
