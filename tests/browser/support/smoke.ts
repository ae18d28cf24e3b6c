import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Kernel } from '../../../src/print/browserFiles.ts';
import { firstWall, risksOf, wordInTitles } from '../../fixtures/contentExamples.ts';
import { clickFirst } from './clicks.ts';
import { content } from './content.ts';
import { riskRows } from './foundRows.ts';
import { appears, says } from './onPage.ts';
import { printPage, textOf } from './pdf.ts';
import { settled, withPage } from './visit.ts';

// What has to work wherever the site was put up: on every server, in every folder.

/** The site as it was put up: the address of a page. @param path from the home page. */
export type At = (path: string) => string;

const { wall, slug } = firstWall(content);

const hasStyles = (page: Page) =>
  page.evaluate(() => document.querySelector('.styles-missing')?.getClientRects().length === 0);

/** From the home page to a wall with its chart. @returns the address at which it ended. */
export const readsWall = (kernel: Kernel, at: At): Promise<string> =>
  withPage(kernel, at(''), async ({ page, faults }) => {
    await settled(page);
    expect(await hasStyles(page)).toBe(true);
    await Promise.all([
      page.waitForURL(at('walls/')),
      clickFirst(page, '.site-nav a[href*="walls/"]'),
    ]);
    const wallLinks = ['', 'index.html'].map((file) => `main a[href$="walls/${slug}/${file}"]`);
    await appears(page, wallLinks.join());
    await clickFirst(page, wallLinks.join());
    await appears(page, '.chart-frame svg.flowchart');
    await settled(page);
    const heading = await page.evaluate(() => document.querySelector('h1')?.textContent);
    expect(heading).toContain(wall.powerItem);
    expect(await hasStyles(page)).toBe(true);
    expect(faults).toEqual([]);
    return page.url();
  });

/** Finds a risk and goes to it. @returns the address at which it ended. */
export const findsRisk = (kernel: Kernel, at: At): Promise<string> =>
  withPage(kernel, at('laws/'), async ({ page, faults }) => {
    await page.keyboard.press('/');
    await appears(page, '#finder-input');
    await page.keyboard.type(wordInTitles(content));
    await appears(page, riskRows);
    await clickFirst(page, `${riskRows} a`);
    await appears(page, ':target');
    await settled(page);
    expect(faults).toEqual([]);
    return page.url();
  });

/** Begins an assessment and answers its first question. */
export async function answersFirstRisk(page: Page): Promise<void> {
  await appears(page, '.choice-count');
  await page.click('text=开始自查');
  await appears(page, '.risk-list[aria-busy="false"] .risk-item');
  await page.locator('[data-risk] .state input').first().focus();
  await page.keyboard.press('1');
  await says(page, '已保存在本机');
}

/** How many questions the assessment in view holds answers to. */
export async function expectAnswers(page: Page, count: number): Promise<void> {
  await appears(page, '.progress strong');
  await expect.poll(() => page.textContent('.progress strong')).toBe(String(count));
}

/** Keeps an answer over a reload. */
export const keepsAnswer = (kernel: Kernel, at: At): Promise<void> =>
  withPage(kernel, at('self-assessment/'), async ({ page, faults }) => {
    await answersFirstRisk(page);
    await page.reload();
    await expectAnswers(page, 1);
    expect(faults).toEqual([]);
  });

/** Lists every risk in the register and lays out a letter. */
export const listsAndLaysOut = (kernel: Kernel, at: At): Promise<void> =>
  withPage(kernel, at('risks/'), async ({ page, faults }) => {
    await appears(page, '.register-table');
    const count = () => page.textContent('.register-count strong');
    await expect.poll(count).toBe(String(risksOf(content).length));
    await page.goto(at('commitment/'));
    await appears(page, '.letter-sheets .letter-sheet');
    await settled(page);
    expect(faults).toEqual([]);
  });

/** Prints a wall. */
export const printsWall = (kernel: Kernel, at: At): Promise<void> =>
  withPage(kernel, at(`walls/${slug}/print/`), async ({ page, faults }) => {
    await appears(page, '[data-paper-ready]');
    await settled(page);
    const printed = await printPage(page);
    expect(printed.map(textOf).join('')).toContain(wall.powerItem);
    expect(faults).toEqual([]);
  });
