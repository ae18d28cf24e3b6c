import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { firstPaper } from '../fixtures/contentExamples.ts';
import { answerByKeyboard } from './support/answerQuiz.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, says, tabTo } from './support/onPage.ts';
import { printPage, textOf, writtenText } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const start = () => `${site.home}quiz/`;

describeInKernels('考试，只用键盘', fullKernels, (kernel) => {
  test('考试：中途刷新不丢，没答完会提醒，交卷以后才有答案，成绩单印得出来', async () => {
    const { questionCount, passMark } = firstPaper(content);
    await withPage(kernel, `${start()}#exam`, async ({ page, faults, asked }) => {
      await appears(page, '.quiz .button.is-main');
      await tabTo(page, 'button', '开始考试');
      await page.keyboard.press('Enter');
      await appears(page, '.quiz-question');
      await answerByKeyboard(page);
      await tabTo(page, 'button', '标记');
      await page.keyboard.press('Enter');
      await tabTo(page, '.quiz-grid button[aria-label^="第 5 题"]');
      await page.keyboard.press('Enter');
      await says(page, '第 5 题');
      await answerByKeyboard(page);
      const before = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.quiz-grid button'), (one) =>
          one.getAttribute('aria-label'),
        ),
      );
      expect(before[0]).toBe('第 1 题，已答，有标记');
      expect(before[4]).toBe('第 5 题，已答');
      expect(before[1]).toBe('第 2 题，未答');
      await page.reload();
      await appears(page, '.quiz-question');
      const after = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.quiz-grid button'), (one) =>
          one.getAttribute('aria-label'),
        ),
      );
      expect(after).toEqual(before);
      expect(await page.textContent('.quiz-question h3')).toContain('第 5 题');
      // Neither the page nor anything it fetched so far holds an answer.
      expect(asked.filter((path) => path.startsWith('/data/quiz')).length).toBeGreaterThan(0);
      expect(asked.filter((path) => path.includes('-key'))).toEqual([]);
      expect(await page.locator('.quiz-verdict').count()).toBe(0);

      await tabTo(page, 'button', '交卷');
      await page.keyboard.press('Enter');
      await says(page, `还有 ${questionCount - 2} 题没有答完`);
      await tabTo(page, 'button', '就这样交');
      await page.keyboard.press('Enter');
      await appears(page, '#result');
      expect(await page.textContent('#result')).toMatch(/^[\d.]+ 分/);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('result');
      expect(await page.textContent('.quiz')).toContain('建议再看');
      await page.fill('#quiz-name', '示例·甲');
      const sheets = await printPage(page);
      expect(sheets).toHaveLength(1);
      const [sheet = ''] = sheets.map(textOf);
      const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(
        (await page.textContent('.quiz-sheet')) ?? '',
      )?.[0];
      for (const wanted of [
        '测试成绩单',
        '示例·甲',
        '卷号',
        `合格${passMark}`,
        code ?? '没有码',
        ...content.bureau.data.signatures.scoreSheet,
      ]) {
        expect(sheet.includes(writtenText(wanted)), wanted).toBe(true);
      }

      // The exported file and the code on paper are one.
      await page.goto(`${start()}#records`);
      await appears(page, '.record');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('text=导出成绩和错题本'),
      ]);
      const file = readFileSync(await download.path());
      await page.goto(`${site.home}verify/`);
      await appears(page, 'input.code');
      await page.setInputFiles('input[type="file"]', {
        name: '测验记录.json',
        mimeType: 'application/json',
        buffer: file,
      });
      await page.fill('input.code', code ?? '');
      await says(page, '一致。');
      // On another computer: nothing there, then the file is read.
      await withPage(kernel, `${start()}#records`, async ({ page, faults }) => {
        await says(page, '还没有交过卷');
        await page.setInputFiles('.quiz input[type="file"]', {
          name: '坏的.json',
          mimeType: 'application/json',
          buffer: Buffer.from('{'),
        });
        await says(page, '读不出来');
        await page.setInputFiles('.quiz input[type="file"]', {
          name: '测验记录.json',
          mimeType: 'application/json',
          buffer: file,
        });
        await says(page, '读入了 1 次考试');
        expect(await page.textContent('.record .code')).toBe(code);
        // The same with a mark that somebody has written into it.
        const forged = JSON.parse(file.toString('utf8')) as {
          exams: { id: string; handedIn: { mark: number } }[];
        };
        const [own] = forged.exams;
        if (!own) throw new Error('文件里没有考试');
        const { mark } = own.handedIn;
        own.id = `${own.id}x`;
        own.handedIn.mark = mark === 100 ? 0 : 100;
        await page.setInputFiles('.quiz input[type="file"]', {
          name: '改过的.json',
          mimeType: 'application/json',
          buffer: Buffer.from(JSON.stringify(forged)),
        });
        await says(page, `按里面的作答重算是 ${mark} 分`);
        const titles = await page.locator('.record-title').allTextContents();
        for (const title of titles) expect(title).toContain(` ${mark} 分`.trim());
        expect(faults).toEqual([]);
      });
      expect(faults).toEqual([]);
    });
  });
});
