import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** Pagefind's ready-made search boxes; the site has its own and loads none of them. */
const readyMadeBoxes = /^pagefind-(?:ui|modular-ui|component-ui|highlight)[.]/;

/**
 * Builds the full-text index of the finished pages.
 * @param siteFolder the built site; the index goes into its `pagefind/` folder.
 * @returns how many pages were taken in.
 * @throws Error when a page cannot be read or the index cannot be written.
 */
export async function indexPages(siteFolder: string): Promise<number> {
  const { index, errors: startErrors } = await createIndex({ forceLanguage: 'zh' });
  if (!index) throw new Error(`查找索引建不起来：${startErrors.join('；')}`);
  const { page_count: pageCount, errors } = await index.addDirectory({ path: siteFolder });
  if (errors.length > 0) throw new Error(`查找索引读页面出错：${errors.join('；')}`);
  const outputPath = join(siteFolder, 'pagefind');
  const written = await index.writeFiles({ outputPath });
  if (written.errors.length > 0) throw new Error(`查找索引写不出来：${written.errors.join('；')}`);
  for (const name of readdirSync(outputPath).filter((file) => readyMadeBoxes.test(file))) {
    rmSync(join(outputPath, name));
  }
  await close();
  return pageCount;
}
