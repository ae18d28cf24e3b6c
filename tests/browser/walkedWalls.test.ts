import { afterAll, expect, test } from 'vitest';
import { gravestFirst, riskAnchor, stepAnchor } from '../../src/model/wall/wall.ts';
import { firstWall, longestWall } from '../fixtures/contentExamples.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears } from './support/onPage.ts';
import { settled } from './support/visit.ts';
import { walkedTable } from './support/walker.ts';
import { walls, walked, walk, topOf, smallestLetters } from './support/walkedTasks.ts';

afterAll(() => {
  console.log(walkedTable(walked));
});

describeInKernels('看墙、讲墙走一遍', fullKernels, (kernel) => {
  test('手机上看墙：先是标题，再是步骤单，点一步从下面上来，返回还在原处', async () => {
    const { slug, wall } = longestWall(content);
    const anchor = stepAnchor(wall.steps[3]?.id ?? '');
    await walk(
      kernel,
      { task: '13 手机上看一步再返回', limit: 3 },
      async (walker) => {
        const { page } = walker;
        await walker.tap(`.bricks-name[href$="/${slug}/"]`);
        await appears(page, '.wall-board');
        await settled(page);
        const top = await topOf(page, 'h1');
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top).toBeLessThan(400);
        expect(await topOf(page, '.wall-contents')).toBeGreaterThan(top);
        expect(await page.locator('.wall-contents a[href^="#step-"]:visible').count()).toBe(
          wall.steps.length,
        );
        const row = `.wall-contents a[href="#${anchor}"]`;
        await page.locator(row).scrollIntoViewIfNeeded();
        const before = await page.evaluate(() => window.scrollY);
        await walker.tap(row);
        const step = `.step[aria-labelledby="${anchor}"]`;
        await page.waitForSelector(step);
        expect(Math.round(await topOf(page, step))).toBe(0);
        await walker.tap('.step-close');
        expect(await page.isVisible(step)).toBe(false);
        const after = await page.evaluate(() => window.scrollY);
        expect(Math.abs(after - before)).toBeLessThan(3);
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true },
    );
  });

  test('投影宣讲：从墙上进去，用键盘到第三步，字够大', async () => {
    const { slug, wall } = firstWall(content);
    const height = 1080;
    await walk(
      kernel,
      { task: '14 宣讲到第三步', limit: 5 },
      async (walker) => {
        const { page } = walker;
        await walker.click(`.bricks-name[href$="/${slug}/"]`);
        await appears(page, '.is-board-ready');
        walker.countAnew();
        await walker.click('text=宣讲');
        await appears(page, '[data-slide]');
        await settled(page);
        // The numbers of the steps are what Tab comes to first.
        for (let i = 0; i < 3; i += 1) await walker.press('Tab');
        await walker.press('Enter');
        const anchor = stepAnchor(wall.steps[2]?.id ?? '');
        await page.waitForSelector(`[data-slide]#${anchor}`);
        expect(await page.locator('[data-slide]:visible').count()).toBe(1);
        expect(await page.evaluate(smallestLetters)).toBeGreaterThanOrEqual(0.026 * height);
      },
      { viewport: { width: 1920, height } },
    );
  });

  // 补偿登记与签约 where the bureau has it; else the first step with several risks.
  const { slug, wall } = walls.find((one) => one.wall.id === 'w01') ?? firstWall(content);
  const step =
    wall.steps.find(({ id }) => id === 'w01-s08') ??
    wall.steps.find((one) => one.risks.length > 1) ??
    wall.steps[0];
  if (!step) throw new Error('墙上没有步骤');

  test('第一次来看一步：容易出什么事、谁来核、哪一条罚，三下都看得到', async () => {
    const [risk] = gravestFirst(step.risks);
    if (!risk) throw new Error('这一步没有风险点');
    await walk(kernel, { task: '15 看一步出什么事、谁核、哪条罚', limit: 3 }, async (walker) => {
      const { page } = walker;
      await walker.click(`.bricks-name[href$="/${slug}/"]`);
      await appears(page, '.is-board-ready');
      walker.countAnew();
      await walker.click(`.flowchart .step > a[href="#${stepAnchor(step.id)}"]`);
      for (const { id, title, manifestation } of step.risks) {
        const card = `#${riskAnchor(id)}`;
        expect(await page.isVisible(`${card} h4`), title).toBe(true);
        expect(await page.textContent(`${card} .risk-act`)).toContain(manifestation);
      }
      const card = `#${riskAnchor(risk.id)}`;
      await walker.click(`${card} .risk-fold`);
      await page.waitForSelector(`${card} .risk-penalties a`);
      expect(await page.locator(`${card} .risk-penalties a:visible`).count()).toBe(
        risk.penalties.length,
      );
      const shown = (await page.locator(card).innerText()).replace(/\s/g, '');
      for (const { by, text } of risk.controls) {
        expect(shown).toContain(`${by}：${text}`.replace(/\s/g, ''));
      }
    });
  });

  test('这一步的全部风险点：点“都展开”，图还在旁边', async () => {
    await walk(kernel, { task: '15 同上，全部风险点，图在旁边', limit: 3 }, async (walker) => {
      const { page } = walker;
      await walker.click(`.bricks-name[href$="/${slug}/"]`);
      await appears(page, '.is-board-ready');
      walker.countAnew();
      await walker.click(`.flowchart .step > a[href="#${stepAnchor(step.id)}"]`);
      const all = `.step[aria-labelledby="${stepAnchor(step.id)}"] .all-fold`;
      await walker.click(all);
      for (const { id, penalties } of step.risks) {
        expect(await page.locator(`#${riskAnchor(id)} .risk-penalties a:visible`).count()).toBe(
          penalties.length,
        );
      }
      expect(await page.isVisible('.flowchart')).toBe(true);
      expect(await page.textContent(all)).toBe('都收起');
      // One that is folded by itself changes what the button offers.
      await page.click(`#${riskAnchor(step.risks[0]?.id ?? '')} .risk-fold`);
      expect(await page.textContent(all)).toBe('都展开');
    });
  });

  test('第一次来，要看这一步的全部风险点：点“全文”就都展开了', async () => {
    await walk(kernel, { task: '15 同上，全部风险点', limit: 3 }, async (walker) => {
      const { page } = walker;
      await walker.click(`.bricks-name[href$="/${slug}/"]`);
      await appears(page, '.is-board-ready');
      walker.countAnew();
      await walker.click('[data-view="text"]');
      await walker.click(`.wall-contents a[href="#${stepAnchor(step.id)}"]`);
      for (const { id, controls, penalties } of step.risks) {
        const card = `#${riskAnchor(id)}`;
        const shown = await page.locator(card).innerText();
        for (const { by } of controls) expect(shown).toContain(by);
        expect(await page.locator(`${card} .risk-penalties a:visible`).count()).toBe(
          penalties.length,
        );
      }
      const top = await topOf(page, `.step[aria-labelledby="${stepAnchor(step.id)}"]`);
      expect(top).toBeLessThan(768);
    });
  });
});
