import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ChecklistIndex } from '../../src/model/assessment/checklist.ts';
import { readRecordFile, recordCode } from '../../src/model/assessment/recordFile.ts';
import { placedRisks } from '../../src/model/wall/wall.ts';
import {
  firstWall,
  someCategoryAndGrade,
  wallWithQuiz,
  wallsOf,
} from '../fixtures/contentExamples.ts';
import { madeBureau } from '../fixtures/rollup/madeBureau.ts';
import { clickFirst } from './support/clicks.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { folderRoom } from './support/folderEdition.ts';
import { appears, countOf, says } from './support/onPage.ts';
import { printPage, textOf } from './support/pdf.ts';
import {
  answersFirstRisk,
  expectAnswers,
  findsRisk,
  keepsAnswer,
  listsAndLaysOut,
  printsWall,
  readsWall,
} from './support/smoke.ts';
import { inState, selfTestLines } from './support/selfTest.ts';
import { oneOfEach } from './support/sitePages.ts';
import { takeFiles } from './support/takenIn.ts';
import { inWindow, settled, withPage } from './support/visit.ts';

const room = folderRoom();
const { own } = room;
const { at } = own;
const { slug } = firstWall(content);

/** What the button with these words saves. */
async function savedBy(page: Page, words: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click(`text=${words}`),
  ]);
  return readFileSync(await download.path());
}

const recordName = '[data-verify] input[type="file"]';

describeInKernels('从文件夹打开', [153, 109, 92], (kernel) => {
  test('首页、墙和图：样式、程序都到了，没有违反策略', async () => {
    expect(await readsWall(kernel, at)).toBe(at(`walls/${slug}/`));
  });

  test('查找有结果，点开就到那个风险点', async () => {
    expect(await findsRisk(kernel, at)).toMatch(/\/walls\/[^/]+\/index\.html#/);
  });

  test('墙印成 PDF', () => printsWall(kernel, at));

  test('双击“打开.html”就到首页', async () => {
    const opener = pathToFileURL(join(own.folder, '打开.html')).href;
    await withPage(kernel, opener, async ({ page, faults }) => {
      await page.waitForURL(at(''));
      await appears(page, '#main');
      expect(faults).toEqual([]);
    });
  });
});

describeInKernels('从文件夹里办事', fullKernels, (kernel) => {
  test('自查答一条，刷新以后还在', () => keepsAnswer(kernel, at));

  test('台账列出每一条，承诺书排得出来', () => listsAndLaysOut(kernel, at));

  test('自检：一行也不说有问题，和服务器有关的不适用，查找有结果', async () => {
    await withPage(kernel, at('self-test/'), async ({ page, faults }) => {
      const lines = await selfTestLines(page);
      expect(inState(lines, 'bad'), JSON.stringify(lines)).toEqual([]);
      expect(inState(lines, 'none')).toEqual(expect.arrayContaining(['types', 'files', 'clock']));
      expect(inState(lines, 'good')).toEqual(expect.arrayContaining(['opened', 'search']));
      expect(faults).toEqual([]);
    });
  });

  test('台账点热力表的一格就筛到那一格，网址带着，后退就放开', async () => {
    const { category, grade, count } = someCategoryAndGrade(content);
    await withPage(kernel, at('risks/'), async ({ page, faults }) => {
      await appears(page, '.register-table');
      await page.goto(`${at('risks/')}?category=${category}&grade=${grade}`);
      const shown = () => page.textContent('.register-count strong');
      await expect.poll(shown).toBe(String(count));
      await clickFirst(page, '.register-heat > summary');
      await appears(page, '.heat');
      await clickFirst(page, '.heat tbody button[aria-pressed="true"]');
      await expect.poll(shown).not.toBe(String(count));
      await page.goBack();
      await expect.poll(shown).toBe(String(count));
      expect(faults).toEqual([]);
    });
  });

  test('承诺书照 A4 印，存得成 Word；二维码里不写文件夹，核对时认得', async () => {
    await withPage(kernel, at('commitment/'), async ({ page, faults }) => {
      await appears(page, '.letter-sheets .letter-sheet');
      await page.fill('#letter-name', '示例甲');
      await settled(page);
      const printed = await printPage(page);
      expect(printed.map(({ widthMm, heightMm }) => [widthMm, heightMm].map(Math.round))).toEqual(
        printed.map(() => [210, 297]),
      );
      expect(printed.map(textOf).join('')).toContain('示例甲');
      const word = unzipSync(await savedBy(page, '下载 Word 文档'));
      expect(new TextDecoder().decode(word['word/document.xml'])).toContain('示例甲');
      const code = (await page.getAttribute('[data-ticket]', 'data-ticket')) ?? '';
      expect(code).toMatch(/^verify\/#L/);
      await page.goto(at('verify/'));
      await appears(page, '[data-verify] .code');
      await page.fill('[data-verify] .code', code);
      await says(page, '一字不差');
      expect(faults).toEqual([]);
    });
  });

  test('自查的文件和纸上的码，核对得出一致', async () => {
    await withPage(kernel, at('self-assessment/'), async ({ page, faults }) => {
      await answersFirstRisk(page);
      const buffer = await savedBy(page, '导出');
      await page.goto(at('verify/'));
      await appears(page, recordName);
      await page.setInputFiles(recordName, { name: 'x.json', mimeType: '', buffer });
      await says(page, '文件读好了');
      const { record } = readRecordFile(buffer.toString());
      await page.fill('[data-verify] .code', record ? recordCode(record) : '');
      await says(page, '一致。');
      expect(faults).toEqual([]);
    });
  });

  test('测验：练习有题，看得到答案；墙上测一测的程序和样式取得到', async () => {
    await withPage(kernel, at('quiz/'), async ({ page, faults }) => {
      await page.click('text=开始练习');
      await appears(page, '.quiz-question');
      await page.goto(at(`walls/${wallWithQuiz(content).slug}/`));
      await page.click('[data-wall-quiz]');
      await appears(page, '.quiz-question');
      await appears(page, 'link[rel="stylesheet"][href*="question"]');
      await settled(page);
      expect(faults).toEqual([]);
    });
  });

  test('成批承诺书读得进名册，汇总收得下文件，刷新以后都在', async () => {
    const index = JSON.parse(readFileSync('dist/data/checklist.json', 'utf8')) as ChecklistIndex;
    const made = madeBureau({ people: 20, seed: 'folder', index, period: '2026年度' });
    await withPage(kernel, at('commitment/') + '#batch', async ({ page, faults }) => {
      await appears(page, '.drop input');
      await page.setInputFiles('.drop input', 'tests/fixtures/rosters/gbk.csv');
      await appears(page, '.roster-table');
      await page.goto(at('rollup/'));
      await takeFiles(page, made.files);
      await says(page, '已保存在本机');
      await page.reload();
      await appears(page, '.rollup-table');
      expect(await page.textContent('.rollup')).toContain(made.files[0]?.name ?? '没有人交');
      expect(faults).toEqual([]);
    });
  });

  test('手册取得到各面墙的纸', async () => {
    const chosen = [...wallsOf(content)]
      .sort((a, b) => placedRisks(a.wall).length - placedRisks(b.wall).length)
      .slice(0, 1)
      .map(({ wall }) => wall);
    const query = `?make=1&walls=${chosen.map(({ id }) => id).join()}`;
    await withPage(kernel, at('handbook/') + query, async ({ page, faults }) => {
      await appears(page, '[data-book-ready]');
      const printed = (await printPage(page)).map(textOf).join('');
      for (const { powerItem } of chosen) expect(printed).toContain(powerItem);
      expect(faults).toEqual([]);
    });
  });

  test('图存得成 PNG、SVG，不离开这一页', async () => {
    await withPage(kernel, at(`walls/${slug}/chart/`), async ({ page, faults }) => {
      const picture = await savedBy(page, '下载 PNG');
      expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect(picture.length).toBeGreaterThan(20_000);
      expect((await savedBy(page, '下载 SVG')).toString()).toContain('<svg');
      expect((await savedBy(page, '下载 Mermaid 源')).toString()).toContain('flowchart');
      expect(page.url()).toBe(at(`walls/${slug}/chart/`));
      expect(faults).toEqual([]);
    });
  });
});

describe('每一种页', () => {
  test('都打得开，没有报错，没有取不到的', async () => {
    const failed: string[] = [];
    const wanted = new Set<string>();
    for (const path of oneOfEach.filter((name) => name !== '404.html')) {
      await inWindow(153, at(path), async ({ page, faults, asked }) => {
        await settled(page);
        for (const one of asked) wanted.add(one);
        failed.push(...faults.map((fault) => `${path} ${fault}`));
      });
    }
    expect(failed).toEqual([]);
    // Nothing but what a disc gives: pages, styles, pictures, and scripts with the data in them.
    expect([...wanted].filter((path) => !/\.(?:html|css|js|png|svg)$/.test(path))).toEqual([]);
  });

  test('宣讲放得了，Esc 回到墙上', async () => {
    await withPage(153, at(`walls/${slug}/present/`), async ({ page, faults }) => {
      await settled(page);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Escape');
      await page.waitForURL((url) => url.href.startsWith(at(`walls/${slug}/`)));
      expect(faults).toEqual([]);
    });
  });
});

describe('存在本机的，各是各的', () => {
  test('别的单位的文件夹看不到，深色也不跟着变；本单位新一版的文件夹接着用', async () => {
    const other = room.unpack('别的单位', (text) =>
      text.replace(/ data-edition="[^"]*"/, ' data-edition="another/"'),
    );
    const version = /data-site-version="([^"]*)"/.exec(
      readFileSync(join(own.folder, 'fangkong/index.html'), 'utf8'),
    )?.[1];
    const newer = room.unpack('防控墙 2027', (text) =>
      text.replaceAll(version ?? '没有版本', 'ffffffff'),
    );
    await withPage(153, at('self-assessment/'), async ({ page, faults }) => {
      await answersFirstRisk(page);
      await page.click('[data-switch="theme"]');
      await page.goto(other.at('self-assessment/'));
      await appears(page, '.choice-count');
      expect(await countOf(page, '.record')).toBe(0);
      expect(await page.getAttribute('html', 'data-theme')).toBeNull();
      await page.goto(other.at('about/'));
      await says(page, '什么都没有存。');
      await page.goto(newer.at('self-assessment/'));
      expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
      await page.click('.record >> text=继续填');
      await expectAnswers(page, 1);
      expect(faults).toEqual([]);
    });
  });
});

describe('文件夹不全', () => {
  test('在压缩包里直接打开“打开.html”，看到的是怎么办', async () => {
    const alone = room.unpack('没有解开', (text) => text);
    rmSync(join(alone.folder, 'fangkong'), { recursive: true });
    const opener = pathToFileURL(join(alone.folder, '打开.html')).href;
    await withPage(153, opener, async ({ page }) => {
      await settled(page);
      expect(page.url()).toBe(opener);
      expect(await page.textContent('body')).toContain('全部解开');
    });
  });

  test('少了数据，说是哪个文件、怎么办', async () => {
    const torn = room.unpack('少了数据', (text) => text);
    const file = join(torn.folder, 'fangkong/data/register.json.js');
    expect(existsSync(file)).toBe(true);
    rmSync(file);
    await withPage(153, torn.at('risks/'), async ({ page }) => {
      await says(page, '文件夹里的 data/register.json 没有');
      await says(page, '重新解开');
    });
  });
});
