import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { firstWall, risksOf, wallWithQuiz, wordInTitles } from '../fixtures/contentExamples.ts';
import { content } from './support/content.ts';
import { refuseStorage } from './support/refusals.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const riskCount = risksOf(content).length;

const says = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), text);

/** Opens a page after the network has been changed, from a page that fetches nothing. */
async function openWith(
  page: Page,
  path: string,
  files: string,
  answer: Parameters<Page['route']>[1],
): Promise<void> {
  await page.route(files, answer);
  await page.goto(site.home + path);
}

const islands = [
  ['自查', 'self-assessment/', '[data-self-assessment]', '**/data/checklist.json', '风险点'],
  ['测验', 'quiz/', '[data-quiz]', '**/data/quiz.json', '题库'],
  ['承诺书', 'commitment/', '[data-commitment]', '**/data/letters.json', '承诺书的文字'],
  ['汇总', 'rollup/', '[data-rollup]', '**/data/register.json', '风险点'],
  ['台账', 'risks/', '[data-register]', '**/data/register.json', '筛选'],
] as const;

describe.each(islands)('%s', (_, path, host, file, what) => {
  // Two that wait for seconds wait beside one another.
  test.concurrent('程序没有取到：页面说该怎么办，不留一块空白', async () => {
    await withPage(153, `${site.home}help/`, async ({ page }) => {
      // The script of the page itself; the frame's switches are another one.
      await openWith(page, path, '**/assets/index.astro_astro_type_script*.js', (route) =>
        route.fulfill({ status: 404, body: '' }),
      );
      await says(page, '它的程序没有取到');
      expect(await page.innerText(host)).toContain('请刷新页面');
    });
  });

  test.concurrent('没有脚本，就不说程序没有取到', async () => {
    await withPage(
      153,
      site.home + path,
      async ({ page }) => {
        await page.waitForTimeout(2_500);
        // Playwright asks for what is seen, and scripts of the page are off.
        expect(await page.locator('.island-waiting:visible').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    );
  });

  test('服务器不给数据文件：说是哪个文件、什么状态、找谁', async () => {
    await withPage(153, `${site.home}help/`, async ({ page }) => {
      await openWith(page, path, file, (route) => route.fulfill({ status: 404, body: '' }));
      await says(
        page,
        `服务器没有给出 ${new URL(file.replace('**', 'http://x')).pathname.slice(1)}（404）`,
      );
      expect(await page.innerText(host)).toContain(what);
      expect(await page.innerText(host)).toContain('请管理员检查服务器上的文件类型设置');
    });
  });

  test('断了网，说的是网', async () => {
    await withPage(153, `${site.home}help/`, async ({ page }) => {
      await openWith(page, path, file, (route) => route.abort());
      await says(page, '没有连上服务器');
    });
  });

  test('文件读不出来，不说是网', async () => {
    await withPage(153, `${site.home}help/`, async ({ page }) => {
      await openWith(page, path, file, (route) => route.fulfill({ body: '<html>' }));
      await says(page, '读不出来');
    });
  });

  test('页面和文件不是同一次发布的：请刷新', async () => {
    await withPage(153, `${site.home}help/`, async ({ page }) => {
      await page.addInitScript(() => {
        document.addEventListener('readystatechange', () => {
          document.documentElement.dataset['siteVersion'] = 'old';
        });
      });
      await openWith(page, path, file, async (route) => {
        // Node does not know the name of the test host; the file is the same on the disk.
        const { pathname } = new URL(route.request().url());
        const data = JSON.parse(readFileSync(join('dist', pathname), 'utf8')) as object;
        await route.fulfill({ json: { ...data, siteVersion: 'new' } });
      });
      await says(page, '本站刚刚更新，这一页还是旧的，请刷新页面');
    });
  });
});

describe.each([153, 109] as const)('台账的地址，内核 %i', (kernel) => {
  test.each(['#%', '#%E0%A4%A', '#w99-r99'])('#%s 认不出来，表照样在', async (hash) => {
    await withPage(kernel, `${site.home}risks/${hash}`, async ({ page, faults }) => {
      // Of a long register the first rows are drawn at once.
      await page.waitForFunction(
        (least) => document.querySelectorAll('.register-table tbody tr').length >= least,
        Math.min(11, riskCount),
      );
      expect(await page.locator('[data-register-static]').count()).toBe(0);
      expect(faults).toEqual([]);
    });
  });

  test('程序画不出来：原来的表不走，页面说出了错', async () => {
    await withPage(kernel, `${site.home}help/`, async ({ page }) => {
      await openWith(page, 'risks/', '**/data/register.json', (route) =>
        route.fulfill({ json: { contentVersion: 'x', unit: 'x' } }),
      );
      await says(page, '这一部分出了错');
      expect(await page.locator('[data-register-static] tr[id]').count()).toBe(riskCount);
    });
  });
});

test('测一测的程序没有取到：说清楚，按钮还能再按', async () => {
  await withPage(153, `${site.home}walls/${wallWithQuiz(content).slug}/`, async ({ page }) => {
    await page.route('**/assets/WallQuiz*.js', (route) => route.abort());
    await page.click('[data-wall-quiz]');
    await says(page, '测一测的程序没有取到');
    expect(await page.isEnabled('[data-wall-quiz]')).toBe(true);
  });
});

test('存 Excel 的程序没有取到：说清楚，告诉还能存 CSV', async () => {
  await withPage(153, `${site.home}risks/?wall=${firstWall(content).wall.id}`, async ({ page }) => {
    await page.waitForFunction(() => document.querySelector('.register-table') !== null);
    await page.route('**/assets/universal*.js', (route) => route.abort());
    await page.click('text=导出 Excel');
    await says(page, '文件没有做成，请刷新页面后再试；也可以导出 CSV');
  });
});

test('存不下也开始得了自查：做得下去，页面说没有存下', async () => {
  await withPage(153, `${site.home}self-assessment/`, async ({ page }) => {
    await page.waitForFunction(() => document.querySelector('.choice-count') !== null);
    await refuseStorage(page, 'QuotaExceededError');
    await page.click('text=开始自查');
    await says(page, '本机存满了，刚才的没有存下');
    await page.waitForFunction(() => document.querySelector('[data-risk]') !== null);
  });
});

test('热力图点一格，已经输入的字还在', async () => {
  const word = wordInTitles(content);
  await withPage(153, `${site.home}risks/?q=${encodeURIComponent(word)}`, async ({ page }) => {
    await page.waitForFunction(() => document.querySelector('.register-table') !== null);
    await page.click('.register-heat > summary');
    await page.locator('.heat button:not(:disabled)').first().click();
    expect(decodeURIComponent(page.url())).toContain(`q=${word}`);
    expect(await page.inputValue('#register-search')).toBe(word);
  });
});

test('分栏：左右键在几个部分之间走', async () => {
  await withPage(153, `${site.home}quiz/`, async ({ page }) => {
    await page.waitForFunction(() => document.querySelector('.tabs') !== null);
    await page.focus('.tabs a');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('考试');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash === '#exam');
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('练习');
  });
});

test('删除记录先问一句：焦点在“不删”上，按 Esc 就是不删', async () => {
  await withPage(153, `${site.home}self-assessment/`, async ({ page }) => {
    await page.waitForFunction(() => document.querySelector('.choice-count') !== null);
    await page.click('text=开始自查');
    await page.waitForFunction(() => document.querySelector('.risk-item') !== null);
    await page.click('.record-name a');
    await page.click('.record >> text=删除');
    // The question is drawn a moment after the click.
    await page.waitForFunction(() => document.activeElement?.textContent === '不删');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('text=确定删除').count()).toBe(0);
    expect(await page.locator('.record').count()).toBe(1);
  });
});
