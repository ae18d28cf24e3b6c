import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { ChecklistIndex } from '../../src/model/assessment/checklist.ts';
import { recordFileText } from '../../src/model/assessment/recordFile.ts';
import type { OpenQuestion } from '../../src/model/quiz/bank.ts';
import { madeBureau } from '../fixtures/rollup/madeBureau.ts';
import { isOpen, openByGrade, saidIn, widened, type Said } from '../fixtures/rollup/saidAnswers.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { listRows, shownRows } from './support/figureTables.ts';
import { appears, countOf, overflowOf, says, tabTo } from './support/onPage.ts';
import { printPage, textOf, writtenText } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { goToPart, takeFiles } from './support/takenIn.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const start = () => `${site.home}rollup/`;

const readData = <Data>(name: string) =>
  JSON.parse(readFileSync(`dist/data/${name}`, 'utf8')) as Data;
const index = readData<ChecklistIndex>('checklist.json');
const questions = readdirSync('dist/data/quiz')
  .filter((name) => !name.includes('-key'))
  .flatMap((name) => readData<{ questions: readonly OpenQuestion[] }>(`quiz/${name}`).questions)
  .map(({ id, print, parts }) => ({
    id,
    print,
    parts: parts.map((part) => ({
      id: part.id,
      optionCount: 'options' in part ? part.options.length : 1,
    })),
  }));
const period = `${new Date().getFullYear()}年度`;
const bureau = madeBureau({ people: 60, seed: 'page', index, questions, period });

const records = bureau.people.flatMap(({ record }) => (record ? [widened(record)] : []));
const recordFiles = records.map((record) => ({
  name: `自查记录-${record.head.name}.json`,
  text: recordFileText(record),
}));
const quizFiles = bureau.files.filter(({ name }) => name.startsWith('测验记录'));

/** Counted by names, one answer after another. */
const said = saidIn(records, index);

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return `${activeElement?.tagName} ${activeElement?.textContent}`;
  });

async function openPicture(page: Page, section: string): Promise<void> {
  await takeFiles(page, [...recordFiles, ...quizFiles]);
  await goToPart(page, `picture/${section}`);
  await appears(page, '.figure-table tbody tr');
}

const departmentsIn = (rows: readonly (readonly string[])[]) => rows.map(([name]) => name);

describeInKernels('汇总的情况', fullKernels, (kernel) => {
  test('处室和等级：每一格和另外数的一样，写明从几份算出', async () => {
    await withPage(kernel, start(), async ({ page, faults }) => {
      await openPicture(page, 'departments');
      const rows = await shownRows(page);
      const present = new Set(records.map(({ head }) => head.department));
      expect(departmentsIn(rows)).toEqual([
        ...index.posts.flatMap(({ name }) => (present.has(name) ? name : [])),
        '全部',
      ]);
      for (const [department, people, , ...cells] of rows) {
        const isOwn = (one: Said) => department === '全部' || one.department === department;
        const own = records.filter(
          ({ head }) => department === '全部' || head.department === department,
        );
        expect(people, department).toBe(String(own.length));
        expect(cells, department).toEqual(openByGrade(said.filter(isOwn)));
      }
      expect(said.filter(isOpen).length).toBeGreaterThan(50);
      await says(page, `从 ${records.length} 份自查记录算出，期间 ${period}；全部计入。`);
      expect(faults).toEqual([]);
    });
  });

  test('只用键盘：走到一个数字，打开清单，同样多行；后退，焦点回到那个数字', async () => {
    await withPage(kernel, start(), async ({ page }) => {
      await openPicture(page, 'departments');
      const total = said.filter(isOpen).length;
      const last = '.figure-table tfoot td:last-child a';
      await page.locator('.figure-table tfoot a').first().focus();
      await tabTo(page, last);
      await page.keyboard.press('Enter');
      await appears(page, '.picture > section[aria-label="清单"]');
      await expect.poll(() => focused(page)).toBe('H2 全单位，没有落实到位');
      await says(page, `共 ${total} 条。`);
      const more = page.locator('.picture > section[aria-label="清单"] button:has-text("再显示")');
      while ((await more.count()) > 0) {
        await more.focus();
        await page.keyboard.press('Enter');
      }
      const rows = await listRows(page);
      expect(rows).toHaveLength(total);
      const keys = said
        .filter(isOpen)
        .map(({ department, name, risk }) => `${department} ${name} ${risk.id.toUpperCase()}`);
      expect(rows.map(([department, name, id]) => `${department} ${name} ${id}`).sort()).toEqual(
        keys.sort(),
      );
      await page.goBack();
      await expect.poll(() => focused(page)).toBe(`A ${total}`);
      expect(await page.evaluate((wanted) => document.activeElement?.matches(wanted), last)).toBe(
        true,
      );
      expect(await countOf(page, '.picture > section[aria-label="清单"]')).toBe(0);
      await page.goForward();
      await appears(page, '.picture > section[aria-label="清单"] tbody tr');
      await tabTo(page, 'a', '返回处室和等级');
      await page.keyboard.press('Enter');
      await expect.poll(() => focused(page)).toBe(`A ${total}`);
    });
  });

  test('清单有网址：刷新以后还是那一张', async () => {
    await withPage(kernel, start(), async ({ page }) => {
      await openPicture(page, 'walls');
      await says(page, '落实率');
      const [first] = await shownRows(page);
      const settled = first?.[2] ?? '';
      await page.click('.figure-table tbody tr:first-child td.is-number a');
      await appears(page, '.picture > section[aria-label="清单"] tbody tr');
      // What was taken in is kept by now, and is opened again.
      await expect
        .poll(async () => {
          await page.reload();
          await appears(page, '.picture, .message');
          return (await listRows(page)).length;
        })
        .toBe(Math.min(80, Number(settled)));
    });
  });

  test('各处室的表印在 A4 横排上，一行不少，数字和屏上一样', async () => {
    await withPage(kernel, start(), async ({ page }) => {
      await openPicture(page, 'departments');
      const rows = await shownRows(page);
      await page.click('.figure-block button:text-is("打印")');
      await appears(page, '.form-sheets .form-sheet[aria-label*="第 1 页"]');
      await says(page, '再印一次');
      await page.waitForFunction(() => !document.querySelector('.form-measure'));
      const pages = await printPage(page);
      expect(pages).toHaveLength(await countOf(page, '.form-sheet'));
      expect(textOf(pages[0] ?? { widthMm: 0, heightMm: 0, texts: [] })).not.toContain(
        '点一个数字',
      );
      for (const { widthMm, heightMm } of pages) {
        expect([Math.round(widthMm), Math.round(heightMm)]).toEqual([297, 210]);
      }
      const printed = pages.map(textOf).join('');
      expect(printed).toContain(writtenText('各处室没有落实到位的，按等级'));
      for (const row of rows) expect(printed).toContain(writtenText(row.join('')));
      expect(printed).toContain(writtenText(`从${records.length}份自查记录算出`));
      await page.click('button:text-is("收起")');
      expect(await countOf(page, '.form-sheets')).toBe(0);
    });
  });

  test('整改措施：逾期的在前，没写时限的在最后；导出的 CSV 和屏上一样', async () => {
    await withPage(kernel, start(), async ({ page }) => {
      await openPicture(page, 'measures');
      const measured = said.filter((one) => isOpen(one) && one.answer?.measure?.trim());
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.figure-block').nth(1).locator('text=导出 CSV').click(),
      ]);
      const lines = readFileSync(await download.path(), 'utf8')
        .slice(1)
        .trim()
        .split('\r\n');
      expect(lines[0]).toBe(
        '处室,姓名,编号,风险点,防控墙,等级,落实情况,打算怎么办,责任人,时限,到期没有',
      );
      const due = lines.slice(1).map((line) => line.split(',').slice(-2));
      expect(due).toHaveLength(measured.length);
      const dates = due.map(([date]) => date || '9999');
      expect(dates).toEqual([...dates].sort());
      const rows = await page.evaluate(() =>
        Array.from(
          document.querySelectorAll('.figure-block')[1]?.querySelectorAll('tbody tr') ?? [],
          (row) =>
            Array.from(row.querySelectorAll('th, td'), (cell) => cell.textContent ?? '').join(),
        ),
      );
      expect(rows).toEqual(lines.slice(1, rows.length + 1));
      expect(rows.length).toBe(Math.min(80, measured.length));
    });
  });

  test('测验：各题的对错合起来就是抽到的人次；点题目看每个选项，点人数看是谁', async () => {
    await withPage(kernel, start(), async ({ page, faults }) => {
      await openPicture(page, 'quiz');
      await page.waitForFunction(() => document.querySelectorAll('.figure-table').length > 1);
      const exams = bureau.people.flatMap(({ exams: own }) => own);
      const [examRows] = [await shownRows(page)];
      const passed = exams.filter(({ handedIn, passMark }) => (handedIn?.mark ?? 0) >= passMark);
      expect(examRows[examRows.length - 1]?.slice(0, 4)).toEqual([
        '全部',
        String(exams.length),
        String(passed.length),
        String(exams.length - passed.length),
      ]);
      const question = '.figure-block:nth-of-type(2) .figure-table tbody tr';
      const stem = page.locator('td.is-stem a').first();
      const id = (await page.locator(`tr:has(td.is-stem) th`).first().textContent()) ?? '';
      expect(await countOf(page, question)).toBeGreaterThan(0);
      const asked = exams.filter(({ questions: drawn }) =>
        drawn.some((one) => one.id.toUpperCase() === id),
      );
      expect(await page.locator('tr:has(td.is-stem) td.is-number').first().textContent()).toBe(
        String(asked.length),
      );
      await stem.click();
      await says(page, `${id} 各选项`);
      await appears(page, '.picture > section[aria-label="清单"] tbody tr');
      const counts = page.locator('.picture > section[aria-label="清单"] td.is-number a');
      const [count, link] = [await counts.first().textContent(), counts.first()];
      await link.click();
      await says(page, '这个选项的人');
      await expect.poll(async () => (await listRows(page)).length).toBe(Number(count));
      expect(faults).toEqual([]);
    });
  });

  test('手机上不用横着拖整页', async () => {
    await withPage(
      kernel,
      start(),
      async ({ page }) => {
        await openPicture(page, 'departments');
        for (const part of ['departments', 'walls', 'measures', 'risks', 'quiz']) {
          await goToPart(page, `picture/${part}`);
          await appears(page, '.figure-table tbody tr');
          expect(await overflowOf(page), part).toBe(0);
        }
      },
      { viewport: { width: 390, height: 844 } },
    );
  });
});

test('还没有收文件时，说先到哪里', async () => {
  await withPage(153, `${start()}#picture`, async ({ page }) => {
    await says(page, '还没有计入的文件');
    await page.click('.message a[href="#take"]');
    await appears(page, '.rollup-files');
  });
});

test('情况的每一部分 axe 没有问题，明暗都是', async () => {
  await withPage(153, start(), async ({ page }) => {
    await openPicture(page, 'departments');
    for (const part of [
      'departments',
      'categories',
      'walls',
      'measures',
      'grades',
      'risks',
      'additions',
      'quiz',
      'departments/answers?states=未落实',
    ]) {
      await goToPart(page, `picture/${part}`);
      await appears(page, '.figure-table tbody tr');
      expect(await axeFaultsInBothThemes(page), part).toEqual([]);
    }
  });
});
