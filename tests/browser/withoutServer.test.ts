import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { servedSite } from './support/servedSite.ts';
import { withPage } from './support/visit.ts';

const note = '.styles-missing';

const site = servedSite();

test('从文件夹里直接打开，页首说明要放在网站服务器上看', async () => {
  const file = pathToFileURL(resolve('dist/walls/index.html')).href;
  await withPage(153, file, async ({ page }) => {
    expect(await page.isVisible(note)).toBe(true);
    expect(await page.textContent(note)).toContain('网站服务器');
  });
});

test('放在网站上看，没有这句话', async () => {
  await withPage(153, `${site.home}walls/`, async ({ page }) => {
    expect(await page.locator(note).count()).toBe(1);
    expect(await page.isVisible(note)).toBe(false);
  });
});
