import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { longestWall, wallsOf } from '../fixtures/contentExamples.ts';
import { presentationOf } from '../../src/model/present/slides.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { overflowOf } from './support/onPage.ts';
import { printPage, textOf } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { settled, withPage } from './support/visit.ts';

const site = servedSite();

const walls = wallsOf(content);
const longest = longestWall(content);
const riskiest = [...walls].sort((a, b) => charactersOf(b) - charactersOf(a))[0] ?? longest;
const shown = [...new Set([longest.slug, riskiest.slug, walls[0]?.slug, walls.at(-1)?.slug])]
  .flatMap((slug) => walls.find((one) => one.slug === slug) ?? [])
  .slice(0, 3);

function charactersOf({ wall }: (typeof walls)[number]): number {
  return JSON.stringify(wall.steps).length;
}

const slidesOf = ({ wall }: (typeof walls)[number]) => {
  const quiz = content.quizzes.find(({ data }) => data.wall === wall.id);
  return presentationOf(wall, quiz?.data.questions ?? []);
};
const [wall = longest] = shown;
const address = (slug = wall.slug, hash = '') => `${site.home}walls/${slug}/present/${hash}`;

/** Ids of the slides that are seen; one, as long as all is well. */
const seen = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('[data-slide]'))
      .filter((slide) => slide.getClientRects().length > 0)
      .map(({ id }) => id)
      .join(),
  );
const hashOf = (page: Page) => page.evaluate(() => location.hash);
const isAnswerSeen = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll('[data-answer]')).some(
      (answer) => answer.getClientRects().length > 0,
    ),
  );

const { steps, count } = slidesOf(wall);
const stepAt = (number: number) => `step-${wall.wall.steps[number - 1]?.id ?? ''}`;
const question = steps.flatMap(({ slides }) => slides).find(({ kind }) => kind === 'question');

describeInKernels('宣讲', fullKernels, (kernel) => {
  test.each(['#%E0%A4%A', '#s0', '#nowhere'])('地址是 %s，从第一页放起', async (hash) => {
    await withPage(kernel, address(wall.slug, hash), async ({ page, faults }) => {
      await settled(page);
      expect(await seen(page)).toBe('s1');
      expect(faults).toEqual([]);
    });
  });

  test('一次一页；方向键、空格、翻页笔往前往后，Home、End 到两头；刷新和后退还在这一页', async () => {
    await withPage(kernel, address(), async ({ page, faults }) => {
      await settled(page);
      expect(await seen(page)).toBe('s1');
      for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp']) {
        await page.keyboard.press(key);
        const isOn = ['ArrowRight', 'ArrowDown', 'PageDown'].includes(key);
        expect(await seen(page), key).toBe(isOn ? stepAt(1) : 's1');
      }
      await page.keyboard.press('Space');
      expect(await hashOf(page)).toBe(`#${stepAt(1)}`);
      await page.keyboard.press('End');
      expect(await seen(page)).toBe(`s${count}`);
      await page.keyboard.press('PageDown');
      expect(await seen(page)).toBe(`s${count}`);
      await page.reload();
      await settled(page);
      expect(await seen(page)).toBe(`s${count}`);
      await page.keyboard.press('Home');
      expect(await seen(page)).toBe('s1');
      await page.goto(address(wall.slug, `#${stepAt(2)}`));
      expect(await seen(page)).toBe(stepAt(2));
      await page.goto(`${site.home}walls/`);
      await page.goBack();
      await settled(page);
      expect(await seen(page)).toBe(stepAt(2));
      expect(faults).toEqual([]);
    });
  });

  test('答案按一下才出来，再按才翻页；用鼠标点也行', async () => {
    if (!question) throw new Error('这面墙没有题');
    for (const key of ['Enter', 'Space', 'PageDown', 'click']) {
      await withPage(kernel, address(wall.slug, `#${question.anchor}`), async ({ page }) => {
        await settled(page);
        expect(await seen(page)).toBe(question.anchor);
        expect(await isAnswerSeen(page), key).toBe(false);
        if (key === 'click') await page.click(`#${question.anchor} [data-reveal]`);
        else await page.keyboard.press(key);
        expect(await seen(page), key).toBe(question.anchor);
        expect(await isAnswerSeen(page), key).toBe(true);
        await page.keyboard.press('Space');
        expect(await seen(page), key).not.toBe(question.anchor);
      });
    }
  });

  test('Esc 和“退出”回到墙上的这一步；墙上选了哪一步，宣讲就从哪一步起', async () => {
    await withPage(kernel, address(wall.slug, `#${stepAt(2)}`), async ({ page, faults }) => {
      await settled(page);
      await page.keyboard.press('PageDown');
      expect(await page.getAttribute('[data-present-exit]', 'href')).toContain(`#${stepAt(2)}`);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !location.pathname.includes('/present/'));
      await settled(page);
      expect(new URL(page.url()).pathname).toBe(`/walls/${wall.slug}/`);
      expect(await hashOf(page)).toBe(`#${stepAt(2)}`);
      await page.click('[data-present-link]');
      await page.waitForFunction(() => location.pathname.includes('/present/'));
      await settled(page);
      expect(await seen(page)).toBe(stepAt(2));
      expect(faults).toEqual([]);
    });
  });

  test('Tab 只走到看得见的东西；在按钮上按回车，焦点留在按钮上', async () => {
    await withPage(kernel, address(wall.slug, `#${stepAt(3)}`), async ({ page }) => {
      await settled(page);
      for (let i = 0; i < 40; i += 1) {
        await page.keyboard.press('Tab');
        const isHidden = await page.evaluate(
          () => document.activeElement?.getClientRects().length === 0,
        );
        expect(isHidden).toBe(false);
      }
      await page.focus('[data-present="on"]');
      await page.keyboard.press('Enter');
      expect(await seen(page)).not.toBe(stepAt(3));
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-present'))).toBe(
        'on',
      );
      await page.click('[data-present="back"]');
      // After the mouse the next press is for the slides.
      await page.keyboard.press('Space');
      expect(await seen(page)).not.toBe(stepAt(3));
    });
  });

  test('手指往左划是下一页，往右划是上一页', async () => {
    await withPage(
      kernel,
      address(),
      async ({ page }) => {
        await settled(page);
        const swipe = (from: number, to: number) =>
          page.evaluate(
            ([x = 0, end = 0]) => {
              const target = document.querySelector('[data-presentation]') ?? document.body;
              const touch = (clientX: number) =>
                new Touch({ identifier: 1, target, clientX, clientY: 300 });
              const send = (type: string, one: Touch) =>
                target.dispatchEvent(
                  new TouchEvent(type, {
                    bubbles: true,
                    touches: type === 'touchend' ? [] : [one],
                    changedTouches: [one],
                  }),
                );
              send('touchstart', touch(x));
              send('touchend', touch(end));
            },
            [from, to],
          );
        await swipe(300, 100);
        expect(await seen(page)).toBe(stepAt(1));
        await swipe(100, 120);
        expect(await seen(page)).toBe(stepAt(1));
        await swipe(100, 300);
        expect(await seen(page)).toBe('s1');
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true },
    );
  });

  test.each(shown.map(({ slug, ...one }) => [slug, { slug, ...one }] as const))(
    '%s：1024×768 和 1920×1080 上每一页都放得下，字不小于窗口高的 2.6%',
    async (slug, one) => {
      await withPage(kernel, address(slug), async ({ page }) => {
        for (const [width, height] of [
          [1024, 768],
          [1920, 1080],
        ] as const) {
          await page.setViewportSize({ width, height });
          await page.keyboard.press('Home');
          let slides = 1;
          for (let last = ''; last !== `s${slidesOf(one).count}`;) {
            const now = await page.evaluate(fitOfSlide);
            expect.soft(now.faults, `${width} ${now.id}`).toEqual([]);
            if (now.id !== last) slides += last === '' ? 0 : 1;
            last = now.id;
            await page.keyboard.press('PageDown');
          }
          expect(slides).toBe(slidesOf(one).count);
        }
      });
    },
    300_000,
  );

  test('印出来是讲义：A4 竖放，每一步、每个讲到的风险点和答案都在，没有字出纸边', async () => {
    await withPage(kernel, address(), async ({ page, faults }) => {
      await settled(page);
      const sheets = await printPage(page);
      for (const { widthMm, heightMm, texts } of sheets) {
        expect([Math.round(widthMm), Math.round(heightMm)]).toEqual([210, 297]);
        for (const { text, xMm, yMm } of texts) {
          expect(xMm > 9 && xMm < 201 && yMm > 9 && yMm < 288, text).toBe(true);
        }
      }
      // The font's dash comes back as a bar.
      const printed = sheets.map(textOf).join('').normalize('NFKC').replace(/―/g, '—');
      const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '');
      expect(printed).toContain(plain(wall.wall.powerItem));
      for (const { step, slides } of steps) {
        expect(printed).toContain(plain(step.name));
        for (const slide of slides) {
          if (slide.kind === 'risk') expect(printed).toContain(slide.risk.id.toUpperCase());
          if (slide.kind === 'question') {
            expect(printed).toContain(plain(`答案：${slide.question.answer}`));
          }
        }
      }
      // Two steps a sheet; a step longer than half of one may push the next over.
      expect(sheets.length).toBeLessThanOrEqual(Math.ceil((steps.length + 2) / 2) + 4);
      expect(faults).toEqual([]);
    });
  });
});

/** What does not fit of the slide that is seen, and letters that are too small. Runs in the browser. */
function fitOfSlide(): { readonly id: string; readonly faults: readonly string[] } {
  const slide = Array.from(document.querySelectorAll<HTMLElement>('[data-slide]')).find(
    ({ hidden }) => !hidden,
  );
  const root = document.documentElement;
  const faults: string[] = [];
  if (root.scrollHeight > window.innerHeight) {
    faults.push(`高出 ${root.scrollHeight - window.innerHeight} 像素`);
  }
  if (root.scrollWidth > root.clientWidth) faults.push('宽出窗口');
  const bar = document.querySelector('[data-present-bar]')?.getBoundingClientRect();
  for (const element of Array.from(slide?.querySelectorAll('*') ?? [])) {
    const hasText = Array.from(element.childNodes).some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
    const box = element.getBoundingClientRect();
    if (!hasText || box.width === 0 || element.matches('.visually-hidden, .visually-hidden *')) {
      continue;
    }
    const words = (element.textContent ?? '').trim().slice(0, 12);
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (size < 0.026 * window.innerHeight) faults.push(`字太小：${words}`);
    if (bar && box.bottom > bar.top + 1 && box.right > bar.left) faults.push(`被挡住：${words}`);
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) {
      faults.push(`被裁掉：${words}`);
    }
  }
  return { id: slide?.id ?? '', faults };
}

describe('宣讲，内核 153', () => {
  test('每一种页：浅色、深色自动检查都没有问题，窄屏上不用左右滚动', async () => {
    const kinds = new Map(
      steps.flatMap(({ slides }) => slides).map(({ kind, anchor }) => [kind, anchor] as const),
    );
    for (const anchor of ['s1', ...kinds.values(), `s${count}`]) {
      await withPage(153, address(wall.slug, `#${anchor}`), async ({ page, faults }) => {
        await settled(page);
        expect.soft(await axeFaultsInBothThemes(page), anchor).toEqual([]);
        if (anchor === question?.anchor) await page.keyboard.press('Enter');
        await page.setViewportSize({ width: 390, height: 844 });
        expect.soft(await axeFaultsInBothThemes(page), `${anchor} 窄屏`).toEqual([]);
        expect.soft(await overflowOf(page), anchor).toBeLessThanOrEqual(0);
        expect.soft(faults, anchor).toEqual([]);
      });
    }
  });

  test('没有脚本时各页一页接一页，都读得到，答案在题的下面', async () => {
    await withPage(
      153,
      address(),
      async ({ page }) => {
        const ids = await page.locator('[data-slide]').count();
        expect(ids).toBe(count);
        expect(await page.locator('[data-slide]:visible').count()).toBe(count);
        const answers = await page.locator('[data-answer]').count();
        expect(answers).toBeGreaterThan(0);
        expect(await page.locator('[data-answer]:visible').count()).toBe(answers);
        expect(await page.locator('[data-reveal]:visible').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    );
  });
});
