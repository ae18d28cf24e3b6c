import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { ChecklistIndex } from '../../src/model/assessment/checklist.ts';
import type { RegisterData } from '../../src/model/register/rows.ts';
import { countHandIns } from '../../src/model/rollup/counting.ts';
import { reviewSubjects } from '../../src/model/rollup/reviewSubjects.ts';
import { reportParagraphs } from '../../src/model/rollup/reportText.ts';
import { tallyAnswers } from '../../src/model/rollup/tables/answerTally.ts';
import { gradeTable } from '../../src/model/rollup/tables/gradeTable.ts';
import { letterTable } from '../../src/model/rollup/tables/letterTable.ts';
import { tableCsv, type OfficialTable } from '../../src/model/rollup/tables/officialTable.ts';
import { rectificationTable } from '../../src/model/rollup/tables/rectificationTable.ts';
import { screeningTable } from '../../src/model/rollup/tables/screeningTable.ts';
import { summaryTable } from '../../src/model/rollup/tables/summaryTable.ts';
import { totalsOf } from '../../src/model/rollup/totals/totals.ts';
import { localToday } from '../../src/model/text/dates.ts';
import { madeBureau, madeRollup } from '../fixtures/rollup/madeBureau.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, says } from './support/onPage.ts';
import { printPage, textOf, writtenText, type PrintedPage } from './support/pdf.ts';
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

/** The five tables, in the order in which they are offered. */
function officialTables(): OfficialTable[] {
  const { sources, subjects, tally } = sourcesNow();
  const additions = subjects.flatMap((one) => (one.kind === '自行补充' ? [one] : []));
  return [
    summaryTable(sources),
    screeningTable(sources, tally, additions, { decisions: {} }),
    gradeTable(sources, { finds: [], grades: [] }),
    rectificationTable(sources, tally, true),
    letterTable(sources, true),
  ];
}

/** On the page: the roster and everything that the bureau hands in, and then the tables. */
async function openTables(page: Page): Promise<void> {
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
}

/** Prints the table that is chosen, on sheets that are laid out anew. */
async function printTable(page: Page, paper: 'A4' | 'A3'): Promise<PrintedPage[]> {
  await page.waitForFunction(
    (sheet) =>
      document.querySelector(sheet) !== null ||
      Array.from(document.querySelectorAll('button')).some((b) => b.textContent === '排成纸张'),
    `.official-sheet.is-${paper.toLowerCase()}`,
  );
  const layOut = page.locator('button:text-is("排成纸张")');
  if ((await layOut.count()) > 0) await layOut.click();
  await appears(page, `.form-sheets .official-sheet.is-${paper.toLowerCase()}`);
  return printPage(page);
}

const gradeMarks = /[▲■●]/;

/** The older kernel prints a hundred sheets of one table on the larger paper only. */
const papers = [
  ['A4', 297, 210],
  ['A3', 420, 297],
] as const;

describeInKernels('表和报告', fullKernels, (kernel) => {
  test.each(papers.filter(([paper]) => kernel === 153 || paper === 'A3'))(
    '五张表印在 %s 横排上，一行不少，先后和算的一样；等级有记号，不靠颜色',
    { timeout: 180_000 },
    async (paper, widthMm, heightMm) => {
      await withPage(kernel, start(), async ({ page, faults }) => {
        await openTables(page);
        await page.locator('label:has-text("纸张") select').selectOption(paper);
        for (const [i, table] of officialTables().entries()) {
          await chooseTable(page, i, table.title);
          const sheets = await printTable(page, paper);
          expectRows(sheets, table);
          for (const sheet of sheets) {
            expect([Math.round(sheet.widthMm), Math.round(sheet.heightMm)]).toEqual([
              widthMm,
              heightMm,
            ]);
          }
          const texts = table.rows.flatMap(({ cells }) => cells.map(String));
          const graded = texts.filter((text) => /^\S?[一二三]类/.test(text));
          for (const text of graded) expect(text).toMatch(gradeMarks);
        }
        expect(faults).toEqual([]);
      });
    },
  );

  test('导出的 Excel、CSV 和算的一样；不写人名的没有人名；报告一页', { timeout: 120_000 }, () =>
    withPage(kernel, start(), async ({ page, faults }) => {
      const { rollup, sources, subjects, tally } = sourcesNow();
      await openTables(page);
      expect(await axeFaultsInBothThemes(page)).toEqual([]);
      await chooseTable(page, 3, '廉政风险问题整改台账');
      const ledger = rectificationTable(sources, tally, true);
      const bytes = await saved(page, () => page.click('text=存为 Excel'));
      const [sheet] = await readExcelFile(bytes, { trim: false });
      expect(sheet?.data).toEqual([
        ledger.columns.map(({ head }) => head),
        ...ledger.rows.map(({ cells }) => cells.map((cell) => (cell === '' ? null : cell))),
      ]);
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
