import { getEntry, render } from 'astro:content';

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
