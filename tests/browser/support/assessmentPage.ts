import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { commonDepartment, risksOf } from '../../fixtures/contentExamples.ts';
import { content } from './content.ts';
import { appears } from './onPage.ts';

export const department = commonDepartment(content);
export const post = `?dept=${encodeURIComponent(department.name)}`;

export const risks = risksOf(content).map(({ risk }) => risk);
export const firstRisk = risks[0]?.id ?? '';

/** A record that was saved before, with answers to the first and the last risk of the bureau. */
export const savedRecord = readFileSync('tests/fixtures/records/schema-1.json', 'utf8')
  .replace('w01-r01', firstRisk)
  .replace('w02-r02', risks[risks.length - 1]?.id ?? '');

/** Begins a record for the given post and waits for its checklist. @returns its number of risks. */
export async function begin(page: Page): Promise<number> {
  await appears(page, '.choice-count');
  await page.click('text=开始自查');
  await appears(page, '.risk-list[aria-busy="false"] .risk-item');
  return page.locator('[data-risk]').count();
}

/** Answers risks by keyboard, beginning with the focused one. */
export async function answerByKeys(page: Page, from: number, to: number): Promise<void> {
  // Far from the window a risk is only an outline.
  const item = page.locator('[data-risk]').nth(from);
  await item.scrollIntoViewIfNeeded();
  await item.locator('.state input').first().focus();
  for (let i = from; i < to; i += 1) {
    await page.keyboard.press(String(1 + (i % 3)));
    await page.keyboard.press('ArrowDown');
  }
}

/**
 * By key: it lies under a list that is laid out as it comes near, so that under a pointer it may move
 * away between press and release.
 */
export async function openMerging(page: Page): Promise<void> {
  await page.locator('summary', { hasText: '把别处填的文件并进来' }).press('Enter');
  await appears(page, 'details.more-choices[open]');
}

export const answeredCount = (page: Page) =>
  page.evaluate(() => Number(document.querySelector('.progress strong')?.textContent));

/** Ticks the first state of a risk. @param i counted from 0. */
export const answer = (page: Page, i: number) =>
  page.locator('[data-risk]').nth(i).locator('.state input').first().check();

/** What the bar says of the keeping. */
export const savedWords = (page: Page) => page.textContent('.record-bar [role="status"]');

export const chooseFile = (page: Page, name: string, content: string | Buffer) =>
  page.locator('.import input[type="file"]').setInputFiles(
    { name, mimeType: 'application/json', buffer: Buffer.from(content) },
    // Megabytes go through the pipe of the test, which a loaded machine slows down.
    { timeout: 60_000 },
  );
