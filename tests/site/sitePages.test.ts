import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lineTo, sitePages, type SitePage } from '../../src/model/site/pages.ts';

/** From the home page, with a slash at the end; the page for a wrong address has no place. */
const built = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html') && name !== '404.html')
  .map((name) => name.replace(/index\.html$/, ''));
const read = (path: string) => readFileSync(`dist/${path}index.html`, 'utf8');
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const rowOf = (path: string) => sitePages.find((page) => page.path === path);
/** The page that lists the pages of a collection; posts stand below their department. */
const listOf = (path: string) => rowOf(`${dirname(path)}/`) ?? rowOf(`${dirname(dirname(path))}/`);

const headings = (path: string) =>
  [...read(path).matchAll(/<h1[^>]*>(.*?)<\/h1>/gs)].map((match) => words(match[1] ?? ''));
const trailOf = (path: string) => {
  const trail = /aria-label="当前位置"[^>]*>(.*?)<\/nav>/s.exec(read(path))?.[1] ?? '';
  return {
    links: [...trail.matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map((match) => ({
      path: match[1],
      name: words(match[2] ?? ''),
    })),
    current: words(/aria-current="page"[^>]*>(.*?)<\/li>/s.exec(trail)?.[1] ?? ''),
  };
};
const asLinks = (pages: readonly SitePage[]) =>
  pages.map(({ name, path }) => ({ path: `/${path}`, name }));

describe('网站各页只有一张单子', () => {
  test('单子上的页都生成了，生成的页都在单子上，或者在单子上的一页下面', () => {
    expect(sitePages.filter(({ path }) => !built.includes(path)).map(({ key }) => key)).toEqual([]);
    expect(built.filter((path) => !rowOf(path) && !listOf(path))).toEqual([]);
  });

  test.each(sitePages.filter(({ key }) => key !== 'home'))(
    '$path 的标题、当前位置和导航里的叫法对得上',
    ({ key, path, title }) => {
      expect(headings(path)).toEqual([title]);
      expect(trailOf(path)).toEqual({ links: asLinks(lineTo(key).slice(0, -1)), current: title });
    },
  );

  test('墙、法律、岗位、三段的每一页，当前位置从首页一路连到它的目录', () => {
    for (const path of built.filter((one) => !rowOf(one))) {
      const list = listOf(path);
      const { links, current } = trailOf(path);
      expect(links, path).toEqual(list ? asLinks(lineTo(list.key)) : []);
      // A heading may count what follows, a trail may say whose page it is; one begins like the other.
      const [heading = ''] = headings(path);
      expect(heading && current, path).not.toBe('');
      expect(heading.startsWith(current) || current.startsWith(heading), path).toBe(true);
    }
  });

  test('每一页都标出自己在主导航的哪一项下面', () => {
    for (const path of built) {
      const listed = rowOf(path) ?? listOf(path);
      const section = listed && lineTo(listed.key).find(({ menu }) => menu === 'main');
      const nav = /aria-label="主导航">(.*?)<\/nav>/s.exec(read(path))?.[1] ?? '';
      const marked = [...nav.matchAll(/<a href="([^"]*)" aria-current="true">/g)].map((m) => m[1]);
      expect(marked, path).toEqual(section ? [`/${section.path}`] : []);
    }
  });

  test('有页的文件夹，打开文件夹的地址也有一页：服务器不列目录，答的是 403', () => {
    const folders = new Set(
      built.flatMap((path) => {
        const parts = path.split('/').slice(0, -1);
        return parts.map((_, i) => `${parts.slice(0, i + 1).join('/')}/`);
      }),
    );
    expect([...folders].filter((folder) => !existsSync(`dist/${folder}index.html`))).toEqual([]);
  });
});
