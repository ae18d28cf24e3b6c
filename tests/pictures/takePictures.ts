// npm run pictures: takes the pictures of the help page and the README anew, from the built site.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { realContent } from '../fixtures/realContent.ts';
import { serveSite } from '../browser/support/site.ts';
import { closeBrowsers, withPage } from '../browser/support/visit.ts';

interface Picture {
  readonly name: string;
  readonly path: string;
  /** Brings the page into the state to be shown. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const [first] = realContent().walls;
const risk = first?.data.steps
  .flatMap(({ risks }) => risks)
  .find(({ postLevel }) => postLevel === '普通');
if (!first || !risk) throw new Error('第一面墙上没有普通岗位的风险点，没有可以拍的');
const wall = `walls/${first.name}/`;
const post = `level=普通&dept=${risk.department}`;
const scrollTo = (selector: string) => (page: Page) =>
  page.evaluate((wanted) => {
    const top = document.querySelector(wanted)?.getBoundingClientRect().top ?? 0;
    window.scrollBy(0, top - 70);
  }, selector);

const pictures: readonly Picture[] = [
  {
    name: 'wall',
    path: wall,
    prepare: (page) => page.click('.flowchart [data-node="s3"] a'),
  },
  {
    name: 'search',
    path: '',
    async prepare(page) {
      await page.keyboard.press('/');
      await page.waitForSelector('#finder-input');
      await page.keyboard.type(risk.title.slice(0, 2));
      await page.waitForSelector('#finder-results [data-risk-id]');
      await page.waitForFunction(
        () => !document.querySelector('#finder-status')?.textContent?.includes('正在'),
      );
    },
  },
  {
    name: 'risks',
    path: 'risks/',
    async prepare(page) {
      await page.waitForSelector('.register-heat');
      await page.click('.register-heat > summary');
      await page.waitForSelector('.heat');
    },
  },
  {
    name: 'self-assessment',
    path: `self-assessment/?${post}`,
    async prepare(page) {
      await page.click('[data-self-assessment] .button.is-main');
      await page.waitForSelector('.states');
      await scrollTo('.states')(page);
      await page.evaluate(() => window.scrollBy(0, -330));
    },
  },
  {
    name: 'quiz',
    path: `quiz/?${post}`,
    prepare: (page) => page.waitForTimeout(1500),
  },
  {
    name: 'commitment',
    path: 'commitment/',
    async prepare(page) {
      await page.waitForSelector('.promise');
      await page.selectOption('.field select', risk.department);
      await page.waitForTimeout(800);
      await scrollTo('.letter-sheets')(page);
    },
  },
];

const folder = 'public/pictures';
mkdirSync(folder, { recursive: true });
const site = await serveSite('dist');
for (const { name, path, prepare } of pictures) {
  await withPage(
    153,
    site.home + path,
    async ({ page }) => {
      await page.waitForTimeout(500);
      await prepare?.(page);
      await page.screenshot({ path: join(folder, `${name}.png`) });
      console.log(`${folder}/${name}.png`);
    },
    { viewport: { width: 1100, height: 640 } },
  );
}
await closeBrowsers();
site.close();
