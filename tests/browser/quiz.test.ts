import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wallWithQuiz } from '../fixtures/contentExamples.ts';
import { answerByKeyboard } from './support/answerQuiz.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, says, tabTo } from './support/onPage.ts';
import { refuseStorage } from './support/refusals.ts';
import { servedSite } from './support/servedSite.ts';
import { settled, withPage } from './support/visit.ts';

const site = servedSite();
const start = () => `${site.home}quiz/`;

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
