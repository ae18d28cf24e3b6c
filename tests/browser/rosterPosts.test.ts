import { expect, test } from 'vitest';
import { catalogueOf } from '../../src/model/checks/catalogue.ts';
import { pledgesOf } from '../../src/model/checks/pledges.ts';
import { fullestPost } from '../fixtures/contentExamples.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, says } from './support/onPage.ts';
import { printPage, textOf } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const catalogue = catalogueOf(content);
const post = fullestPost(content);

describeInKernels('名册上的岗位', fullKernels, (kernel) => {
  test('名册的岗位对不上目录，选了就印本岗位的承诺', async () => {
    await withPage(kernel, `${site.home}commitment/#batch`, async ({ page }) => {
      await appears(page, '.drop input');
      const [alias = post.name] = post.aliases;
      const roster = [
        '姓名,处室,岗位',
        `示例甲,${post.department.name},${alias}`,
        `示例乙,${post.department.name},从没听说过的岗`,
      ];
      await page.locator('.drop input').setInputFiles({
        name: '名册.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`\ufeff${roster.join('\n')}\n`),
      });
      await says(page, '“从没听说过的岗”不在');
      await page.selectOption('select[aria-label="示例乙的岗位"]', post.ref);
      await page.click('text=生成 2 份');
      await says(page, '2 份都做好了');
      const sheets = (await printPage(page)).map(textOf);
      const heading = pledgesOf(content, catalogue).find(({ posts }) =>
        posts.includes(post.ref),
      )?.heading;
      for (const sheet of sheets.slice(0, 2)) expect(sheet).toContain(heading);
    });
  });

  test('二百人的名册，岗位三十种写法，都对上目录，各印各的', async () => {
    // As offices write them: the name, with the department, spaced out, and what people also say.
    const spellings = catalogue
      .filter(({ level }) => level !== '领导')
      .flatMap((one) => {
        const { department, name: listed, aliases } = one;
        const written = [listed, `${department.name}${listed}`, listed.split('').join(' ')];
        return [...written, ...aliases.slice(0, 1)].map((text) => ({ one, text }));
      })
      .slice(0, 30);
    const people = Array.from({ length: 200 }, (_, i) => {
      const { one, text } = spellings[i % spellings.length] ?? { one: post, text: post.name };
      return `示例${String.fromCodePoint(0x4e00 + i)},${one.department.name},${text}`;
    });
    await withPage(kernel, `${site.home}commitment/#batch`, async ({ page }) => {
      await appears(page, '.drop input');
      await page.locator('.drop input').setInputFiles({
        name: '名册.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`\ufeff姓名,处室,岗位\n${people.join('\n')}\n`),
      });
      await says(page, '里读到 200 人');
      expect(await page.textContent('.letters')).not.toContain('岗位目录里');
      await page.click('text=生成 200 份');
      await says(page, '200 份都做好了');
      // Each with the pledges of the very post: the first of each spelling is looked at.
      const letters = await page.locator('.letter-sheet').allTextContents();
      const pledges = pledgesOf(content, catalogue);
      spellings.forEach(({ one, text }, i) => {
        const own = pledges.filter(({ posts }) => posts.includes(one.ref));
        const isHeld = own.some(({ heading }) => letters[i]?.includes(`${heading}。`));
        expect(isHeld, `${one.ref} ${text}`).toBe(true);
      });
    });
  });
});
