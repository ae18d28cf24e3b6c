import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { longestWall, wallsOf } from '../fixtures/contentExamples.ts';
import { riskAnchor, stepAnchor } from '../../src/model/wall/wall.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { servedSite } from './support/servedSite.ts';
import { inWindow, settled, withPage } from './support/visit.ts';

const site = servedSite();
const walls = wallsOf(content);
const { slug, wall } = longestWall(content);
const address = (tail = '') => `${site.home}walls/${slug}/${tail}`;
const anchorAt = (number: number) => stepAnchor(wall.steps[number - 1]?.id ?? '');
const boxOf = (number: number) => `.flowchart .step > a[href="#${anchorAt(number)}"]`;

/** Anchors of the parts that are seen beside the chart. */
const seen = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('.wall-steps > .step, .wall-steps > .exits'))
      .filter((part) => !part.hidden && part.getClientRects().length > 0)
      .map((part) => part.getAttribute('aria-labelledby'))
      .join(),
  );
const current = (page: Page) =>
  page.evaluate(() => document.querySelector('.flowchart [aria-current]')?.getAttribute('href'));
const textOf = (page: Page) =>
  page.evaluate(() =>
    (document.querySelector<HTMLElement>('.wall-steps')?.innerText ?? '').replace(/\s+/g, ''),
  );

/**
 * Goes through every box of the page's chart, and through every risk by its address; runs inside the
 * browser. @returns what could not be reached.
 */
function unreached(): string[] {
  const faults: string[] = [];
  const shown = () =>
    Array.from(document.querySelectorAll<HTMLElement>('.wall-steps > .step')).filter(
      (step) => !step.hasAttribute('hidden'),
    );
  for (const link of Array.from(document.querySelectorAll('.flowchart .step > a'))) {
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    const [step, ...others] = shown();
    const anchor = step?.getAttribute('aria-labelledby') ?? '';
    if (others.length > 0 || `#${anchor}` !== link.getAttribute('href')) {
      faults.push(`${link.getAttribute('href')} 打开的是 ${anchor}`);
    }
    for (const risk of Array.from(step?.querySelectorAll('.risk') ?? [])) {
      const button = risk.querySelector<HTMLElement>('.risk-fold');
      const body = risk.querySelector('dl');
      if (!body?.hasAttribute('hidden')) faults.push(`${risk.id} 没有收起`);
      button?.click();
      if (body?.hasAttribute('hidden')) faults.push(`${risk.id} 展不开`);
      button?.click();
    }
  }
  for (const risk of Array.from(document.querySelectorAll('.risk'))) {
    history.replaceState(null, '', `#${risk.id}`);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
    const isShown = shown().some((step) => step.contains(risk));
    if (!isShown || risk.querySelector('dl')?.hasAttribute('hidden')) {
      faults.push(`地址 #${risk.id} 打不开它`);
    }
  }
  return faults;
}

describeInKernels('一屏看', fullKernels, (kernel) => {
  test.each(walls.map((one) => [one.slug] as const))(
    '%s：图上每一个框都打开它那一步，每个风险点展得开、按地址到得了',
    async (name) => {
      await inWindow(kernel, `${site.home}walls/${name}/`, async ({ page, faults }) => {
        await settled(page);
        expect(await page.evaluate(unreached)).toEqual([]);
        expect(faults).toEqual([]);
      });
    },
  );

  test('鼠标点、回车、方向键、上一步下一步、地址、后退、刷新都选得了一步；图上标出来', async () => {
    await withPage(kernel, address(), async ({ page }) => {
      await settled(page);
      expect(await seen(page)).toBe(anchorAt(1));
      await page.click(boxOf(3));
      expect(await seen(page)).toBe(anchorAt(3));
      expect(await current(page)).toBe(`#${anchorAt(3)}`);
      await page.focus(boxOf(5));
      await page.keyboard.press('Enter');
      expect(await seen(page)).toBe(anchorAt(5));
      await page.focus(boxOf(5));
      await page.keyboard.press('ArrowDown');
      expect(await seen(page)).toBe(anchorAt(6));
      await page.click('[data-step-pager] [rel="prev"]');
      expect(await seen(page)).toBe(anchorAt(5));
      await page.goBack();
      expect(await seen(page)).toBe(anchorAt(6));
      await page.reload();
      await settled(page);
      expect(await seen(page)).toBe(anchorAt(6));
      const risk = riskAnchor(wall.steps[1]?.risks[0]?.id ?? '');
      await page.evaluate((anchor) => (location.hash = anchor), risk);
      await page.waitForFunction(
        (anchor) =>
          document.getElementById(anchor)?.querySelector('dl')?.hasAttribute('hidden') === false,
        risk,
      );
      expect(await seen(page)).toBe(anchorAt(2));
    });
  });

  test('1366×768 第一屏：整个标题、图的开头和选中的一步都在，字不小于 12 像素', async () => {
    await withPage(
      kernel,
      address(),
      async ({ page }) => {
        await settled(page);
        const tops = await page.evaluate(() =>
          [
            'h1',
            '.flowchart [data-node="start"]',
            '.step:not([hidden]) h3',
            '.step:not([hidden]) .risk',
          ]
            .map((selector) => document.querySelector(selector)?.getBoundingClientRect())
            .map((box) => (box ? [box.top, box.bottom] : [])),
        );
        for (const [top = -1, bottom = 9999] of tops) {
          expect(top).toBeGreaterThanOrEqual(0);
          expect(bottom).toBeLessThanOrEqual(768);
        }
      },
      { viewport: { width: 1366, height: 768 } },
    );
  });

  test('全文：一处不少，和没有脚本时的字一样；选了就记住', async () => {
    const plain = await withPage(kernel, address(), async ({ page }) => textOf(page), {
      javaScriptEnabled: false,
    });
    await withPage(kernel, address(), async ({ page }) => {
      await settled(page);
      await page.click('[data-view="text"]');
      // The line about my post is there for scripts only.
      const mine = (text: string) => text.replace(/选定我的岗位，就可以只看自己的风险点。/, '');
      expect(mine(await textOf(page))).toBe(mine(plain));
      await page.reload();
      await settled(page);
      expect(mine(await textOf(page))).toBe(mine(plain));
      await page.click('[data-view="board"]');
      expect(await seen(page)).toBe(anchorAt(1));
    });
  });

  test('收起来的东西按 Tab 到不了；浏览器自己的查找找到它，就打开它', async () => {
    await withPage(kernel, address(), async ({ page }) => {
      await settled(page);
      await page.click('main');
      for (let i = 0; i < 80; i += 1) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate(() => document.activeElement?.closest('[hidden]')?.id)).toBe(
          undefined,
        );
      }
      // The browser searches what is hidden like this, and not what has no box.
      const searched = await page.evaluate(() => {
        const { display, contentVisibility, height } = getComputedStyle(
          document.querySelector('.wall-steps > .step[hidden]') ?? document.body,
        );
        return [display, contentVisibility, height];
      });
      expect(searched).toEqual(['block', 'hidden', '0px']);
      await page.evaluate((anchor) => {
        document
          .querySelector(`[aria-labelledby="${anchor}"] .risk dl`)
          ?.dispatchEvent(new Event('beforematch', { bubbles: true }));
      }, anchorAt(4));
      expect(await seen(page)).toBe(anchorAt(4));
    });
  });

  test('图例上按等级、类别、层级筛，不合的变淡，个数跟着变', async () => {
    await withPage(kernel, address(), async ({ page }) => {
      await settled(page);
      const faded = () =>
        page.evaluate(() => ({
          signs: document.querySelectorAll('.flowchart [data-risk].is-faded').length,
          cards: document.querySelectorAll('.risk.is-faded').length,
          count: document.querySelector('[data-filter-grade="1"] [data-count]')?.textContent,
        }));
      expect(await faded()).toMatchObject({ signs: 0, cards: 0 });
      const risks = wall.steps.flatMap((step) => step.risks);
      await page.click('[data-filter-grade="1"]');
      const gravest = risks.filter(({ grade }) => grade === '一类').length;
      expect(await faded()).toEqual({ signs: gravest, cards: gravest, count: String(gravest) });
      await page.click('[data-filter-grade="1"]');
      await page.selectOption('[data-filter-level]', '领导岗位');
      const leaders = risks.filter(({ postLevel }) => postLevel === '领导');
      expect(await faded()).toEqual({
        signs: risks.length - leaders.length,
        cards: risks.length - leaders.length,
        count: String(leaders.filter(({ grade }) => grade === '一类').length),
      });
    });
  });

  test('手机上步骤单就是图，点一步从下面上来，返回还在原处', async () => {
    await withPage(
      kernel,
      address(),
      async ({ page }) => {
        await settled(page);
        expect(await seen(page)).toBe('');
        const row = `.wall-contents a[href="#${anchorAt(4)}"]`;
        await page.evaluate((one) => document.querySelector(one)?.scrollIntoView(), row);
        const before = await page.evaluate(() => window.scrollY);
        await page.tap(row);
        expect(await seen(page)).toBe(anchorAt(4));
        const sheet = await page.evaluate(() => {
          const box = document.querySelector('.wall-steps > .step:not([hidden])');
          return box?.getBoundingClientRect().toJSON() as { top: number; width: number };
        });
        expect([sheet.top, sheet.width]).toEqual([0, 390]);
        await page.tap('.step-close');
        expect(await seen(page)).toBe('');
        expect(Math.abs((await page.evaluate(() => window.scrollY)) - before)).toBeLessThan(3);
        await page.goBack();
        expect(await seen(page)).toBe(anchorAt(4));
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true },
    );
  });

  test('没有无障碍毛病，明暗都是', async () => {
    await withPage(kernel, address(), async ({ page }) => {
      await settled(page);
      expect(await axeFaultsInBothThemes(page)).toEqual([]);
    });
  });
});

describeInKernels('一屏看不了的内核', [92], (kernel) => {
  test('照样是一整篇，每一步、每个风险点都在', async () => {
    await withPage(kernel, address(), async ({ page }) => {
      await settled(page);
      expect((await seen(page)).split(',')).toEqual([
        ...wall.steps.map(({ id }) => stepAnchor(id)),
        ...(wall.exits.length > 0 ? ['exits'] : []),
      ]);
    });
  });
});

describeInKernels('大图和全部墙', fullKernels, (kernel) => {
  test('大图上每个风险点都通到它那一步；源文件抄得出来', async () => {
    await withPage(kernel, address('chart/'), async ({ page }) => {
      await settled(page);
      const risk = wall.steps[2]?.risks[0]?.id ?? '';
      await page.click('[data-chart-source]');
      await page.waitForFunction(() =>
        document.querySelector('[data-chart-told]')?.textContent?.includes('已复制'),
      );
      await page.click(`.risk-link[data-risk="${risk}"]`);
      await page.waitForFunction((anchor) => location.hash === `#${anchor}`, riskAnchor(risk));
      await page.waitForSelector('.is-board-ready');
      expect(await seen(page)).toBe(anchorAt(3));
    });
  });

  test('一块砖一步：点它到那一步，按岗位筛了个数跟着变', async () => {
    await withPage(kernel, `${site.home}walls/`, async ({ page }) => {
      await settled(page);
      const all = walls.flatMap((one) => one.wall.steps).length;
      expect(await page.textContent('[data-bricks-count]')).toContain(`${all} 步`);
      await page.selectOption('[data-bricks-filter] [name="category"]', { index: 1 });
      const left = await page.$$eval('.brick:not(.is-faded)', ({ length }) => length);
      expect(left).toBeLessThan(all);
      expect(await page.textContent('[data-bricks-count]')).toContain(`${left} 步`);
      await page.click(`.brick[href$="${slug}/#${anchorAt(2)}"]`);
      await page.waitForFunction(() => location.hash !== '');
      await settled(page);
      expect(await seen(page)).toBe(anchorAt(2));
    });
  });
});
