import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { MadeFile } from '../../fixtures/rollup/madeBureau.ts';
import { appears, says } from './onPage.ts';

/** On the page of the roll-up: chooses these files, and waits until all have been read. */
export async function takeFiles(page: Page, files: readonly MadeFile[]): Promise<void> {
  await appears(page, '.rollup-files input[type="file"]:not([disabled])');
  await page.setInputFiles(
    '.rollup-files input[type="file"]:not([webkitdirectory])',
    files.map(({ name, text }) => ({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    })),
  );
  await says(page, `读完了 ${files.length} 个`);
}

/** Goes to a part of the page, as a link to it does. @param hash without `#`. */
export async function goToPart(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

/** What is saved when something is pressed. */
export async function saved(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFileSync(await download.path());
}
