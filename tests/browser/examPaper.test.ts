import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openQuestion, type OpenQuestion, type Part } from '../../src/model/quiz/bank.ts';
import { circledOf, letterOf, shownOrder } from '../../src/model/quiz/shownOptions.ts';
import { firstPaper } from '../fixtures/contentExamples.ts';
import { axeFaultsInBothThemes } from './support/axe.ts';
import { content } from './support/content.ts';
import { describeInKernels, fullKernels } from './support/eachKernel.ts';
import { appears, overflowOf, says } from './support/onPage.ts';
import { printPage, textOf, writtenText, type PrintedPage } from './support/pdf.ts';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const site = servedSite();
const start = () => `${site.home}quiz/#paper`;

interface Wanted {
  readonly seed: string;
  /** Place of the paper among those of the rules. */
  readonly paper?: number;
  readonly hasCard?: boolean;
  readonly hasTwo?: boolean;
}

async function drawn(page: Page, wanted: Wanted): Promise<PrintedPage[]> {
  await appears(page, '#paper-seed');
  if (wanted.paper) {
    await page.click(`label:has(input[name="print-paper"]) >> nth=${wanted.paper}`);
  }
  if (wanted.hasTwo) await page.click('label:has-text("甲、乙两卷")');
  if (wanted.hasCard) await page.click('label:has-text("另印答题卡")');
  await page.fill('#paper-seed', wanted.seed);
  await page.click('text=抽题');
  await says(page, `抽好了：卷号 ${wanted.seed.toUpperCase()}`);
  await appears(page, '.form-sheets > .paper-sheet');
  return printPage(page);
}

const questions = new Map(
  content.quizzes.flatMap(({ data }) =>
    data.questions.map((source) => [source.id, openQuestion(source)]),
  ),
);

/** Where the foot of a sheet begins. */
const footMm = 280;
const aboveFoot = ({ texts }: PrintedPage) => texts.filter(({ yMm }) => yMm < footMm);

/** Brackets to write in are floats, which a PDF holds before the lines that they stand on. */
const bare = (text: string) => writtenText(text).replace(/\s|\(\)/g, '');
const bareText = (page: PrintedPage) => bare(textOf(page));

const sheetsOf = (pages: readonly PrintedPage[], name: string) =>
  pages.filter((page) => new RegExp(`${name}卷号[0-9A-Z]{6}`).test(textOf(page)));

/** What is printed of a part below its stem. */
function answersOf(part: Part, seed: string): string {
  switch (part.type) {
    case '判断':
      return '';
    case '排序':
      return `${part.items.map((item, i) => circledOf(i) + item).join('')}先后:`;
    case '配对':
      return part.lefts
        .map((left, i) => `${circledOf(i)}${left}${letterOf(i)}.${part.rights[i] ?? ''}`)
        .join('');
    default:
      return shownOrder(part, seed)
        .map((option, place) => `${letterOf(place)}.${part.options[option] ?? ''}`)
        .join('');
  }
}

/** What must stand on one page in one piece: a question, or a part of a case. */
function piecesOf(question: OpenQuestion, number: number, seed: string): string[] {
  return question.parts.map((part) => {
    const text = part.stem + answersOf(part, seed);
    return bare(question.type === '案例' ? text : `${number}.${text}`);
  });
}

/** The questions of a paper in its order, as its key names them, with the seed that it prints. */
function questionsOn(pages: readonly PrintedPage[]): { seed: string; drawn: OpenQuestion[] } {
  const text = sheetsOf(pages, '参考答案').map(textOf).join('');
  const ids = text.match(/(?:w\d\d|gen)-q\d\d/g) ?? [];
  return {
    seed: /卷号([0-9A-Z]{6})/.exec(text)?.[1] ?? '',
    drawn: ids.flatMap((id) => questions.get(id) ?? []),
  };
}

/** Numbers on the line of the table of marks that begins with this word. */
function marksAt(page: PrintedPage, head: string): number[] {
  const at = page.texts.find(({ text }) => writtenText(text) === head)?.yMm ?? NaN;
  return page.texts
    .filter(({ yMm, text }) => Math.abs(yMm - at) < 1 && /^[\d.]+$/.test(text))
    .map(({ text }) => Number(text));
}

function expectMarksAddUp(sheet: PrintedPage, paper: readonly PrintedPage[]): void {
  const marks = marksAt(sheet, '满分');
  expect(marks.pop()).toBe(100);
  const heads = [
    ...paper
      .map(textOf)
      .join('')
      .matchAll(/[一二三四五六]、[^()]+题\(.*?共([\d.]+)分\)/g),
  ];
  expect(heads.map((match) => Number(match[1]))).toEqual(marks);
  expect(marks.reduce((sum, one) => sum + one, 0)).toBe(100);
}

const sealWords = ({ texts }: PrintedPage) =>
  texts
    .filter(({ isTurned, xMm }) => isTurned && xMm > 17)
    .sort((a, b) => b.yMm - a.yMm)
    .map(({ text }) => text)
    .join('');

const turnedWords = ({ texts }: PrintedPage) =>
  writtenText(
    texts
      .filter(({ isTurned }) => isTurned)
      .map(({ text }) => text)
      .join(''),
  ).replace(/\s/g, '');

/** Each question and each option once, in one piece on one page; no page with a single question. */
function expectQuestionsWhole(
  paper: readonly PrintedPage[],
  { seed, drawn: asked }: { seed: string; drawn: OpenQuestion[] },
): void {
  const texts = paper.map(bareText);
  const places = asked.map((question, i) =>
    piecesOf(question, i + 1, seed).map((piece) =>
      texts.flatMap((text, page) =>
        Array.from({ length: text.split(piece).length - 1 }, () => page),
      ),
    ),
  );
  const notOnce = places.flatMap((pieces, i) =>
    pieces.some((pages) => pages.length !== 1) ? [asked[i]?.id] : [],
  );
  expect(notOnce).toEqual([]);
  paper.forEach((_, page) => {
    const here = places.filter((pieces) => pieces.some((pages) => pages.includes(page)));
    expect(here.length, `第 ${page + 1} 页的题数`).toBeGreaterThan(1);
  });
}

/** Printers leave so much of the edge of a sheet white. */
const edgeMm = 5;

function expectOnSheet(page: PrintedPage): void {
  expect(page.widthMm).toBeCloseTo(210, 0);
  expect(page.heightMm).toBeCloseTo(297, 0);
  const outside = page.texts.filter(({ xMm, yMm, widthMm, isTurned }) =>
    isTurned
      ? xMm < edgeMm || yMm > page.heightMm - edgeMm || yMm - widthMm < edgeMm
      : xMm < edgeMm || xMm + widthMm > page.widthMm - 10 || yMm > page.heightMm - edgeMm,
  );
  expect(outside.map(({ text }) => text)).toEqual([]);
}

/** All but ids of the bank and the foot is of 五号, 10.5 pt, at least. */
function expectLegible(page: PrintedPage): void {
  const small = aboveFoot(page).filter(
    ({ sizePt, text }) => sizePt < 10.4 && !/^[\s\w-]*$/.test(text),
  );
  expect(small.map(({ text }) => text)).toEqual([]);
  expect(textOf(page)).toMatch(/第\d+页共\d+页/);
}

const lowestMm = (page: PrintedPage) =>
  Math.max(...aboveFoot(page).flatMap(({ yMm, isTurned }) => (isTurned ? [] : yMm)));

/** A third of the 264 mm between the head and the foot of a sheet is left white at most. */
const leastFilledMm = 190;

const cutSheets = (page: Page) =>
  page.evaluate(
    () =>
      Array.from(document.querySelectorAll('.form-sheets > .paper-sheet .form-body')).filter(
        (body) => body.scrollHeight > body.clientHeight + 1,
      ).length,
  );

/** Options in columns of which one has broken its line. */
const brokenOptions = (page: Page) =>
  page.evaluate(() =>
    Array.from(
      document.querySelectorAll<HTMLElement>(
        '.form-sheets .paper-options:not(.is-in-1) li > :last-child',
      ),
    )
      .filter((one) => one.getClientRects().length !== 1 || one.offsetHeight > 24)
      .map((one) => one.textContent),
  );

describeInKernels('印出来的卷子', fullKernels, (kernel) => {
  test.each([
    { seed: 'ACDEFG' },
    { seed: 'CCCCCC' },
    { seed: 'DDDDDD' },
    { seed: 'EEEEEE', paper: 1 },
  ])('一题不少、一项不多，题不拆开，分加得起来，页不空：%o', async (wanted) => {
    await withPage(kernel, start(), async ({ page, faults }) => {
      const pages = await drawn(page, wanted);
      const paper = sheetsOf(pages, '试卷');
      const key = sheetsOf(pages, '参考答案');
      expect(paper.length + key.length).toBe(pages.length);
      const rules = content.exam?.data.papers[wanted.paper ?? 0];
      const found = questionsOn(pages);
      expect(found.drawn).toHaveLength(rules?.questionCount ?? 0);
      // It took seven sheets before options stood in columns.
      if (found.drawn.length <= 20) expect(pages.length).toBeLessThanOrEqual(4);
      expectQuestionsWhole(paper, found);
      const [first] = paper;
      if (!first) throw new Error('没有卷子');
      expectMarksAddUp(first, paper);
      for (const sheet of pages) {
        expectOnSheet(sheet);
        expectLegible(sheet);
      }
      for (const booklet of [paper, key]) {
        for (const sheet of booklet.slice(0, -1)) {
          expect(lowestMm(sheet)).toBeGreaterThan(leastFilledMm);
        }
      }
      expect(await cutSheets(page), '有一页装不下').toBe(0);
      expect(await brokenOptions(page)).toEqual([]);
      expect(faults).toEqual([]);
    });
  });

  test('密封线在第一页左边，姓名在线外，转过来写；别的页和答案没有', async () => {
    await withPage(kernel, start(), async ({ page }) => {
      const [first, ...others] = await drawn(page, { seed: 'ACDEFG' });
      if (!first) throw new Error('没有卷子');
      expect(sealWords(first)).toBe('密封线内不得答题');
      expect(turnedWords(first)).toContain(
        writtenText(`单位${content.bureau.data.name}处室岗位（职务）姓名日期`),
      );
      const line = first.texts.filter(({ isTurned, xMm }) => isTurned && xMm > 17);
      const outside = first.texts.filter(({ isTurned, xMm }) => isTurned && xMm <= 17);
      expect(outside.length).toBeGreaterThan(0);
      // The line reaches from the foot to the head, and nothing of the paper stands on it.
      expect(Math.max(...line.map(({ yMm }) => yMm))).toBeGreaterThan(240);
      expect(Math.min(...line.map(({ yMm }) => yMm))).toBeLessThan(60);
      for (const { isTurned, xMm } of first.texts) if (!isTurned) expect(xMm).toBeGreaterThan(25);
      expect(others.map(turnedWords)).toEqual(others.map(() => ''));
      for (const sheet of others) expect(textOf(sheet)).not.toContain('姓名');
      expect(textOf(first)).toContain('不记名的测试空着不填');
    });
  });

  test('甲、乙两卷带答题卡：各有各的题、卡、答案，卷号相同就印出同一份', async () => {
    await withPage(kernel, start(), async ({ page }) => {
      const pages = await drawn(page, { seed: 'acdefg', hasTwo: true, hasCard: true });
      for (const letter of ['甲', '乙']) {
        for (const name of ['试卷', '答题卡', '参考答案']) {
          expect(sheetsOf(pages, `${name}\\(${letter}\\)`).length, name + letter).toBeGreaterThan(
            0,
          );
        }
        const paper = sheetsOf(pages, `试卷\\(${letter}\\)`);
        const [card] = sheetsOf(pages, `答题卡\\(${letter}\\)`);
        if (!card) throw new Error('没有答题卡');
        // Where answers are written, there the marks are, and once.
        expectMarksAddUp(card, paper);
        expect(sealWords(card)).toBe('密封线内不得答题');
        expect(paper.map((sheet) => marksAt(sheet, '满分'))).toEqual(paper.map(() => []));
        expect(textOf(paper[0] ?? card)).toContain('答案写在答题卡上');
      }
      const textsOf = (name: string, from: readonly PrintedPage[]) =>
        sheetsOf(from, name).map((sheet) =>
          bare(
            aboveFoot(sheet)
              .map(({ text }) => text)
              .join(''),
          ),
        );
      expect(textsOf('参考答案\\(甲\\)', pages)).not.toEqual(textsOf('参考答案\\(乙\\)', pages));
      await page.reload();
      const again = await drawn(page, { seed: 'ACDEFG' });
      expect(textsOf('参考答案', again).map((text) => text.replace('答案', '答案(甲)'))).toEqual(
        textsOf('参考答案\\(甲\\)', pages),
      );
      for (const sheet of sheetsOf(again, '试卷')) expect(textOf(sheet)).not.toContain('依据:');
    });
  });

  test('参考答案另是一张，题号连着，每题有一句理由', async () => {
    const { questionCount } = firstPaper(content);
    await withPage(kernel, start(), async ({ page }) => {
      const pages = await drawn(page, { seed: 'ACDEFG' });
      const key = sheetsOf(pages, '参考答案');
      expect(key).toHaveLength(1);
      const entries = await page.evaluate(() =>
        Array.from(
          document.querySelectorAll('.form-sheets > .paper-sheet .paper-key'),
          (one) => one.textContent ?? '',
        ),
      );
      expect(entries.map((entry) => parseInt(entry, 10))).toEqual(
        Array.from({ length: questionCount }, (_, i) => i + 1),
      );
      const printed = bare(key.map(textOf).join(''));
      for (const entry of entries) {
        expect(printed).toContain(bare(entry));
        expect(entry).toMatch(/(?:w\d\d|gen)-q\d\d.+。/);
      }
    });
  });

  test('窄的窗口里，卷子在自己的框里左右移，页面不跟着宽', async () => {
    await withPage(
      kernel,
      start(),
      async ({ page }) => {
        await drawn(page, { seed: 'ACDEFG' });
        expect(await overflowOf(page)).toBe(0);
      },
      { viewport: { width: 390, height: 844 } },
    );
  });
});

test('抽好的卷子 axe 没有问题，明暗都是', async () => {
  await withPage(153, start(), async ({ page }) => {
    await drawn(page, { seed: 'ACDEFG', hasCard: true });
    expect(await axeFaultsInBothThemes(page)).toEqual([]);
  });
});
