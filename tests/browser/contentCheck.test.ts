import { expect, test } from 'vitest';
import { remindersByKind } from '../../src/model/problem/problem.ts';
import { localToday } from '../../src/model/text/dates.ts';
import { readContent } from '../../src/source/readContent.ts';
import { axeFaults } from './support/axe.ts';
import { kernels } from '../../src/print/browserFiles.ts';
import { describeInKernels } from './support/eachKernel.ts';
import { servedSite } from './support/servedSite.ts';
import { settled, withPage } from './support/visit.ts';

const site = servedSite();

const groups = remindersByKind(readContent('content', localToday()).problems);
const total = groups.reduce((sum, { reminders }) => sum + reminders.length, 0);

describeInKernels('内容检查页', kernels, (kernel) => {
  test('内容检查页的条数和检查程序一样，页内的链接都有去处', async () => {
    await withPage(kernel, `${site.home}guide/check/`, async ({ page, faults }) => {
      const shown = await page.evaluate(() => {
        const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
        const anchors = [...document.querySelectorAll('main a[href^="#"]')];
        return {
          headings: [...document.querySelectorAll('.check-group h2')].map((heading) =>
            (heading.textContent ?? '').replace(/\s+/g, ' ').trim(),
          ),
          entries: document.querySelectorAll('.check-list > li').length,
          text: document.querySelector('main')?.textContent ?? '',
          broken: anchors
            .map((anchor) => decodeURIComponent(anchor.getAttribute('href') ?? '').slice(1))
            .filter((id) => !ids.has(id)),
          byFile: document.querySelectorAll('.check-file li').length,
        };
      });
      expect(shown.headings).toEqual(
        groups.map(({ kind, reminders }) => `${kind} ${reminders.length} 条`),
      );
      expect(shown.entries).toBe(total);
      expect(shown.byFile).toBe(total);
      expect(shown.text).toContain(`提醒 ${total} 条`);
      expect(shown.broken).toEqual([]);
      await settled(page);
      expect(faults).toEqual([]);
    });
  });
});

test('内容检查页没有无障碍问题', async () => {
  await withPage(153, `${site.home}guide/check/`, async ({ page }) => {
    await page.evaluate(() =>
      document.querySelectorAll('details').forEach((details) => (details.open = true)),
    );
    expect(await axeFaults(page)).toEqual([]);
  });
});
