import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { catalogueOf } from '../../src/model/checks/catalogue.ts';
import { pledgesOf } from '../../src/model/checks/pledges.ts';
import { fullPostName, type CataloguePost } from '../../src/model/post/catalogue.ts';
import { placeName } from '../../src/model/post/postWords.ts';
import { grades } from '../../src/model/vocabulary.ts';
import { citedId, gravestFirst, riskAnchor, stepAnchor } from '../../src/model/wall/wall.ts';
import { readWorkbook } from '../../src/source/readWorkbook.ts';
import {
  commonDepartment,
  departmentsWithRisks,
  firstWall,
  fullestPost,
  longestWall,
  risksOf,
  wallsOf,
} from '../fixtures/contentExamples.ts';
import type { Kernel } from '../../src/print/browserFiles.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, says } from './support/onPage.ts';
import { printPage, textOf, writtenText } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { settled, withPage } from './support/visit.ts';
import { notePrinting, walkedTable, Walker, wantsToPrint, type Walked } from './support/walker.ts';

const site = servedSite();
const catalogue = catalogueOf(content);
const walls = wallsOf(content);
const risks = risksOf(content);
const [gravest] = grades;

/** 登簿岗 where the bureau has one, as in the tasks that were walked first; else the fullest. */
const post = catalogue.find(({ name }) => name === '登簿岗') ?? fullestPost(content);
const name = placeName(post.department.name, post.name);
const risksOfPost = (one: CataloguePost) =>
  risks.filter(
    ({ risk }) => risk.department === one.department.name && risk.posts.includes(one.name),
  );
const mine = risksOfPost(post);

/** The post of staff that has most to answer for in one step. */
const mostInOneStep = (one: CataloguePost) => {
  const own = risksOfPost(one).map(({ risk }) => risk);
  const steps = walls.flatMap(({ wall }) => wall.steps);
  return Math.max(...steps.map((step) => step.risks.filter((risk) => own.includes(risk)).length));
};
const [busy = post] = catalogue
  .filter(({ level }) => level !== '领导')
  .map((one) => ({ one, count: mostInOneStep(one) }))
  .sort((a, b) => b.count - a.count)
  .map(({ one }) => one);

const leader = catalogue.find(({ level, isPrincipal }) => level === '领导' && !isPrincipal);

const walked: Walked[] = [];

/** Begins on the home page in a browser that nobody has used, and holds the task to its limit. */
async function walk(
  kernel: Kernel,
  { task, limit }: { readonly task: string; readonly limit?: number },
  run: (walker: Walker) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  await withPage(
    kernel,
    site.home,
    async ({ page, faults }) => {
      const walker = new Walker(page);
      await settled(page);
      await run(walker);
      walked.push({ task, kernel, acts: walker.acts, limit });
      expect(faults).toEqual([]);
      if (limit !== undefined) expect(walker.acts, '步数').toBeLessThanOrEqual(limit);
    },
    options,
  );
}

afterAll(() => {
  console.log(walkedTable(walked));
});

/** As staff do once: two choices on the home page. */
async function choosePost(walker: Walker, one = post): Promise<void> {
  const { page } = walker;
  await page.waitForFunction(
    () => document.querySelector('[data-my-post-said]')?.textContent !== '',
  );
  await walker.choose('[name="department"]', one.department.name);
  await walker.choose('[name="post"]', one.ref);
  await says(page, '记在这台电脑的浏览器里');
}

/** Goes from the home page to the checklist of the own post. */
async function beginChecklist(walker: Walker): Promise<void> {
  await walker.click('.my-post-links >> text=我要自查的');
  await walker.click('text=开始自查');
  await appears(walker.page, '.risk-list[aria-busy="false"] .risk-item');
}

const idsOnList = (page: Page) =>
  page.$$eval('[data-risk]', (items) => items.map((item) => item.getAttribute('data-risk') ?? ''));

const topOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.getBoundingClientRect().top);

/** Answers the question in view by the mouse, whatever comes. */
async function answerAtRandom(walker: Walker): Promise<void> {
  const any = (count: number) => Math.floor(Math.random() * count);
  const fields = await walker.page.locator('.quiz-question fieldset').count();
  for (let i = 0; i < fields; i += 1) {
    const field = `.quiz-question fieldset:nth-of-type(${i + 1})`;
    const countOf = (selector: string) => walker.page.locator(`${field} ${selector}`).count();
    const options = await countOf('.quiz-option');
    const lists = await countOf('.quiz-match select');
    if (options > 0) {
      await walker.click(`${field} .quiz-options > li:nth-child(${any(options) + 1}) label`);
    } else if (lists > 0) {
      for (let j = 1; j <= lists; j += 1) {
        await walker.choose(`${field} .quiz-match > li:nth-child(${j}) select`, String(any(lists)));
      }
    } else {
      const items = await countOf('.quiz-order > li');
      await walker.click(`${field} .quiz-order > li:nth-child(${any(items) + 1}) button:enabled`);
    }
  }
}

/** The size of the smallest letters of the slide in view, in px. Runs in the browser. */
function smallestLetters(): number {
  const slides = Array.from(document.querySelectorAll<HTMLElement>('[data-slide]'));
  const parts = slides
    .filter(({ hidden }) => !hidden)
    .flatMap((slide) => [...Array.from(slide.querySelectorAll('*'))]);
  const sizes = parts
    .filter(
      (part) =>
        part.getClientRects().length > 0 &&
        !part.matches('.visually-hidden, .visually-hidden *') &&
        Array.from(part.childNodes).some(
          (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
        ),
    )
    .map((part) => parseFloat(getComputedStyle(part).fontSize));
  return Math.min(...sizes);
}

const sheetsOf = async (page: Page) => (await printPage(page)).map(textOf);

describeInKernels('每天要做的事走一遍', fullKernels, (kernel) => {
  test('登簿员查“登簿”容易出什么事：点开就是那张卡片，惩处的条款不用再展开', async () => {
    await walk(kernel, { task: '1 查登簿出什么事、哪一条罚', limit: 5 }, async (walker) => {
      const { page } = walker;
      await walker.press('/');
      await appears(page, '#finder-input');
      await walker.type('登簿');
      await page.waitForFunction(
        () => !/正在/.test(document.querySelector('#finder-status')?.textContent ?? '正在'),
      );
      const id = (await page.getAttribute('#finder-results a', 'data-risk-id')) ?? '';
      const found = risks.find(({ risk }) => risk.id === id);
      const step = found?.wall.steps.find((one) => one.risks.some((risk) => risk.id === id));
      expect(JSON.stringify([step?.name, found?.risk])).toContain('登簿');
      await walker.click('#finder-results a');
      const card = `#${riskAnchor(id)}`;
      await page.waitForSelector(`${card} .risk-penalties a`);
      expect(await page.locator(`${card} .risk-penalties a:visible`).count()).toBe(
        found?.risk.penalties.length,
      );
      expect(await page.isVisible(`${card} .risk-act`)).toBe(true);
      // It is the card that one looks at, not the top of the page.
      await expect.poll(() => topOf(page, card)).toBeLessThan(768);
      expect(await topOf(page, card)).toBeGreaterThanOrEqual(0);
    });
  });

  test('选定我的岗位，“我的墙”只有我的', async () => {
    await walk(kernel, { task: '2 我的墙', limit: 3 }, async (walker) => {
      const { page } = walker;
      await choosePost(walker);
      await walker.click('.my-post-links >> text=我的墙');
      await says(page, `只看我的岗位（${name}）`);
      const shown = await page.$$eval('.wall-cards > li:not([hidden]) h3 a', (links) =>
        links.map((link) => (link as HTMLAnchorElement).pathname.split('/').slice(-2)[0]),
      );
      const own = walls.filter(
        ({ slug, wall }) =>
          mine.some((risk) => risk.slug === slug) ||
          wall.steps.some(({ posts }) => posts.includes(fullPostName(post))),
      );
      expect([...shown].sort()).toEqual(own.map(({ slug }) => slug).sort());
      expect(shown.length).toBeLessThan(walls.length);
    });
  });

  test.each([
    ['这面墙', post],
    ['这一步', busy],
  ])('自查：头一张是本岗位的，措施就在卡片里，按 1 就答；%s不适用，理由现成', async (what, one) => {
    await walk(kernel, { task: `3 自查一条，${what}不适用`, limit: 6 }, async (walker) => {
      const { page } = walker;
      await choosePost(walker, one);
      // The post is chosen once and for all, which is a task of its own.
      walker.countAnew();
      await beginChecklist(walker);
      const [first] = await idsOnList(page);
      const own = risksOfPost(one).find(({ risk }) => risk.id === first);
      expect(own, first).toBeDefined();
      const card = `[data-risk="${first ?? ''}"]`;
      const measures = await page.locator(`${card} .controls li:visible`).allTextContents();
      const written = own?.risk.controls ?? [];
      expect(measures).toHaveLength(written.length);
      written.forEach(({ text }, i) => expect(measures[i]).toContain(text));

      // A key is for the card that has the focus; where none has, somebody clicks there first.
      const isOnCard = await page.evaluate(
        () => document.activeElement?.closest('[data-risk]') instanceof Element,
      );
      if (!isOnCard) await walker.click(`${card} .state:nth-child(2)`);
      await walker.press('1');
      expect(await page.isChecked(`${card} .state:nth-child(1) input`)).toBe(true);

      await walker.click(`text=${what}都不适用…`);
      await walker.click('.ready-reasons button');
      await walker.click('text=/^\\d+ 条都选不适用$/');
      await appears(page, 'p.group-inapplicable');
      const said = (await page.textContent('p.group-inapplicable')) ?? '';
      const count = Number(new RegExp(`${what}的 (\\d+) 条已选“不适用”`).exec(said)?.[1]);
      expect(count).toBeGreaterThan(1);
      expect(await page.textContent('.progress strong')).toBe(String(count + 1));
    });
  });

  test('印排查表：从逐条自查到打印只两下，每一条都在纸上', async () => {
    await walk(kernel, { task: '4 从自查表到打印', limit: 2 }, async (walker) => {
      const { page } = walker;
      await choosePost(walker);
      await beginChecklist(walker);
      walker.countAnew();
      await walker.click('text=打印排查表');
      await appears(page, '.form-sheets .form-sheet');
      await notePrinting(page);
      await walker.click('text=/^打印（\\d+ 页）$/');
      await wantsToPrint(page);
      const form = (await sheetsOf(page)).join('');
      expect(mine.filter(({ risk }) => !form.includes(citedId(risk.id)))).toEqual([]);
    });
  });

  test('练习十题：乱答也做得完，至多二十次', async () => {
    await walk(kernel, { task: '5 练习十题，乱答' }, async (walker) => {
      const { page } = walker;
      await walker.click('text=做几道题');
      await walker.click('text=开始练习');
      let turns = 0;
      for (; turns <= 20; turns += 1) {
        await page.waitForFunction(
          () =>
            document.querySelector('.quiz-question') !== null ||
            document.body.textContent?.includes('做完了：'),
        );
        if (!(await page.isVisible('.quiz-question'))) break;
        await answerAtRandom(walker);
        await walker.click('text=看答案');
        await appears(page, '.quiz-outcome');
        await walker.click('text=下一题');
        await page.waitForFunction(() => document.querySelector('.quiz-outcome') === null);
      }
      expect(turns).toBeGreaterThanOrEqual(10);
      expect(turns).toBeLessThanOrEqual(20);
      await says(page, '做完了：');
    });
  });

  test('我的承诺书：印得出来，写着本岗位自己的承诺', async () => {
    await walk(kernel, { task: '6 我的承诺书', limit: 5 }, async (walker) => {
      const { page } = walker;
      await choosePost(walker);
      await walker.click('.my-post-links >> text=我的承诺书');
      await appears(page, '.promise');
      await settled(page);
      await notePrinting(page);
      await walker.click('text=/^打印（\\d+ 页）$/');
      await wantsToPrint(page);
      const sheets = await sheetsOf(page);
      expect(sheets).toHaveLength(1);
      const own = pledgesOf(content, catalogue).filter(({ posts }) => posts.includes(post.ref));
      const named = own.filter(({ heading }) => sheets[0]?.includes(writtenText(`${heading}。`)));
      expect(named).not.toEqual([]);
    });
  });

  test('纪检监察室照名册印十二份：分管领导、主任科员的层级不用改', async () => {
    // Of each department in turn its head or the last of its staff.
    const staff = departmentsWithRisks(content)
      .map((place) => catalogue.filter(({ department }) => department.name === place.name))
      .filter(([head]) => head && head.level !== '领导')
      .flatMap((posts, i) => posts.at(i % 2 === 0 ? 0 : -1) ?? [])
      .slice(0, 10);
    const people = [
      ...staff.map((one) => ({ ...one, place: one.department.name })),
      { place: commonDepartment(content).name, name: leader?.name ?? '', level: '领导' },
      { place: post.department.name, name: '一级主任科员', level: '普通' },
    ].map((one, i) => ({ ...one, person: `示例${'甲乙丙丁戊己庚辛壬癸子丑'[i] ?? ''}` }));
    expect(people).toHaveLength(12);
    const rows = people.map(({ person, place, name: title }) => [person, place, title].join(','));
    await walk(kernel, { task: '7 照名册印十二份', limit: 5 }, async (walker) => {
      const { page } = walker;
      await walker.click('text=印承诺书');
      await walker.click('text=按名册成批印');
      await appears(page, '.drop input');
      await walker.give('.drop input', {
        name: '名册.csv',
        text: `\ufeff姓名,部门,职务\n${rows.join('\n')}\n`,
      });
      await says(page, '里读到 12 人');
      for (const { person, level } of people) {
        expect(await page.inputValue(`[aria-label="${person}的层级"]`), person).toBe(level);
      }
      await walker.click('text=生成 12 份');
      await says(page, '12 份都做好了');
      await notePrinting(page);
      await walker.click('text=打印 12 份');
      await wantsToPrint(page);
      const sheets = await sheetsOf(page);
      people.forEach(({ person }, i) => expect(sheets[i]).toContain(person));
    });
  });

  test('一个处室的全部一类风险存成 Excel', async () => {
    const gravestOf = (one: ReturnType<typeof commonDepartment>) =>
      one.risks.filter(({ risk }) => risk.grade === gravest);
    const [department] = [...departmentsWithRisks(content)].sort(
      (a, b) => gravestOf(b).length - gravestOf(a).length,
    );
    if (!department) throw new Error('没有处室');
    await walk(kernel, { task: '8 一个处室的一类风险存 Excel', limit: 4 }, async (walker) => {
      const { page } = walker;
      await walker.click('.site-nav >> text=风险台账');
      await appears(page, '.register-table');
      await walker.choose('.register-filters > label:has-text("等级") select', gravest);
      await walker.choose('.register-filters > label:has-text("处室") select', department.name);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        walker.click('text=导出 Excel'),
      ]);
      const [sheet] = readWorkbook(readFileSync(await download.path()));
      const cells = (sheet?.rows ?? []).map((row) => String(row[0]));
      expect(cells.filter((cell) => /-R\d+$/.test(cell)).sort()).toEqual(
        gravestOf(department)
          .map(({ risk }) => citedId(risk.id))
          .sort(),
      );
    });
  });

  test('在台账上按 Ctrl+P，每一行都印出来', async () => {
    await walk(kernel, { task: '9 台账按 Ctrl+P' }, async (walker) => {
      const { page } = walker;
      await walker.click('.site-nav >> text=风险台账');
      await appears(page, '.register-table');
      const printed = await walker.act(() => sheetsOf(page));
      const all = printed.join('');
      expect(risks.filter(({ risk }) => !all.includes(citedId(risk.id)))).toEqual([]);
      for (const sheet of printed) expect(sheet).not.toBe('');
    });
  });

  test('哪些墙该复核了：一张单子，写着日期', async () => {
    const dates = walls.map(({ wall }) => wall.nextReviewDate).sort();
    const [earliest = ''] = dates;
    await walk(kernel, { task: '10 该复核的墙', limit: 3 }, async (walker) => {
      const { page } = walker;
      // On the day after the first is due, whenever the site was made.
      const day = new Date(Date.parse(`${earliest}T09:00:00`) + 86_400_000);
      await page.clock.install({ time: day });
      await page.reload();
      await settled(page);
      await walker.click('.site-nav >> text=防控墙');
      await walker.choose('[data-reviews] [name="state"]', '已过期');
      const shown = await page.locator('[data-reviews] tbody tr:visible').allTextContents();
      const due = walls.filter(({ wall }) => wall.nextReviewDate === earliest);
      expect(shown).toHaveLength(due.length);
      for (const { wall } of due) {
        const row = shown.find((text) => text.includes(wall.powerItem));
        expect(row, wall.powerItem).toContain(earliest);
      }
    });
  });

  test('替别的处室印卷子，我的岗位不变', async () => {
    const other = departmentsWithRisks(content).find(
      ({ name: place }) => place !== post.department.name,
    );
    await walk(kernel, { task: '11 替别的处室印卷子' }, async (walker) => {
      const { page } = walker;
      await choosePost(walker);
      await walker.click('.site-nav >> text=测验');
      await walker.click('text=印卷子');
      await appears(page, '.post-choice');
      await walker.choose('.post-choice select', other?.name ?? '');
      await walker.click('.post-choice fieldset label');
      await walker.click('text=抽题');
      await says(page, '抽好了');
      await appears(page, '.paper-sheet');
      await notePrinting(page);
      await walker.click('text=/^打印$/');
      await wantsToPrint(page);
      await walker.click('.site-name');
      await says(page, '记在这台电脑的浏览器里');
      expect(await page.textContent('[data-my-post-said]')).toContain(`${name}。`);
      expect(await page.inputValue('[name="post"]')).toBe(post.ref);
    });
  });

  test('分管领导勾一个自己风险很少的处室，自查的表不空', async () => {
    const led = new Set(walls.flatMap(({ wall }) => wall.leadDepartments));
    const [few] = departmentsWithRisks(content)
      .filter((one) => led.has(one.name))
      .sort((a, b) => a.risks.length - b.risks.length);
    if (!leader || !few) throw new Error('没有领导岗位，或者没有主办的处室');
    await walk(kernel, { task: '12 分管领导的自查表' }, async (walker) => {
      const { page } = walker;
      await choosePost(walker, leader);
      await walker.click('.my-post-links >> text=我要自查的');
      await walker.click(`fieldset:has-text("分管处室") label:has(span:text-is("${few.name}"))`);
      await walker.click('text=开始自查');
      await appears(page, '.risk-list[aria-busy="false"] .risk-item');
      const wanted = risks.filter(
        ({ risk, wall }) =>
          risk.department === leader.department.name &&
          risk.posts.includes(leader.name) &&
          wall.leadDepartments.includes(few.name),
      );
      expect(wanted.length).toBeGreaterThan(0);
      expect((await idsOnList(page)).sort()).toEqual(wanted.map(({ risk }) => risk.id).sort());
    });
  });

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
