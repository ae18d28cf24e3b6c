import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { catalogueOf } from '../../../src/model/checks/catalogue.ts';
import { type CataloguePost } from '../../../src/model/post/catalogue.ts';
import { placeName } from '../../../src/model/post/postWords.ts';
import { grades } from '../../../src/model/vocabulary.ts';
import { fullestPost, risksOf, wallsOf } from '../../fixtures/contentExamples.ts';
import type { Kernel } from '../../../src/print/browserFiles.ts';
import { content } from './content.ts';
import { appears, says } from './onPage.ts';
import { printPage, textOf } from './pdf.ts';
import { servedSite } from './servedSite.ts';
import { settled, withPage } from './visit.ts';
import { Walker, type Walked } from './walker.ts';

/** What the walked tasks share: who walks, and how. */

export const site = servedSite();
export const catalogue = catalogueOf(content);
export const walls = wallsOf(content);
export const risks = risksOf(content);
export const [gravest] = grades;

/** 登簿岗 where the bureau has one, as in the tasks that were walked first; else the fullest. */
export const post = catalogue.find(({ name }) => name === '登簿岗') ?? fullestPost(content);
export const name = placeName(post.department.name, post.name);
export const risksOfPost = (one: CataloguePost) =>
  risks.filter(
    ({ risk }) => risk.department === one.department.name && risk.posts.includes(one.name),
  );
export const mine = risksOfPost(post);

/** The post of staff that has most to answer for in one step. */
export const mostInOneStep = (one: CataloguePost) => {
  const own = risksOfPost(one).map(({ risk }) => risk);
  const steps = walls.flatMap(({ wall }) => wall.steps);
  return Math.max(...steps.map((step) => step.risks.filter((risk) => own.includes(risk)).length));
};
export const [busy = post] = catalogue
  .filter(({ level }) => level !== '领导')
  .map((one) => ({ one, count: mostInOneStep(one) }))
  .sort((a, b) => b.count - a.count)
  .map(({ one }) => one);

export const leader = catalogue.find(({ level, isPrincipal }) => level === '领导' && !isPrincipal);

export const walked: Walked[] = [];

/** Begins on the home page in a browser that nobody has used, and holds the task to its limit. */
export async function walk(
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

/** As staff do once: two choices on the home page. */
export async function choosePost(walker: Walker, one = post): Promise<void> {
  const { page } = walker;
  await page.waitForFunction(
    () => document.querySelector('[data-my-post-said]')?.textContent !== '',
  );
  await walker.choose('[name="department"]', one.department.name);
  await walker.choose('[name="post"]', one.ref);
  await says(page, '记在这台电脑的浏览器里');
}

/** Goes from the home page to the checklist of the own post. */
export async function beginChecklist(walker: Walker): Promise<void> {
  await walker.click('.my-post-links >> text=我要自查的');
  await walker.click('text=开始自查');
  await appears(walker.page, '.risk-list[aria-busy="false"] .risk-item');
}

export const idsOnList = (page: Page) =>
  page.$$eval('[data-risk]', (items) => items.map((item) => item.getAttribute('data-risk') ?? ''));

export const topOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.getBoundingClientRect().top);

/** Answers the question in view by the mouse, whatever comes. */
export async function answerAtRandom(walker: Walker): Promise<void> {
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
export function smallestLetters(): number {
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

export const sheetsOf = async (page: Page) => (await printPage(page)).map(textOf);
