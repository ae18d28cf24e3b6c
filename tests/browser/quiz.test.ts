import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { firstPaper, wallWithQuiz } from '../fixtures/contentExamples.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, says, tabTo } from './support/onPage.ts';
import { printPage, textOf, writtenText } from './support/pdf.ts';
import { refuseStorage } from './support/refusals.ts';
import { servedSite } from './support/servedSite.ts';
import { settled, withPage } from './support/visit.ts';

const site = servedSite();
const start = () => `${site.home}quiz/`;

/** What kind of answer the question in view wants first. */
const kindInView = (page: Page) =>
  page.evaluate(() => {
    if (document.querySelector('.quiz-order')) return 'order';
    if (document.querySelector('.quiz-match')) return 'match';
    return document.querySelector('.quiz-option input[type="checkbox"]') ? 'several' : 'one';
  });

/** Answers everything in view by keyboard, rightly or not. */
async function answerByKeyboard(page: Page): Promise<void> {
  const kind = await kindInView(page);
  if (kind === 'order') {
    await tabTo(page, '.quiz-order button:not(:disabled)');
    await page.keyboard.press('Enter');
    return;
  }
  if (kind === 'match') {
    const count = await page.evaluate(() => document.querySelectorAll('.quiz-match select').length);
    for (let i = 0; i < count; i += 1) {
      await tabTo(page, '.quiz-match select');
      await page.keyboard.press('ArrowDown');
    }
    return;
  }
  const parts = await page.evaluate(
    () => document.querySelectorAll('.quiz-question fieldset').length,
  );
  for (let i = 0; i < parts; i += 1) {
    await tabTo(page, `.quiz-question fieldset:nth-of-type(${i + 1}) input`);
    await page.keyboard.press('Space');
  }
}

describeInKernels('测验，只用键盘', fullKernels, (kernel) => {
  test('练习：答了就讲，错的还会再来，也进了错题本', async () => {
    await withPage(kernel, start(), async ({ page, faults }) => {
      await appears(page, '.quiz .button.is-main');
      await tabTo(page, 'button', '开始练习');
      await page.keyboard.press('Enter');
      await appears(page, '.quiz-question');
      // Without an answer nothing is shown.
      await tabTo(page, 'button', '看答案');
      await page.keyboard.press('Enter');
      await says(page, '还没有答完');
      let sawWrong = false;
      for (let i = 0; i < 8 && !sawWrong; i += 1) {
        await page.evaluate(() =>
          document.querySelector<HTMLElement>('.quiz-question h3')?.focus(),
        );
        await answerByKeyboard(page);
        await tabTo(page, 'button', '看答案');
        await page.keyboard.press('Enter');
        await appears(page, '.quiz-outcome');
        // What is said of the answer has the focus, so that it is read out.
        expect(await page.evaluate(() => document.activeElement?.className)).toBe('quiz-outcome');
        const outcome = (await page.textContent('.quiz-outcome')) ?? '';
        expect(outcome).toMatch(/答对了|答错了|对了一部分/);
        expect(await page.locator('.quiz-verdict').count()).toBeGreaterThan(0);
        sawWrong = outcome.includes('再来一次');
        await tabTo(page, 'button', '下一题');
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => document.querySelector('.quiz-outcome') === null);
      }
      expect(sawWrong, '八题全对，没有试到错题').toBe(true);
      await page.goto(`${start()}#wrong`);
      await appears(page, '.record');
      expect(await page.textContent('.quiz')).toMatch(/把 \d+ 题再做一遍/);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('text=导出错题本'),
      ]);
      const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
        kind: string;
        wrongBook: Record<string, unknown>;
      };
      expect(file.kind).toBe('quiz');
      expect(Object.keys(file.wrongBook).length).toBeGreaterThan(0);
      expect(faults).toEqual([]);
    });
  });

  test('练习怎么答都做得完，看了答案每个选项都说为什么', async () => {
    await withPage(kernel, start(), async ({ page }) => {
      await appears(page, '.quiz .button.is-main');
      await page.click('text=开始练习');
      await appears(page, '.quiz-question');
      let turns = 0;
      for (; turns < 21 && (await page.isVisible('.quiz-question')); turns += 1) {
        await page.evaluate(() =>
          document.querySelector<HTMLElement>('.quiz-question h3')?.focus(),
        );
        await answerByKeyboard(page);
        await page.click('text=看答案');
        await appears(page, '.quiz-outcome');
        const [options, feedback] = await page.evaluate(() =>
          ['.quiz-option', '.quiz-options .quiz-feedback'].map(
            (one) => document.querySelectorAll(one).length,
          ),
        );
        expect(feedback).toBe(options);
        await page.click('text=下一题');
        await page.waitForFunction(() => document.querySelector('.quiz-outcome') === null);
      }
      expect(turns).toBeLessThanOrEqual(20);
      await says(page, '做完了：');
    });
  });

  test('练习到一半关掉，回来接着做，答过的不用再答', async () => {
    await withPage(kernel, start(), async ({ page }) => {
      await appears(page, '.quiz .button.is-main');
      await tabTo(page, 'button', '开始练习');
      await page.keyboard.press('Enter');
      await appears(page, '.quiz-question');
      for (let i = 0; i < 2; i += 1) {
        await answerByKeyboard(page);
        await tabTo(page, 'button', '看答案');
        await page.keyboard.press('Enter');
        await appears(page, '.quiz-outcome');
        await tabTo(page, 'button', '下一题');
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => document.querySelector('.quiz-outcome') === null);
      }
      const stands = () => page.textContent('.quiz-drill > [role="status"]');
      const where = async () => [await stands(), await page.textContent('.quiz-question')];
      const before = await where();
      await page.reload();
      await says(page, '上次有一组没有做完');
      await tabTo(page, 'button', '接着做');
      await page.keyboard.press('Enter');
      await appears(page, '.quiz-question');
      expect(await where()).toEqual(before);
      await page.reload();
      await says(page, '上次有一组没有做完');
      await page.click('text=不要了');
      await page.reload();
      await appears(page, '.quiz .button.is-main');
      expect(await page.textContent('.quiz')).not.toContain('上次有一组没有做完');
    });
  });

  test('成绩存不住，当场说，还能存成文件', async () => {
    await withPage(kernel, `${start()}#exam`, async ({ page }) => {
      await appears(page, '.quiz .button.is-main');
      await tabTo(page, 'button', '开始考试');
      await page.keyboard.press('Enter');
      await appears(page, '.quiz-question');
      await refuseStorage(page, 'QuotaExceededError');
      await tabTo(page, 'button', '交卷');
      await page.keyboard.press('Enter');
      await tabTo(page, 'button', '就这样交');
      await page.keyboard.press('Enter');
      await says(page, '成绩没有存住');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click('text=存成文件'),
      ]);
      const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
        exams: unknown[];
      };
      expect(file.exams).toHaveLength(1);
    });
  });

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

  test('墙上测一测：点开才取题，做得下去', async () => {
    const { slug, questionCount } = wallWithQuiz(content);
    await withPage(kernel, `${site.home}walls/${slug}/`, async ({ page, faults, asked }) => {
      const questions = () => asked.filter((path) => path.startsWith('/data/quiz'));
      await settled(page);
      expect(questions()).toEqual([]);
      await page.click('[data-wall-quiz]');
      await appears(page, '.quiz-question');
      expect(questions().length).toBeGreaterThan(0);
      expect(await page.textContent('[data-wall-quiz-place]')).toContain(
        `还有 ${Math.min(5, questionCount)} 题`,
      );
      await answerByKeyboard(page);
      await page.click('text=看答案');
      await appears(page, '.quiz-outcome');
      expect(faults).toEqual([]);
    });
  });
});

test('每一个画面 axe 都没有问题，明暗都是', async () => {
  await withPage(153, start(), async ({ page }) => {
    for (const hash of ['practice', 'exam', 'wrong', 'records', 'paper']) {
      await page.goto(`${start()}#${hash}`);
      await appears(page, `#${hash}`);
      expect(await axeFaultsInBothThemes(page), hash).toEqual([]);
    }
    await page.goto(`${start()}#exam`);
    await page.click('text=开始考试');
    await appears(page, '.quiz-question');
    expect(await axeFaultsInBothThemes(page), '考试中').toEqual([]);
    await page.click('text=交卷');
    await page.click('text=就这样交');
    await appears(page, '#result');
    await page.click('text=看全部题目');
    expect(await axeFaultsInBothThemes(page), '结果').toEqual([]);
  });
});
