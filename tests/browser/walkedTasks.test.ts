import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { pledgesOf } from '../../src/model/checks/pledges.ts';
import { fullPostName } from '../../src/model/post/catalogue.ts';
import { citedId, riskAnchor } from '../../src/model/wall/wall.ts';
import { readWorkbook } from '../../src/source/readWorkbook.ts';
import { commonDepartment, departmentsWithRisks } from '../fixtures/contentExamples.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, says } from './support/onPage.ts';
import { writtenText } from './support/pdf.ts';
import { settled } from './support/visit.ts';
import { notePrinting, walkedTable, wantsToPrint } from './support/walker.ts';
import {
  catalogue,
  walls,
  risks,
  gravest,
  post,
  name,
  risksOfPost,
  mine,
  busy,
  leader,
  walked,
  walk,
  choosePost,
  beginChecklist,
  idsOnList,
  topOf,
  answerAtRandom,
  sheetsOf,
} from './support/walkedTasks.ts';

afterAll(() => {
  console.log(walkedTable(walked));
});

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
    const { department, name: leading } = leader;
    await walk(kernel, { task: '12 分管领导的自查表' }, async (walker) => {
      const { page } = walker;
      await choosePost(walker, leader);
      await walker.click('.my-post-links >> text=我要自查的');
      await walker.click(`fieldset:has-text("分管处室") label:has(span:text-is("${few.name}"))`);
      await walker.click('text=开始自查');
      await appears(page, '.risk-list[aria-busy="false"] .risk-item');
      const wanted = risks.filter(
        ({ risk, wall }) =>
          risk.department === department.name &&
          risk.posts.includes(leading) &&
          wall.leadDepartments.includes(few.name),
      );
      expect(wanted.length).toBeGreaterThan(0);
      expect((await idsOnList(page)).sort()).toEqual(wanted.map(({ risk }) => risk.id).sort());
    });
  });
});
