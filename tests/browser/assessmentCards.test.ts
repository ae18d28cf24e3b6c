import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../src/model/checks/catalogue.ts';
import { placedRisks } from '../../src/model/wall/wall.ts';
import { mainWallOf, risksOf, wallsOf } from '../fixtures/contentExamples.ts';
import {
  answerByKeys,
  answeredCount,
  begin,
  department,
  post,
  risks,
} from './support/assessmentPage.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { content } from './support/content.ts';
import { repeatWalls } from './support/manyRisks.ts';
import { appears } from './support/onPage.ts';
import { servedSite } from './support/servedSite.ts';
import { settled, withPage } from './support/visit.ts';

const site = servedSite();
const start = () => `${site.home}self-assessment/`;

/** The post of a department that most of its risks name. */
function fullestPostOf(name: string) {
  const posts = catalogueOf(content).filter((one) => one.department.name === name);
  const count = (one: (typeof posts)[number]) =>
    risks.filter((risk) => risk.department === name && risk.posts.includes(one.name)).length;
  const [first] = [...posts].sort((a, b) => count(b) - count(a));
  if (!first) throw new Error(`${name}没有岗位`);
  return first;
}

describe('自查的卡片', () => {
  test('选定的岗位在墙和目录上也能用', async () => {
    const { slug, wall } = mainWallOf(department);
    const mine = placedRisks(wall).filter(
      ({ risk }) => risk.department === department.name && risk.postLevel !== '领导',
    );
    await withPage(
      153,
      `${start()}${post}&level=${encodeURIComponent('普通')}`,
      async ({ page }) => {
        await begin(page);
        await page.goto(`${start()}${post}&level=${encodeURIComponent('普通')}`);
        await appears(page, '.choices');
        // A choice of one's own is remembered; one that came with an address is not.
        await page.locator('fieldset:has-text("岗位层级") input').nth(1).check();
        await page.click('text=这是我的岗位，记下来');
        await page.goto(`${site.home}walls/${slug}/`);
        const visible = () => page.locator('.risk:not(.is-others)').count();
        const all = await visible();
        await page.locator('[data-my-post] input').check();
        expect(await visible()).toBe(mine.length);
        expect(mine.length).toBeLessThan(all);
        for (const meta of await page
          .locator('.risk:not(.is-others) .risk-meta')
          .allTextContents()) {
          expect(meta).toMatch(new RegExp(`｜(?:普通|中层)岗位｜${department.name} `));
        }
        // A link to a risk of another post shows it all the same.
        const hidden = await page.locator('.risk.is-others').first().getAttribute('id');
        await page.evaluate((id) => {
          location.hash = id ?? '';
        }, hidden);
        await expect.poll(visible).toBe(all);
        await page.goto(`${site.home}walls/`);
        await page.locator('[data-mine] input').check();
        expect(await page.locator('.wall-cards > li:not([hidden])').count()).toBeLessThan(
          await page.locator('.wall-cards > li').count(),
        );
      },
    );
  });

  test('措施就在卡片里，不用点开；和墙上写的一字不差', async () => {
    const wanted = new Map(risksOf(content).map(({ risk }) => [risk.id, risk.controls]));
    await withPage(153, start() + post, async ({ page }) => {
      await begin(page);
      const item = page.locator('[data-risk]').first();
      const id = (await item.getAttribute('data-risk')) ?? '';
      const controls = wanted.get(id) ?? [];
      expect(controls.length).toBeGreaterThan(2);
      expect(await item.locator('.controls li').allTextContents()).toEqual(
        controls.map(({ phase, by, text }) => `${phase} ${by}：${text}`),
      );
      expect(await item.locator('.controls').isVisible()).toBe(true);
    });
  });

  test('本处室的墙在前，别的按等级；写了岗位再打开，本人的在最前', async () => {
    const whole = wallsOf(content).filter(({ wall }) =>
      wall.leadDepartments.includes(department.name),
    );
    await withPage(153, start() + post, async ({ page }) => {
      await begin(page);
      const first = () => page.locator('.wall-heading').first().textContent();
      const names = whole.map(({ wall }) => wall.powerItem);
      const told = (await first()) ?? '';
      expect(names.some((name) => told.includes(name))).toBe(true);
      await page.fill('#head-department', department.name);
      const holder = fullestPostOf(department.name);
      await page.fill('#head-post', holder.name);
      await settled(page);
      await page.reload();
      await appears(page, '.risk-item');
      expect(await page.locator('.section-heading').first().textContent()).toMatch(/^我的岗位（/);
      const ids = await page.$$eval('[data-risk]', (items) =>
        items.map((item) => item.getAttribute('data-risk') ?? ''),
      );
      const own = new Set(
        risksOf(content)
          .filter(
            ({ risk }) => risk.department === department.name && risk.posts.includes(holder.name),
          )
          .map(({ risk }) => risk.id),
      );
      expect(own.size).toBeGreaterThan(0);
      expect(new Set(ids.slice(0, own.size))).toEqual(own);
    });
  });

  test('一步都不适用：一个理由一次选好，判断过的不动，撤得回去', async () => {
    await withPage(153, start() + post, async ({ page }) => {
      await begin(page);
      // A step of three or more, so that one can be judged before and two are left.
      const steps = page.locator('.risk-group');
      const sizes = await steps.evaluateAll((all) =>
        all.map((step) => step.querySelectorAll('[data-risk]').length),
      );
      const target = steps.nth(sizes.findIndex((size) => size > 2));
      const all = await target.locator('[data-risk]').count();
      expect(all).toBeGreaterThan(2);
      await target.scrollIntoViewIfNeeded();
      await target.locator('.state input').first().check();
      const judged = 1;
      await target.locator('.step-heading button').click();
      await target.locator('text=本岗位不办这一环节').first().click();
      await target.locator('.button.is-main').click();
      const set = () => target.locator('.state input[value="不适用"]:checked').count();
      await expect.poll(set).toBe(all - judged);
      expect(await target.locator('.state input[value="已落实"]:checked').count()).toBe(judged);
      expect(await answeredCount(page)).toBe(all);
      expect(await target.locator('.fault-text').count()).toBe(0);
      await target.locator('text=撤销').click();
      await expect.poll(set).toBe(0);
      expect(await answeredCount(page)).toBe(1);
    });
  });

  test('待确认只有一种数法：进度、只看、结果都一样', async () => {
    await withPage(153, start() + post, async ({ page }) => {
      const count = await begin(page);
      await page.locator('[data-risk] .state input').first().focus();
      for (const key of ['1', '5', '5']) {
        await page.keyboard.press(key);
        await page.keyboard.press('ArrowDown');
      }
      await expect.poll(() => answeredCount(page)).toBe(1);
      expect(await page.textContent('.progress')).toContain(
        `没有判断 ${count - 1}（其中待确认 2）`,
      );
      await page.selectOption('.fill-filter select', '没有判断的');
      await expect.poll(() => page.locator('[data-risk]').count()).toBe(count - 1);
      await page.click('.record-views >> text=结果');
      await appears(page, '.figures');
      const figures = (await page.textContent('.figures')) ?? '';
      expect(figures).toContain(`没有判断（其中待确认 2）${count - 1}`);
    });
  });

  test('三千个风险点：远处的只有轮廓，跟着看的人画；最后一条也走得到、答得上', async () => {
    await withPage(153, `${site.home}about/`, async ({ page, faults }) => {
      await repeatWalls(page, 3000);
      await page.goto(start());
      const count = await begin(page);
      expect(count).toBe(3000);
      const drawn = () => page.locator('[data-risk] .state input').count();
      expect(await drawn()).toBeLessThan(200 * 5);
      // Found by the browser's own search, drawn or not.
      const last = page.locator('[data-risk]').last();
      expect((await last.textContent())?.length).toBeGreaterThan(20);
      const id = (await last.getAttribute('data-risk')) ?? '';
      await page.goto(`${page.url()}/${id}`);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest('[data-risk]')?.id))
        .toBe(`item-${id}`);
      await page.keyboard.press('1');
      await expect.poll(() => answeredCount(page)).toBe(1);
      expect(await drawn()).toBeLessThan(300 * 5);
      // Up with the arrows through what was never near: no risk is passed over.
      for (let i = 0; i < 40; i += 1) {
        await page.keyboard.press('ArrowUp');
        await page.keyboard.press('2');
      }
      await expect.poll(() => answeredCount(page)).toBe(41);
      expect(faults).toEqual([]);
    });
  });

  test('四个部分都没有无障碍毛病，明暗都是', async () => {
    await withPage(153, start() + post, async ({ page }) => {
      await begin(page);
      await answerByKeys(page, 0, 6);
      await page.locator('text=定级和备注').first().click();
      await page.click('text=补充一个风险点');
      for (const view of ['逐条自查', '检查漏项', '结果', '打印排查表']) {
        await page.click(`.record-views >> text=${view}`);
        await settled(page);
        expect(await axeFaultsInBothThemes(page), view).toEqual([]);
      }
    });
  });
});
