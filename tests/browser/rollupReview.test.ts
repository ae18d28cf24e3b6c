import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { ChecklistIndex } from '../../src/model/assessment/checklist.ts';
import { createRecord, type AssessmentRecord } from '../../src/model/assessment/record.ts';
import { recordFileText } from '../../src/model/assessment/recordFile.ts';
import { everyPost } from '../../src/model/post/myPost.ts';
import type { RegisterData } from '../../src/model/register/rows.ts';
import { countHandIns } from '../../src/model/rollup/counting.ts';
import { reviewSubjects } from '../../src/model/rollup/reviewSubjects.ts';
import { reportParagraphs } from '../../src/model/rollup/reportText.ts';
import { tallyAnswers } from '../../src/model/rollup/tables/answerTally.ts';
import { gradeTable } from '../../src/model/rollup/tables/gradeTable.ts';
import { letterTable } from '../../src/model/rollup/tables/letterTable.ts';
import { tableCsv, type OfficialTable } from '../../src/model/rollup/tables/officialTable.ts';
import { rectificationTable } from '../../src/model/rollup/tables/rectificationTable.ts';
import { summaryTable } from '../../src/model/rollup/tables/summaryTable.ts';
import { totalsOf } from '../../src/model/rollup/totals/totals.ts';
import { localToday } from '../../src/model/text/dates.ts';
import { planImport } from '../../src/source/importWorkbook.ts';
import { readWorkbook } from '../../src/source/readWorkbook.ts';
import { realContent } from '../fixtures/realContent.ts';
import { contextOf } from '../fixtures/rollup/adoptions.ts';
import { madeBureau, madeRollup } from '../fixtures/rollup/madeBureau.ts';
import { findFor, gradeFor } from '../fixtures/rollup/realFind.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, overflowOf, says, tabTo } from './support/onPage.ts';
import { printPage, textOf, writtenText, type PrintedPage } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { goToPart, takeFiles } from './support/takenIn.ts';
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

async function saved(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await download.path());
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

const bureau = madeBureau({ people: 40, seed: 'paper', index, answers: [15, 40], period });
const roster = `\ufeff姓名,处室,岗位\n${bureau.roster
  .map(({ name, department, post }) => `${name},${department},${post}`)
  .join('\n')}`;

function sourcesNow() {
  const rollup = madeRollup(bureau, index);
  const counting = countHandIns(rollup);
  const totals = totalsOf(counting, index, register.departments);
  const subjects = reviewSubjects(totals, register);
  const steps = tallyAnswers(totals, register.rows);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const sources = { unit: register.unit, period, counting, index, register, today: localToday() };
  return { rollup, sources, subjects, tally: step.value };
}

/** A row as it stands in the text of a sheet, without what is merged with the row above. */
const lineOf = ({ columns }: OfficialTable, cells: readonly (string | number)[]) =>
  writtenText(cells.filter((_, i) => !columns[i]?.isMerged).join('')).replace(/\s/g, '');

/** Every row of a table stands on the paper, in its order. */
function expectRows(pages: readonly PrintedPage[], table: OfficialTable): void {
  const text = pages.map(textOf).join('');
  let from = 0;
  for (const { cells } of table.rows) {
    const line = lineOf(table, cells);
    const at = text.indexOf(line, from);
    expect(at, line).toBeGreaterThanOrEqual(from);
    from = at + line.length;
  }
}

const chooseTable = async (page: Page, i: number, title: string) => {
  await page.click(`input[name="official-kind"] >> nth=${i}`);
  await says(page, title);
};

describeInKernels('表和报告', fullKernels, (kernel) => {
  test('印出来的表一行一行和算的一样，导出的也是', { timeout: 120_000 }, () =>
    withPage(kernel, start(), async ({ page, faults }) => {
      const { rollup, sources, subjects, tally } = sourcesNow();
      await appears(page, 'input[type="file"]');
      await page.setInputFiles('input[type="file"] >> nth=0', {
        name: '名册.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(roster),
      });
      await says(page, `读了 ${bureau.roster.length} 人`);
      await takeFiles(page, bureau.files);
      await goToPart(page, 'tables');
      await says(page, '廉政风险排查汇总表');

      const summary = summaryTable(sources);
      const sheets = await printPage(page);
      expectRows(sheets, summary);
      expect(Math.round(sheets[0]?.widthMm ?? 0)).toBe(297);
      expect(await axeFaultsInBothThemes(page)).toEqual([]);

      await chooseTable(page, 2, '岗位廉政风险等级目录');
      await page.click('text=排成纸张');
      await appears(page, '.official-sheet');
      expectRows(await printPage(page), gradeTable(sources, { finds: [], grades: [] }));

      await chooseTable(page, 4, '承诺书打印和签收情况');
      expectRows(await printPage(page), letterTable(sources, true));

      await chooseTable(page, 3, '廉政风险问题整改台账');
      const ledger = rectificationTable(sources, tally, true);
      const bytes = await saved(page, () => page.click('text=存为 Excel'));
      const [sheet] = await readExcelFile(bytes, { trim: false });
      expect(sheet?.data).toEqual([
        ledger.columns.map(({ head }) => head),
        ...ledger.rows.map(({ cells }) => cells.map((cell) => (cell === '' ? null : cell))),
      ]);
      await page.selectOption('.field-row select >> nth=1', 'A3');
      if (ledger.count > 150) await page.click('text=排成纸张');
      await appears(page, '.official-sheet.is-a3');
      const wide = await printPage(page);
      expectRows(wide, ledger);
      expect(Math.round(wide[0]?.widthMm ?? 0)).toBe(420);
      await page.click('text=写人名');
      const csv = await saved(page, () => page.click('text=存为 CSV'));
      expect(csv.toString('utf8')).toBe(tableCsv(rectificationTable(sources, tally, false)));
      for (const { name } of bureau.roster) expect(csv.toString('utf8')).not.toContain(name);

      await chooseTable(page, 5, '分析报告');
      await appears(page, '.report-sheet');
      const report = await printPage(page);
      expect(report).toHaveLength(1);
      for (const { text } of reportParagraphs(sources, rollup, tally, subjects)) {
        expect(report.map(textOf).join('')).toContain(writtenText(text).replace(/\s/g, ''));
      }
      expect(faults).toEqual([]);
    }),
  );

  test('报告改的字印得出来，换到别的部分再回来还在；写不下一页就说', () =>
    withPage(kernel, start(), async ({ page, faults }) => {
      await takeFiles(page, bureau.files.slice(0, 6));
      await goToPart(page, 'tables');
      await appears(page, 'input[name="official-kind"]');
      await chooseTable(page, 5, '分析报告');
      await page.fill('#report-ground', '这一段由办公室改写过。');
      await says(page, '改过。照现在的数字是：');
      await goToPart(page, 'review');
      await appears(page, '.review');
      await goToPart(page, 'tables');
      await appears(page, 'input[name="official-kind"]');
      await chooseTable(page, 5, '分析报告');
      expect(await page.inputValue('#report-ground')).toBe('这一段由办公室改写过。');
      expect((await printPage(page)).map(textOf).join('')).toContain('这一段由办公室改写过。');
      for (const id of ['judged', 'lacking', 'ground']) {
        await page.fill(`#report-${id}`, '逐项核对过的情况很多，写在这里。'.repeat(45));
      }
      await says(page, '写不进一页');
      expect(faults).toEqual([]);
    }));
});
