import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { ChecklistIndex } from '../../src/model/assessment/checklist.ts';
import { createRecord, type AssessmentRecord } from '../../src/model/assessment/record.ts';
import { recordFileText } from '../../src/model/assessment/recordFile.ts';
import { everyPost } from '../../src/model/post/myPost.ts';
import type { RegisterData } from '../../src/model/register/rows.ts';
import { localToday } from '../../src/model/text/dates.ts';
import { planImport } from '../../src/source/importWorkbook.ts';
import { readWorkbook } from '../../src/source/readWorkbook.ts';
import { realContent } from '../fixtures/realContent.ts';
import { contextOf } from '../fixtures/rollup/adoptions.ts';
import { findFor, gradeFor } from '../fixtures/rollup/realFind.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, overflowOf, says, tabTo } from './support/onPage.ts';
import { servedSite } from './support/servedSite.ts';
import { goToPart, saved, takeFiles } from './support/takenIn.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const start = () => `${site.home}rollup/`;
const readData = <Data>(name: string) =>
  JSON.parse(readFileSync(`dist/data/${name}`, 'utf8')) as Data;
const index = readData<ChecklistIndex>('checklist.json');
const register = readData<RegisterData>('register.json');
const period = `${new Date().getFullYear()}年度`;

const content = realContent();
const context = contextOf(content);
const find = findFor(content, context);
const regrade = gradeFor(content, context);

/** The file of one clerk: a find of the own post, and another grade for a risk. */
function clerksFile() {
  const { posts } = index;
  const department = posts.find(({ name }) => name === find.department);
  const post = department?.posts.find(({ name }) => name === find.posts[0]);
  const graded = index.risks.find(({ id }) => id === regrade.riskId);
  const scope = { ...everyPost, posts: [...(graded?.posts ?? []), ...(post ? [post.ref] : [])] };
  const now = Date.now() - 60_000;
  const place = { department: find.department, post: find.posts[0] ?? '' };
  const record = createRecord('clerk00001', period, scope, index.contentVersion, now, place);
  const filled: AssessmentRecord = {
    ...record,
    head: { ...record.head, name: '甲乙丙' },
    answers: {
      [regrade.riskId]: {
        state: '已落实',
        grade: regrade.grade,
        gradeReason: regrade.gradeReason,
        fingerprint: graded?.fingerprint ?? '',
        at: now,
      },
    },
    additions: [
      {
        id: 'a-find01',
        place: '在单位里',
        title: find.title,
        manifestation: find.manifestation,
        category: find.category,
        grade: find.grade,
        measure: find.controls[1]?.text ?? '',
        responsible: '甲乙丙',
        dueDate: '2026-12-31',
        at: now,
      },
    ],
  };
  return { name: '自查记录-甲乙丙.json', text: recordFileText(filled) };
}

/** Goes to a field with Tab and writes over what stands in it. */
async function write(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

/** Goes to the next list with Tab, and in it to an entry with the arrow keys. */
async function choose(page: Page, entry: string): Promise<void> {
  await tabTo(page, '.review-adopted select');
  const steps = await page.evaluate((wanted) => {
    const list = document.activeElement as HTMLSelectElement;
    const place = Array.from(list.options).findIndex((one) => one.textContent.includes(wanted));
    return place - list.selectedIndex;
  }, entry);
  for (let i = 0; i < Math.abs(steps); i += 1) {
    await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  }
}

describeInKernels('审核', fullKernels, (kernel) => {
  test('只用键盘：采纳一个补充、一个等级，存成作者的工作簿，导入就收', { timeout: 120_000 }, () =>
    withPage(kernel, start(), async ({ page, faults }) => {
      await takeFiles(page, [clerksFile()]);
      await goToPart(page, 'review');
      await says(page, '已定 0 / 共 2');
      await tabTo(page, '.review-entries a', find.title);
      await page.keyboard.press('Enter');
      await appears(page, '#review-subject');
      await tabTo(page, 'input[name="review-outcome"]');
      await page.keyboard.press('Space');
      await says(page, '已定 1 / 共 2');
      await says(page, '没有选：放进哪一面墙');
      // A list says what is wrong with it, as a field does.
      const wallList = page.locator('#adopted-wallId');
      expect(await wallList.getAttribute('aria-invalid')).toBe('true');
      const told = (await wallList.getAttribute('aria-describedby')) ?? '';
      expect(await page.textContent(`[id="${told}"]`)).toContain('没有选：放进哪一面墙');
      expect(await axeFaultsInBothThemes(page)).toEqual([]);

      const wall = index.walls.find(({ id }) => id === find.wallId);
      await choose(page, wall?.name ?? '');
      const steps = content.walls.find(({ data }) => data.id === find.wallId)?.data.steps ?? [];
      const step = steps.findIndex(({ id }) => id === find.stepId);
      const stepName = `${step + 1} ${steps[step]?.name ?? ''}`;
      await page.waitForFunction(
        (name) =>
          Array.from(document.querySelectorAll('option')).some((o) => o.textContent === name),
        stepName,
      );
      await choose(page, stepName);
      await expect.poll(() => wallList.getAttribute('aria-invalid')).toBeNull();
      await write(page, '#adopted-gradeReason', find.gradeReason);
      await write(page, '#adopted-cause', find.cause);
      for (const [i, { by, text }] of find.controls.entries()) {
        await write(page, `#control-${i}-by`, by);
        await write(page, `#control-${i}-text`, text);
      }
      await write(page, '#adopted-penalties', find.penalties.join('\n'));
      await write(page, '#adopted-warningSign', find.warningSign);
      await says(page, '写齐了，会放进工作簿。');
      await says(page, '已保存在本机');

      // What was typed is kept: the page comes back with it.
      await page.reload();
      await says(page, '写齐了，会放进工作簿。');
      expect(await page.inputValue('#adopted-cause')).toBe(find.cause);

      await goToPart(page, `review/grade-${regrade.riskId}-${regrade.grade === '二类' ? 2 : 3}`);
      await says(page, '等级建议：');
      await tabTo(page, 'input[name="review-outcome"]');
      await page.keyboard.press('Space');
      await says(page, '新增风险点 1 个，改等级 1 个');
      expect(await axeFaultsInBothThemes(page)).toEqual([]);

      await tabTo(page, 'button', '存成作者的工作簿');
      const bytes = await saved(page, () => page.keyboard.press('Enter'));
      const theirs = await readExcelFile(bytes, { trim: false });
      expect(theirs.map(({ sheet }) => sheet)).toEqual(
        expect.arrayContaining(['说明', '审核意见', expect.stringMatching(`^${find.wallId}`)]),
      );
      expect(JSON.stringify(theirs)).not.toContain('甲乙丙');
      const plan = planImport(readWorkbook(bytes), content, {
        root: 'content',
        today: localToday(),
        withDeletions: false,
      });
      expect(plan.faults).toEqual([]);
      expect(
        plan.walls.flatMap(({ additions }) => additions.map(({ risk }) => risk.title)),
      ).toEqual([find.title]);
      expect(
        plan.walls.flatMap(({ edits }) => edits.map(({ after }) => [after.id, after.grade])),
      ).toEqual([[regrade.riskId, regrade.grade]]);
      expect(faults).toEqual([]);
    }),
  );

  test('并入已有的：写错编号就说，窄屏上不用左右拖', () =>
    withPage(
      kernel,
      start(),
      async ({ page, faults }) => {
        await takeFiles(page, [clerksFile()]);
        await goToPart(page, 'review');
        await appears(page, '.review-entries a');
        await page.click('.review-entries a');
        await page.click('input[name="review-outcome"] >> nth=1');
        await page.fill('#review-into', 'W99-R99');
        await says(page, '没有这个编号的风险点');
        await page.fill('#review-into', 'W01-R01');
        await says(page, register.rows.find(({ id }) => id === 'w01-r01')?.title ?? '？');
        await page.fill('#review-note', '和已有的一样');
        await says(page, '已定 1 / 共 2');
        expect(await overflowOf(page)).toBe(0);
        expect(faults).toEqual([]);
      },
      { viewport: { width: 390, height: 844 } },
    ));
});
