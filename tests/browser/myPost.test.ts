import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { catalogueOf } from '../../src/model/checks/catalogue.ts';
import { pledgesOf } from '../../src/model/checks/pledges.ts';
import { placeName } from '../../src/model/post/postWords.ts';
import { citedId } from '../../src/model/wall/wall.ts';
import { fullestPost, risksOf, wallsOf } from '../fixtures/contentExamples.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, says } from './support/onPage.ts';
import { printPage, textOf } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { settled, withPage } from './support/visit.ts';

const site = servedSite();
const catalogue = catalogueOf(content);

/** 登簿岗 where the bureau has one, since that is the post whose letter was wrong; else the fullest. */
const post = catalogue.find(({ name }) => name === '登簿岗') ?? fullestPost(content);
const name = placeName(post.department.name, post.name);
const mine = risksOf(content).filter(
  ({ risk }) => risk.department === post.department.name && risk.posts.includes(post.name),
);
const ids = mine.map(({ risk }) => risk.id).sort();
const slugs = [...new Set(mine.map(({ slug }) => slug))];

/** Questions that ask about one of these risks, or about a step of theirs; general ones are for all. */
const risksOfSteps = new Map(
  wallsOf(content).flatMap(({ wall }) =>
    wall.steps.map((step) => [step.id, step.risks.map(({ id }) => id)] as const),
  ),
);
const questionCount = content.quizzes
  .flatMap(({ data }) => data.questions.map(({ restsOn }) => ({ wall: data.wall, restsOn })))
  .filter(({ wall, restsOn }) => {
    if (wall === undefined) return true;
    const asked = restsOn.filter((one) => /-r\d+$/.test(one));
    const about = asked.length > 0 ? asked : restsOn.flatMap((one) => risksOfSteps.get(one) ?? []);
    return about.some((id) => ids.includes(id));
  }).length;

const attributesOf = (page: Page, selector: string, attribute: string) =>
  page.$$eval(
    selector,
    (found, wanted) =>
      found
        .filter((one) => !(one as HTMLElement).hidden)
        .map((one) => one.getAttribute(wanted) ?? ''),
    attribute,
  );

/** Chooses the post on the home page, as staff do once. */
async function chooseAtHome(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const select = document.querySelector<HTMLSelectElement>('[name="department"]');
    return select !== null && document.querySelector('[data-my-post-said]')?.textContent !== '';
  });
  await page.selectOption('[name="department"]', post.department.name);
  await page.selectOption('[name="post"]', post.ref);
  await says(page, `${name}。记在这台电脑的浏览器里`);
}

describeInKernels('我的岗位', fullKernels, (kernel) => {
  test('选一次岗位，墙、台账、自查、排查表、测验、承诺书上都是同一批风险点', async () => {
    await withPage(kernel, site.home, async ({ page, faults }) => {
      await chooseAtHome(page);
      expect(page.url()).toContain(`?post=${post.ref}`);

      const onWalls: string[] = [];
      // All walls in the kernel of today, in the old one those of one page of work.
      const looked = kernel === 153 ? slugs : slugs.slice(0, 2);
      for (const slug of looked) {
        await page.goto(`${site.home}walls/${slug}/`);
        await says(page, `只看我的岗位（${name}）`);
        await page.check('[data-my-post] input');
        const shown = await attributesOf(page, '.risk[data-post]:not(.is-others)', 'id');
        onWalls.push(...shown.map((id) => id.replace('risk-', '')));
        // Marked on the chart, and counted.
        const marks = await page.$$eval('.flowchart .mine', ({ length }) => length);
        expect(marks, slug).toBeGreaterThan(0);
        expect(await page.textContent('[data-my-post]')).toContain(`我的步骤 ${marks} 步`);
        // On the chart the others fade, in the text they are left out.
        const bright = await page.$$eval('.flowchart [data-risk]:not(.is-faded)', (signs) =>
          signs.map((sign) => `risk-${sign.getAttribute('data-risk')}`),
        );
        expect(bright.sort(), slug).toEqual([...shown].sort());
        await page.click('[data-view="text"]');
        expect(await page.locator('.risk[data-post]:visible').count(), slug).toBe(shown.length);
        await page.click('[data-view="board"]');
      }
      const there = mine.filter(({ slug }) => looked.includes(slug)).map(({ risk }) => risk.id);
      expect(onWalls.sort()).toEqual(there.sort());

      await page.goto(`${site.home}posts/${post.ref}/`);
      await page.click('text=在台账里看');
      await appears(page, 'tr[data-id]');
      expect((await attributesOf(page, 'tr[data-id]', 'data-id')).sort()).toEqual(ids);

      await page.goto(`${site.home}self-assessment/`);
      await says(page, `这个岗位要查 ${ids.length} 个风险点`);
      await page.click('text=开始自查');
      await appears(page, '[data-risk]');
      expect((await attributesOf(page, '[data-risk]', 'data-risk')).sort()).toEqual(ids);
      await settled(page);
      await page.goto(page.url().replace('#fill', '#form'));
      await appears(page, '.form-sheet');
      const form = (await printPage(page)).map(textOf).join('');
      expect(ids.filter((id) => !form.includes(citedId(id)))).toEqual([]);

      await page.goto(`${site.home}quiz/`);
      await says(page, `这个岗位有 ${questionCount} 题`);
      expect(await page.isChecked(`label:has-text("${post.name}") input`)).toBe(true);

      await page.goto(`${site.home}commitment/`);
      await appears(page, '.promise');
      const answered = [...((await page.textContent('.promises')) ?? '').matchAll(/W\d+-R\d+/g)];
      expect(answered.length).toBeGreaterThan(0);
      for (const [id] of answered) expect(ids).toContain(id.toLowerCase());
      const sheet = (await page.textContent('.letter-sheets')) ?? '';
      const pledges = pledgesOf(content, catalogue).filter(({ posts }) => posts.includes(post.ref));
      for (const { heading } of pledges) expect(sheet).toContain(`${heading}。`);
      expect(faults).toEqual([]);
    });
  });

  test('以前的版本存的自查记录，打开来答过的一条不少，范围还是原来的', async () => {
    const first = risksOf(content)[0]?.risk.id ?? '';
    const old = readFileSync('tests/fixtures/records/schema-1.json', 'utf8').replace(
      'w01-r01',
      first,
    );
    expect(old).not.toContain('"posts"');
    await withPage(kernel, `${site.home}self-assessment/`, async ({ page }) => {
      await page.locator('.import input[type="file"]').setInputFiles({
        name: '记录.json',
        mimeType: 'application/json',
        buffer: Buffer.from(old),
      });
      await expect.poll(() => page.textContent('.import')).toContain('2 个作答');
      await page.click('.import .button.is-main');
      await appears(page, '.risk-item');
      await expect.poll(() => page.locator('[data-risk]').count()).toBe(risksOf(content).length);
      expect(await page.inputValue('#head-name')).toBe('样例');
      const state = page.locator(`[data-risk="${first}"] .state input:checked`);
      expect(await state.count()).toBe(1);
      // What is answered now is kept beside it, and all is there again.
      await settled(page);
      await page.reload();
      await appears(page, '.risk-item');
      expect(await state.count()).toBe(1);
    });
  });

  test('以前按层级和处室选的还照样用', async () => {
    const query = `?level=${post.level}&dept=${encodeURIComponent(post.department.name)}`;
    await withPage(kernel, `${site.home}self-assessment/${query}`, async ({ page }) => {
      const wanted = risksOf(content).filter(
        ({ risk }) => risk.department === post.department.name && risk.postLevel === post.level,
      ).length;
      await says(page, `这个岗位要查 ${wanted} 个风险点`);
      expect(wanted).toBeGreaterThan(ids.length);
    });
  });

  test('分管领导勾上处室，承诺书只从那几面墙的承诺里选', async () => {
    const leader = catalogue.find(({ level, isPrincipal }) => level === '领导' && !isPrincipal);
    const lead = wallsOf(content).find(({ wall }) =>
      catalogue.some(({ department }) => wall.leadDepartments.includes(department.name)),
    );
    if (!leader || !lead) throw new Error('没有领导岗位');
    const [department = ''] = lead.wall.leadDepartments;
    const led = wallsOf(content).filter(({ wall }) => wall.leadDepartments.includes(department));
    await withPage(kernel, `${site.home}commitment/?post=${leader.ref}`, async ({ page }) => {
      await appears(page, '.promise');
      await page.check(
        `fieldset:has-text("分管处室") label:has(span:text-is("${department}")) input`,
      );
      await expect
        .poll(() => page.textContent('.promises'))
        .toMatch(new RegExp(led.map(({ wall }) => citedId(wall.id)).join('|')));
      const answered = [...((await page.textContent('.promises')) ?? '').matchAll(/W\d+(?=-R)/g)];
      const walls = led.map(({ wall }) => citedId(wall.id));
      for (const [wall] of answered) expect(walls).toContain(wall);
    });
  });

  test('“我的墙”只有我的，本处室主办的在前；不勾就是全部', async () => {
    await withPage(kernel, site.home, async ({ page }) => {
      await chooseAtHome(page);
      await page.click('.my-post-links >> text=我的墙');
      await says(page, `只看我的岗位（${name}）`);
      expect(await page.isChecked('[data-mine] input')).toBe(true);
      const shown = await page.$$eval('.wall-cards > li', (cards) =>
        cards
          .filter((card) => !(card as HTMLElement).hidden)
          .map((card) => ({
            slug: card.querySelector('a')?.pathname.split('/').slice(-2)[0] ?? '',
            lead: (card as HTMLElement).dataset['department']?.split(' ') ?? [],
          })),
      );
      // Where it has a risk, or does a step.
      const done = wallsOf(content)
        .filter(({ wall }) =>
          wall.steps.some(({ posts }) => posts.includes(`${post.department.name}/${post.name}`)),
        )
        .map(({ slug }) => slug);
      expect(shown.map(({ slug }) => slug).sort()).toEqual(
        [...new Set([...slugs, ...done])].sort(),
      );
      const isOwn = shown.map(({ lead }) => lead.includes(post.department.name));
      expect(isOwn).toEqual([...isOwn].sort((a, b) => Number(b) - Number(a)));
      // The address can be sent on, and says whose walls they are.
      expect(page.url()).toContain(`post=${post.ref}`);
      const box = await page.locator('[data-mine] input').boundingBox();
      expect(box?.height).toBeLessThan(24);
      await page.uncheck('[data-mine] input');
      expect(await page.locator('.wall-cards > li:not([hidden])').count()).toBe(
        wallsOf(content).length,
      );
    });
  });

  test('在测验和自查里看别的岗位，记着的岗位不变；点了“这是我的岗位”才变', async () => {
    const other = catalogue.find(({ department }) => department.name !== post.department.name);
    if (!other) throw new Error('只有一个处室');
    const stored = async (page: Page) => {
      await page.goto(site.home);
      await says(page, '记在这台电脑的浏览器里');
      return page.textContent('[data-my-post-said]');
    };
    await withPage(kernel, site.home, async ({ page }) => {
      await chooseAtHome(page);
      for (const path of ['quiz/', 'quiz/#exam', 'quiz/#paper', 'self-assessment/']) {
        await page.goto(site.home + path);
        await appears(page, '.post-choice');
        await page.selectOption('.post-choice select', other.department.name);
        await page.locator('.post-choice fieldset input').first().check();
        await appears(page, '.keep-my-post');
        expect(await stored(page), path).toContain(`${name}。`);
      }
      await page.goto(`${site.home}quiz/`);
      await appears(page, '.post-choice');
      await page.selectOption('.post-choice select', other.department.name);
      await page.locator('.post-choice fieldset input').first().check();
      await page.click('text=这是我的岗位，记下来');
      expect(await stored(page)).not.toContain(`${name}。`);
    });
  });

  test('没有自己风险点的选法，说清改查什么，打开的表不空；以前存下的空表也给一条路', async () => {
    const lead = wallsOf(content).find(({ wall }) =>
      wall.steps.some(({ risks }) => risks.some(({ postLevel }) => postLevel === '领导')),
    );
    const [department = ''] = lead?.wall.leadDepartments ?? [];
    const leaders = `?level=${encodeURIComponent('领导')}&dept=${encodeURIComponent(department)}`;
    await withPage(kernel, `${site.home}self-assessment/${leaders}`, async ({ page }) => {
      await appears(page, '.choice-count');
      const count = Number(await page.textContent('.choice-count strong'));
      expect(count).toBeGreaterThan(0);
      await page.click('text=开始自查');
      await appears(page, '[data-risk]');
      await expect.poll(() => page.locator('[data-risk]').count()).toBe(count);

      await page.goto(`${site.home}self-assessment/?post=gone/gone`);
      await says(page, '各面墙上没有这个岗位的风险点');
      await page.click('text=开始自查');
      await appears(page, '[data-risk]');
      expect(await page.locator('[data-risk]').count()).toBeGreaterThan(0);

      const empty = readFileSync('tests/fixtures/records/schema-1.json', 'utf8')
        .replace(/"departments": \[[^\]]*\]/, '"departments": ["没有的处"]')
        .replace(/"id": "[^"]+"/, '"id": "empty001"');
      await page.goto(`${site.home}self-assessment/`);
      await page.reload();
      await page.locator('.import input[type="file"]').setInputFiles({
        name: '空.json',
        mimeType: 'application/json',
        buffer: Buffer.from(empty),
      });
      await page.click('.import .button.is-main');
      await says(page, '所以表是空的');
      await page.click('text=/改查这 \\d+ 个风险点/');
      await appears(page, '[data-risk]');
    });
  });
});
