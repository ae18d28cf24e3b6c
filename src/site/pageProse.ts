import { getEntry, render } from 'astro:content';
import { ContentError } from '../model/problem/problem.ts';
import { pageOf, type PageKey } from '../model/site/pages.ts';

export type PageProse = Awaited<ReturnType<typeof pageProse>>;

/**
 * A piece of prose that the bureau writes under `content/pages/`.
 * @param name file name without its ending.
 * @throws Error that names the file when it is missing.
 */
export async function pageProse(name: string) {
  const entry = await getEntry('pages', name);
  if (!entry) throw new Error(`缺少 content/pages/${name}.mdx`);
  const { Content } = await render(entry);
  return { ...entry.data, Content };
}

/**
 * The prose that is a page of its own.
 * @throws ContentError when the file calls the page something else than menus and trails do.
 */
export async function ownProse(key: PageKey): Promise<PageProse> {
  const prose = await pageProse(key);
  const { title } = pageOf(key);
  if (prose.title === title) return prose;
  throw new ContentError([
    {
      severity: 'error',
      file: `content/pages/${key}.mdx`,
      path: ['title'],
      problem: `标题写的是“${prose.title}”，导航和当前位置里叫“${title}”`,
      remedy: `改成“${title}”；要换叫法，连 src/model/site/pages.ts 里的一起换`,
    },
  ]);
}
