import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type MadeFile } from '../fixtures/rollup/madeBureau.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, countOf, says, tabTo } from './support/onPage.ts';
import {
  bureau,
  fileField,
  isSaved,
  records,
  roster,
  systemFiles,
  takeAll,
  takenCount,
} from './support/rollupOffice.ts';
import { servedSite } from './support/servedSite.ts';
import { goToPart } from './support/takenIn.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const start = () => `${site.home}rollup/`;

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

describeInKernels('一个人交了两份', fullKernels, (kernel) => {
  test('后来的一份算数，两份都列出来；可以改算前一份，关了再开还是它', async () => {
    const [, id = ''] = /"id": "([^"]+)"/.exec(first.text) ?? [];
    const [, at = ''] = /"at": (\d+)/.exec(first.text) ?? [];
    const later = {
      name: '后来的.json',
      text: first.text.replace(id, 'made900001').replace(at, String(Number(at) + 1)),
    };
    await withPage(kernel, start(), async ({ page, faults }) => {
      await takeAll(page, [first, later, roster()]);
      const rowOf = (name: string) => page.locator('.rollup-table tr', { hasText: name });
      const standing = async (name: string) => (await rowOf(name).innerText()).split('\t')[4] ?? '';
      await expect.poll(() => standing(first.name)).toContain('后来的一份算数');
      await page.getByText('全部（2）').click();
      expect(await standing(later.name)).toContain('计入');
      await rowOf(first.name).getByRole('button', { name: '改算这一份' }).press('Enter');
      await expect.poll(() => standing(later.name)).toContain('另选了一份');
      expect(await standing(first.name)).toContain('计入');
      await isSaved(page);
      await page.reload();
      await expect.poll(() => standing(later.name)).toContain('另选了一份');
      expect(faults).toEqual([]);
    });
  });
});
