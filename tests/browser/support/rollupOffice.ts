import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { ChecklistIndex } from '../../../src/model/assessment/checklist.ts';
import { madeBureau, type MadeFile } from '../../fixtures/rollup/madeBureau.ts';
import { appears, says } from './onPage.ts';

/** An office of sixty people that takes in what most of them hand in, and its page. */

export const index = JSON.parse(readFileSync('dist/data/checklist.json', 'utf8')) as ChecklistIndex;
export const period = `${new Date().getFullYear()}年度`;
export const bureau = madeBureau({
  people: 60,
  seed: 'taking',
  index,
  period,
  assessmentShare: 0.8,
});
export const records = bureau.files.filter(({ name }) => name.startsWith('自查记录'));

/** @param write how a name stands on it. */
export const roster = (write: (name: string, i: number) => string = (name) => name): MadeFile => ({
  name: '名册.csv',
  text: `\ufeff姓名,处室,岗位\n${bureau.roster
    .map(({ name, department, post }, i) => [write(name, i), department, post].join(','))
    .join('\n')}\n`,
});

/** What a system lays into folders by itself. */
export const systemFiles = ['.DS_Store', 'Thumbs.db', '~$名册.xlsx'].map((name) => ({
  name,
  text: 'x',
}));

export const fileField = '.rollup-files input[type="file"]:not([webkitdirectory])';

/** Chooses files, and does not wait for anything. */
export async function choose(page: Page, files: readonly MadeFile[]): Promise<void> {
  await appears(page, `${fileField}:not([disabled])`);
  await page.setInputFiles(
    fileField,
    files.map(({ name, text }) => ({ name, mimeType: '', buffer: Buffer.from(text) })),
  );
}

/** Chooses files, and waits until all have been read. */
export async function takeAll(page: Page, files: readonly MadeFile[]): Promise<void> {
  await choose(page, files);
  await says(page, '读完了');
}

/** How many were taken in, as the choice above the list says it. */
export const takenCount = (page: Page) =>
  page.evaluate(() =>
    Number(/全部（(\d+)）/.exec(document.querySelector('.rollup')?.textContent ?? '')?.[1] ?? 0),
  );

export const isSaved = (page: Page) => says(page, '已保存在本机');
