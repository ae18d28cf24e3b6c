import { expect, test } from 'vitest';
import { madeBureau } from '../fixtures/rollup/madeBureau.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { says } from './support/onPage.ts';
import { choose, index, isSaved, period, takenCount } from './support/rollupOffice.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();

/** More than are read until the page first says how far it is, half a second after the beginning. */
const bureau = madeBureau({
  people: 700,
  seed: 'stopping',
  index,
  period,
  answers: [40, 120],
  assessmentShare: 1,
});
const records = bureau.files.filter(({ name }) => name.startsWith('自查记录'));

/** Presses 停下 as soon as the page says that something was read. Runs in the browser. */
function stopWhenBegun(): void {
  const watch = new MutationObserver(() => {
    const progress = document.querySelector<HTMLProgressElement>('.rollup-progress progress');
    if (!progress || progress.value < 1) return;
    watch.disconnect();
    progress.parentElement?.querySelector('button')?.click();
  });
  watch.observe(document.body, { subtree: true, childList: true, attributes: true });
}

describeInKernels('收到一半停下', fullKernels, (kernel) => {
  test('收了的都留着，再选一次就齐了，一份不重', { timeout: 120_000 }, async () => {
    await withPage(kernel, `${site.home}rollup/`, async ({ page, faults }) => {
      const told = () => page.innerText('.rollup-progress');
      await page.evaluate(stopWhenBegun);
      await choose(page, records);
      await says(page, '停下来了');
      const counts = /读了 (\d+) 个（共 (\d+) 个）：新收 (\d+) 份/.exec(await told());
      const [read, total, added] = (counts ?? []).slice(1).map(Number);
      expect(total).toBe(records.length);
      expect(read).toBeLessThan(records.length);
      expect(added).toBe(read);
      await isSaved(page);
      await page.reload();
      await expect.poll(() => takenCount(page)).toBe(added);
      await choose(page, records);
      await expect.poll(told, { timeout: 60_000 }).toContain('读完了');
      expect(await told()).toContain(`早就收过的 ${added} 份`);
      await expect.poll(() => takenCount(page)).toBe(records.length);
      expect(faults).toEqual([]);
    });
  });
});
