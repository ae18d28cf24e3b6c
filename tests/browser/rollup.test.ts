import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import type { ChecklistIndex } from '../../src/model/assessment/checklist.ts';
import { madeBureau, type MadeFile } from '../fixtures/rollup/madeBureau.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { launchOnDisk } from './support/browsers.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, countOf, overflowOf, says, tabTo } from './support/onPage.ts';
import { printPage, textOf } from './support/pdf.ts';
import { blockStorage, refuseStorage } from './support/refusals.ts';
import { servedSite } from './support/servedSite.ts';
import { goToPart } from './support/takenIn.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const start = () => `${site.home}rollup/`;
const index = JSON.parse(readFileSync('dist/data/checklist.json', 'utf8')) as ChecklistIndex;
const period = `${new Date().getFullYear()}年度`;
const bureau = madeBureau({ people: 60, seed: 'taking', index, period, assessmentShare: 0.8 });
const records = bureau.files.filter(({ name }) => name.startsWith('自查记录'));

const roster = (write: (name: string, i: number) => string = (name) => name): MadeFile => ({
  name: '名册.csv',
  text: `\ufeff姓名,处室,岗位\n${bureau.roster
    .map(({ name, department, post }, i) => [write(name, i), department, post].join(','))
    .join('\n')}\n`,
});

const [first] = records;
if (!first) throw new Error('没有人交');
/** What lies in the folders of an office besides what people have handed in. */
const oddFiles: readonly (readonly [file: MadeFile, words: string])[] = [
  [{ name: '截断.json', text: first.text.slice(0, 300) }, '不完整'],
  [{ name: '空.json', text: '' }, '文件是空的'],
  [{ name: '别的程序.json', text: '{"app":"x"}' }, '不是本站导出的'],
  [{ name: '更新.json', text: first.text.replace('"schema": 1', '"schema": 9') }, '更新版本'],
  [{ name: '原型.json', text: '{"app":"fangkongqiang","kind":"__proto__","schema":1}' }, '另一种'],
  [{ name: '很大.json', text: ' '.repeat(6 * 1024 * 1024) }, '超过 5 MB'],
  [{ name: '扫描.jpg', text: 'x' }, '是图片'],
];
const systemFiles = ['.DS_Store', 'Thumbs.db', '~$名册.xlsx'].map((name) => ({ name, text: 'x' }));

const fileField = '.rollup-files input[type="file"]:not([webkitdirectory])';

async function choose(page: Page, files: readonly MadeFile[]): Promise<void> {
  await appears(page, `${fileField}:not([disabled])`);
  await page.setInputFiles(
    fileField,
    files.map(({ name, text }) => ({ name, mimeType: '', buffer: Buffer.from(text) })),
  );
}

async function takeAll(page: Page, files: readonly MadeFile[]): Promise<void> {
  await choose(page, files);
  await says(page, '读完了');
}

/** How many were taken in, as the choice above the list says it. */
const takenCount = (page: Page) =>
  page.evaluate(() =>
    Number(/全部（(\d+)）/.exec(document.querySelector('.rollup')?.textContent ?? '')?.[1] ?? 0),
  );

const isSaved = (page: Page) => says(page, '已保存在本机');

describeInKernels('收文件', fullKernels, (kernel) => {
  test('好的都收，坏的一个一个说出名字和毛病，系统的文件跳过；谁没交数得对', async () => {
    await withPage(kernel, start(), async ({ page, faults }) => {
      const odd = oddFiles.map(([file]) => file);
      await takeAll(page, [...odd, ...records, ...systemFiles, roster()]);
      const text = await page.innerText('.rollup');
      for (const [{ name }, words] of oddFiles) {
        expect(text).toMatch(new RegExp(`${name}：[^\\n]*${words}`));
      }
      for (const { name } of systemFiles) expect(text).toContain(`${name}：`);
      expect(text).toContain(`新收 ${records.length} 份`);
      expect(text).toContain(`读不出的 ${oddFiles.length} 个`);
      await expect.poll(() => takenCount(page)).toBe(records.length);
      await goToPart(page, 'missing');
      const missing = bureau.people.filter(({ record }) => !record);
      await says(
        page,
        `应交 ${bureau.people.length} 人，已交 ${records.length} 人，没交 ${missing.length} 人`,
      );
      expect(faults).toEqual([]);
    });
  });

  test('没有 Worker 的浏览器里一样收', async () => {
    await withPage(kernel, `${site.home}help/`, async ({ page, faults }) => {
      await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
      await page.goto(start());
      await takeAll(page, [...records, ...oddFiles.map(([file]) => file), roster()]);
      await expect.poll(() => takenCount(page)).toBe(records.length);
      expect(await page.innerText('.rollup')).toContain(`${bureau.people.length} 人`);
      expect(faults).toEqual([]);
    });
  });

  test('同一份再收一次不重；关了再开都还在', async () => {
    await withPage(kernel, start(), async ({ page, faults }) => {
      await takeAll(page, records.slice(0, 10));
      await isSaved(page);
      await page.reload();
      await appears(page, '.rollup-table');
      await expect.poll(() => takenCount(page)).toBe(10);
      await takeAll(page, records.slice(5, 15));
      await says(page, '新收 5 份，早就收过的 5 份');
      await expect.poll(() => takenCount(page)).toBe(15);
      expect(faults).toEqual([]);
    });
  });
});

describe('文件夹', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fangkong-folder-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('选一个文件夹，里面几层的都收', async () => {
    for (const [i, { name, text }] of records.slice(0, 12).entries()) {
      const place = join(folder, `处室${i % 3}`, '交来的');
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, name), text);
    }
    writeFileSync(join(folder, 'Thumbs.db'), 'x');
    await withPage(153, start(), async ({ page }) => {
      await appears(page, fileField);
      await page.setInputFiles('.rollup-files input[webkitdirectory]', folder);
      await says(page, '读完了');
      await expect.poll(() => takenCount(page)).toBe(12);
      expect(await page.innerText('.rollup')).toContain('Thumbs.db');
      expect(await page.innerText('.rollup-table')).toContain('处室1/交来的/');
    });
  });

  test('真的文件夹拖到框里，里面几层的都收', async () => {
    const dropped = join(folder, '拖来的');
    for (const [i, { name, text }] of records.slice(12, 20).entries()) {
      const place = join(dropped, `处室${i % 2}`);
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, name), text);
    }
    writeFileSync(join(dropped, '.DS_Store'), 'x');
    await withPage(153, start(), async ({ page }) => {
      await appears(page, `${fileField}:not([disabled])`);
      await page.locator('.rollup-files').scrollIntoViewIfNeeded();
      const box = await page.locator('.rollup-files').boundingBox();
      if (!box) throw new Error('没有放文件的框');
      const session = await page.context().newCDPSession(page);
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', {
          type,
          x: box.x + box.width / 2,
          y: box.y + box.height / 2,
          data: { items: [], files: [dropped], dragOperationsMask: 1 },
        });
      }
      await says(page, '读完了');
      await expect.poll(() => takenCount(page)).toBe(8);
      const text = await page.innerText('.rollup');
      expect(text).toContain('拖来的/.DS_Store');
      expect(text).toContain('拖来的/处室1/');
    });
  });

  test('拖进来的也收', async () => {
    await withPage(153, start(), async ({ page }) => {
      await appears(page, fileField);
      await page.evaluate(
        (files) => {
          const transfer = new DataTransfer();
          for (const { name, text } of files) transfer.items.add(new File([text], name));
          document
            .querySelector('.rollup-files')
            ?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
        },
        records.slice(0, 4),
      );
      await says(page, '读完了');
      await expect.poll(() => takenCount(page)).toBe(4);
    });
  });
});

describe('认人', () => {
  test('名字写法不同的等着认，一起认下就算；只用键盘', async () => {
    await withPage(153, start(), async ({ page, faults }) => {
      const spaced = roster((name, i) =>
        i % 10 === 0 ? `${name.slice(0, 1)}·${name.slice(1)}` : name,
      );
      await takeAll(page, [...records, spaced]);
      const waiting = bureau.people.filter(({ record }, i) => record && i % 10 === 0).length;
      await says(page, `一起认下 ${waiting} 份`);
      expect(await countOf(page, '.rollup-table tbody tr')).toBe(waiting);
      await tabTo(page, 'button', '一起认下');
      await page.keyboard.press('Enter');
      await says(page, '有问题的（0）');
      await tabTo(page, 'a[href="#missing"]');
      await page.keyboard.press('Enter');
      await says(page, `已交 ${records.length} 人`);
      expect(faults).toEqual([]);
    });
  });
});

describe('存', () => {
  test('两个标签页：一个收，另一个马上看得到，各改各的都在', async () => {
    await withPage(153, start(), async ({ page }) => {
      const other = await page.context().newPage();
      await other.goto(start());
      await appears(other, fileField);
      await takeAll(page, [...records.slice(0, 10), roster()]);
      await expect.poll(() => takenCount(other)).toBe(10);
      await takeAll(other, records.slice(10, 16));
      await expect.poll(() => takenCount(page)).toBe(16);
      await isSaved(other);
      await page.reload();
      await appears(page, '.rollup-table');
      await expect.poll(() => takenCount(page)).toBe(16);
    });
  });

  test('浏览器什么都不让存：一开始就说，照样能收，能存成文件；文件打开一份不少', async () => {
    await withPage(153, `${site.home}help/`, async ({ page, faults }) => {
      await blockStorage(page);
      await page.goto(start());
      await says(page, '这个浏览器不让网页存东西');
      await takeAll(page, [...records, roster()]);
      await expect.poll(() => takenCount(page)).toBe(records.length);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('text=把汇总存成文件'),
      ]);
      const text = readFileSync(await download.path(), 'utf8');
      expect(faults).toEqual([]);
      await withPage(153, `${start()}#keep`, async ({ page: fresh, faults: others }) => {
        await appears(fresh, '#rollup-open');
        await fresh.setInputFiles('section[aria-labelledby="rollup-open"] input', {
          name: '汇总.json',
          mimeType: 'application/json',
          buffer: Buffer.from(text),
        });
        await says(fresh, `收了 ${records.length} 份。`);
        await isSaved(fresh);
        await fresh.reload();
        await goToPart(fresh, 'take');
        await appears(fresh, '.rollup-table');
        await expect.poll(() => takenCount(fresh)).toBe(records.length);
        expect(others).toEqual([]);
      });
    });
  });

  test('存满了：说没有存下，页里的还在；腾出地方，下一次一起存下', async () => {
    await withPage(153, start(), async ({ page }) => {
      await takeAll(page, records.slice(0, 5));
      await isSaved(page);
      const put = await page.evaluateHandle(() => IDBObjectStore.prototype.put);
      await refuseStorage(page, 'QuotaExceededError');
      await takeAll(page, records.slice(5, 10));
      await says(page, '本机存满了，刚才的没有存下');
      await expect.poll(() => takenCount(page)).toBe(10);
      await page.evaluate((own) => {
        IDBObjectStore.prototype.put = own;
      }, put);
      await takeAll(page, records.slice(10, 12));
      await isSaved(page);
      await page.reload();
      await appears(page, '.rollup-table');
      await expect.poll(() => takenCount(page)).toBe(12);
    });
  });

  test('“关于本站”说得出存着汇总，全部清除就没有了，开着的页也空了', async () => {
    await withPage(153, start(), async ({ page }) => {
      await takeAll(page, records.slice(0, 5));
      await isSaved(page);
      const about = await page.context().newPage();
      await about.goto(`${site.home}about/`);
      await says(about, '汇总：1 份');
      await about.click('[data-stored-clear]');
      await about.click('[data-stored-confirm]');
      await says(about, '已经清除');
      expect(await about.innerText('[data-stored-list]')).toContain('什么都没有存');
      await expect.poll(() => takenCount(page)).toBe(0);
      await page.reload();
      await appears(page, fileField);
      await expect.poll(() => takenCount(page)).toBe(0);
    });
  });

  test('用完即清：只在这一页里，说得出来', async () => {
    await withPage(153, `${site.home}self-assessment/`, async ({ page }) => {
      await page.evaluate(() => sessionStorage.setItem('fangkong.tab-only', '1'));
      await page.goto(start());
      await says(page, '“用完即清”开着');
      await takeAll(page, records.slice(0, 5));
      await says(page, '关掉就没有');
      const names = await page.evaluate(async () => {
        const all = await indexedDB.databases();
        return all.map(({ name }) => name);
      });
      expect(names).not.toContain('fangkong-rollup');
    });
  });
});

describe('突然断电', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fangkong-rollup-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const many = madeBureau({ people: 300, seed: 'power', index, period, assessmentShare: 1 });

  test.each([
    ['“已保存”以后', true],
    ['收到一半', false],
  ])('%s断电：说存了的一份不少，再收一次就齐', async (name, isWhole) => {
    const profile = join(folder, String(isWhole));
    const before = await launchOnDisk(153, profile);
    if (!before) return;
    const page = await before.context.newPage();
    await page.goto(start());
    let seen = 0;
    if (isWhole) {
      await takeAll(page, many.files);
      await isSaved(page);
      seen = await takenCount(page);
    } else {
      await choose(page, many.files);
      await isSaved(page);
    }
    before.cutPower();
    const after = await launchOnDisk(153, profile);
    if (!after) return;
    const again = await after.context.newPage();
    await again.goto(start());
    await appears(again, fileField);
    await expect
      .poll(() => takenCount(again), { message: name })
      .toBeGreaterThanOrEqual(Math.max(1, seen));
    await takeAll(again, many.files);
    await expect.poll(() => takenCount(again)).toBe(many.files.length);
    await after.context.close();
  });
});

describe('谁没交、存和比', () => {
  test('名单印在纸上，一行一个人，一个不少', async () => {
    await withPage(153, start(), async ({ page }) => {
      await takeAll(page, [...records, roster()]);
      await goToPart(page, 'missing');
      await appears(page, '.form-sheets .form-sheet');
      const pdf = (await printPage(page)).map(textOf).join('');
      for (const { name, record } of bureau.people) {
        if (!record) expect(pdf, name).toContain(name);
      }
    });
  });

  test('催交的话选一个处室就有，只点这个处室没交的人；全部选中可以复制', async () => {
    await withPage(153, start(), async ({ page }) => {
      await takeAll(page, [...records, roster()]);
      await goToPart(page, 'missing');
      const late = bureau.people.find(({ record }) => !record);
      if (!late) throw new Error('人人都交了');
      await appears(page, '.rollup-missing select');
      await page.selectOption('.rollup-missing select', late.department);
      const text = await page.inputValue('#rollup-reminder');
      expect(text).toContain(late.name);
      for (const { name, department, record } of bureau.people) {
        if (!record && department !== late.department) expect(text).not.toContain(name);
      }
      await page.click('text=全部选中');
      expect(await page.evaluate(() => getSelection()?.toString())).toBe(text);
    });
  });

  test('不含姓名的文件里一个姓名也没有，当作上期来比就有对照', async () => {
    await withPage(153, start(), async ({ page }) => {
      await takeAll(page, [...records, roster()]);
      await goToPart(page, 'keep');
      await appears(page, '#rollup-save');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('text=存成不含姓名的文件'),
      ]);
      const text = readFileSync(await download.path(), 'utf8');
      expect(bureau.people.filter(({ name }) => text.includes(name))).toEqual([]);
      await page.setInputFiles('section[aria-labelledby="rollup-compare"] input', {
        name: '上期.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
      await says(page, '两期对照（按处室）');
      // Held beside itself nothing has changed: what is open is still open.
      const sum = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.form-sheets tr.is-sum td'), (cell) =>
          Number(cell.textContent),
        ),
      );
      expect(sum.filter((count) => count > 0)).toHaveLength(1);
    });
  });

  test.each([
    [1366, 768],
    [390, 844],
  ])('%i×%i：每一部分都没有无障碍的毛病，不用左右拖', async (width, height) => {
    await withPage(
      153,
      start(),
      async ({ page, faults }) => {
        await takeAll(page, [...records.slice(0, 20), ...systemFiles, roster()]);
        for (const part of ['take', 'missing', 'keep']) {
          await goToPart(page, part);
          await appears(page, '.rollup h2, .rollup-missing .form-sheets');
          expect(await axeFaultsInBothThemes(page), part).toEqual([]);
          expect(await overflowOf(page), part).toBeLessThanOrEqual(0);
        }
        expect(faults).toEqual([]);
      },
      { viewport: { width, height } },
    );
  });
});
