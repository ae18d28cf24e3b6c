import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { ChecklistIndex } from '../../src/model/assessment/checklist.ts';
import type { AssessmentRecord } from '../../src/model/assessment/record.ts';
import { recordFileText } from '../../src/model/assessment/recordFile.ts';
import { madeBureau } from '../fixtures/rollup/madeBureau.ts';
import { badRosters, oddFiles, type OddFile } from '../fixtures/rollup/oddFiles.ts';
import { openByGrade, saidIn, widened } from '../fixtures/rollup/saidAnswers.ts';
import { describeInKernels } from './support/eachKernel.ts';
import { shownRows } from './support/figureTables.ts';
import { appears, says } from './support/onPage.ts';
import { servedSite } from './support/servedSite.ts';
import { goToPart } from './support/takenIn.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const index = JSON.parse(readFileSync('dist/data/checklist.json', 'utf8')) as ChecklistIndex;
const period = `${new Date().getFullYear()}年度`;
const filesInAll = 2_000;
const counts = { odd: 244, copies: 10, earlier: 10, twice: 14, namesakes: 12, otherDepartment: 6 };
const rosters = badRosters();
const rosterPath = '办公室/名册.csv';
const oddInAll = Object.values(counts).reduce((all, one) => all + one, rosters.length);
const soundInAll = filesInAll - oddInAll;

interface Placed extends OddFile {
  /** With its folder. */
  readonly path: string;
}

/** What the office finds in its folder, and what of it counts. */
function madeFolder() {
  const { odd, copies, earlier, twice, namesakes, otherDepartment } = counts;
  const people = soundInAll + odd + namesakes + otherDepartment;
  const bureau = madeBureau({
    people,
    seed: 'odd',
    index,
    period,
    answers: [30, 50],
    assessmentShare: 1,
  });
  const records = bureau.people.flatMap(({ record }) => (record ? [widened(record)] : []));
  const sound = records.slice(0, soundInAll);
  const rest = records.slice(soundInAll);
  const strange = oddFiles(rest.slice(0, odd), 'odd');
  const same = rest.slice(odd, odd + namesakes);
  const moved = rest.slice(odd + namesakes);
  const path = (name: string, i: number) => `处室${i % 17}/第${i}份/${name}`;
  const plain = sound.map((record, i) => ({
    path: path(`自查记录-${record.head.name}.json`, i),
    text: recordFileText(record),
  }));
  const text = (record: AssessmentRecord) => new TextEncoder().encode(recordFileText(record));
  const before = (record: AssessmentRecord): AssessmentRecord => ({
    ...record,
    head: { ...record.head, at: 1 },
    answers: {},
    additions: [],
  });
  const more: Omit<Placed, 'path'>[] = [
    ...strange,
    ...sound.slice(0, copies).map((record) => ({
      name: `自查记录-${record.head.name}.json`,
      bytes: text(record),
      namedIn: 'nowhere' as const,
      words: '',
    })),
    ...sound.slice(copies, copies + earlier).map((record) => ({
      name: '早存的.json',
      bytes: text(before(record)),
      namedIn: 'doubles' as const,
      words: '没有再收|换成后来改过的',
    })),
    ...sound.slice(100, 100 + twice).map((record, i) => ({
      name: '又填了一份.json',
      bytes: text({ ...before(record), id: `again${String(i).padStart(4, '0')}` }),
      namedIn: 'looked' as const,
      words: '后来的一份算数',
    })),
    ...same.map((record) => ({
      name: '同名同处室.json',
      bytes: text(record),
      namedIn: 'looked' as const,
      words: '名册上有几个同名的',
    })),
    ...moved.map((record) => ({
      name: '处室写错.json',
      bytes: text({ ...record, head: { ...record.head, department: '没有这个处室' } }),
      namedIn: 'looked' as const,
      words: '和名册上写的不一样',
    })),
  ];
  const placed = more.map((file, i): Placed => ({
    ...file,
    path: path(file.name, soundInAll + i),
  }));
  // At the top, so that they are met before the real one.
  const tables = rosters.map((file): Placed => ({ ...file, path: file.name }));
  const namesOnce = bureau.roster.map(({ name, department, post }) => [name, department, post]);
  const namesTwice = same.map(({ head: { name, department } }) => [name, department, '']);
  return {
    plain,
    odd: [...placed, ...tables],
    roster: [...namesOnce, ...namesTwice],
    counted: [...sound, ...strange.flatMap((file) => file.counts ?? [])],
  };
}

const { plain, odd, roster, counted } = madeFolder();
const folder = mkdtempSync(join(tmpdir(), 'fangkong-odd-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, bytes: Uint8Array | string | number): void {
  const place = join(folder, '交来的', path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, typeof bytes === 'number' ? '' : bytes);
  if (typeof bytes === 'number') truncateSync(place, bytes);
}

function writeFolder(): string {
  for (const { path, text } of plain) write(path, text);
  for (const { path, bytes } of odd) write(path, bytes);
  write(rosterPath, `\ufeff姓名,处室,岗位\n${roster.map((row) => row.join()).join('\n')}\n`);
  return join(folder, '交来的');
}

/** Asks for the rest of every list that shows its first rows only. */
async function showAll(page: Page, within: string): Promise<void> {
  for (;;) {
    const isMore = await page.evaluate((selector) => {
      const more = Array.from(document.querySelectorAll<HTMLElement>(`${selector} button`)).find(
        ({ textContent }) => /还有 \d+ (?:个|份)/.test(textContent ?? ''),
      );
      more?.click();
      return more !== undefined;
    }, within);
    if (!isMore) return;
    await page.evaluate(() => new Promise((done) => setTimeout(done)));
  }
}

/** What is said of each file in the lists under the bar, by the heading of the list. */
const saidInLists = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('.rollup-progress .rollup-left'), (list) => ({
      title: list.querySelector('summary')?.textContent ?? '',
      items: Array.from(list.querySelectorAll('li'), (item) => ({
        path: item.querySelector('.rollup-path')?.textContent ?? '',
        why: item.textContent ?? '',
      })),
    })),
  );

const rowsTaken = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('.rollup-table tbody tr'), (row) => ({
      path: row.querySelector('.rollup-path')?.textContent ?? '',
      why: row.textContent ?? '',
    })),
  );

const pathIn = (path: string) => `交来的/${path}`;

function expectNamed(
  said: readonly { readonly path: string; readonly why: string }[],
  files: readonly Placed[],
): void {
  const byPath = new Map(said.map(({ path, why }) => [path, why]));
  for (const { path, words } of files) {
    expect(byPath.get(pathIn(path)), path).toMatch(new RegExp(words));
  }
}

const named = (where: OddFile['namedIn']) => odd.filter(({ namedIn }) => namedIn === where);

// Kernel 109 takes no folder from the protocol; what it reads of odd files is in rollupTake.test.ts.
describeInKernels('两千份里三百份坏的、怪的', [153], (kernel) => {
  test('每一份都说出名字和毛病，合计和只数好的一样', { timeout: 240_000 }, async () => {
    expect(plain.length + odd.length).toBe(filesInAll);
    expect(odd.length).toBe(300);
    const place = writeFolder();
    await withPage(kernel, `${site.home}rollup/`, async ({ page, faults }) => {
      await appears(page, '.rollup-files input:not([disabled])');
      await page.setInputFiles('.rollup-files input[webkitdirectory]', place);
      await page.waitForFunction(() => document.body.textContent?.includes('读完了'), undefined, {
        timeout: 200_000,
      });

      await showAll(page, '.rollup-progress');
      const lists = await saidInLists(page);
      const list = (title: string) => lists.find((one) => one.title.startsWith(title))?.items ?? [];
      expectNamed(list('读不出的文件'), named('left'));
      expect(list('读不出的文件')).toHaveLength(named('left').length);
      expectNamed(list('跳过的文件'), named('skipped'));
      expect(list('跳过的文件')).toHaveLength(named('skipped').length);
      expectNamed(list('交了不止一次的文件'), named('doubles'));
      expect(list('交了不止一次的文件')).toHaveLength(named('doubles').length + counts.copies);

      await showAll(page, '[aria-labelledby="rollup-taken"]');
      const looked = await rowsTaken(page);
      expectNamed(looked, named('looked'));
      expect(looked).toHaveLength(named('looked').length);
      await says(page, `名册“${pathIn(rosterPath)}”读了 ${roster.length} 人`);

      await goToPart(page, 'missing');
      await says(
        page,
        `应交 ${roster.length} 人，已交 ${counted.length} 人，没交 ${roster.length - counted.length} 人`,
      );
      await goToPart(page, 'picture/departments');
      await appears(page, '.figure-table tbody tr');
      const rows = await shownRows(page);
      const said = saidIn(counted, index);
      expect(rows.length).toBeGreaterThan(10);
      for (const [department, people, , ...cells] of rows) {
        const isOwn = (one: string) => department === '全部' || one === department;
        const own = counted.filter(({ head }) => isOwn(head.department));
        expect(people, department).toBe(String(own.length));
        expect(cells, department).toEqual(openByGrade(said.filter((one) => isOwn(one.department))));
      }
      expect(faults).toEqual([]);
    });
  });
});
