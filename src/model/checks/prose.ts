import type { ContentSet } from '../content/contentSet.ts';
import { fault } from '../problem/fault.ts';
import type { Problem } from '../problem/problem.ts';
import { citedPage } from '../site/pages.ts';

/** Pages of prose are called what menus and trails call them; what content names is there. */
export function checkProse({ pages, mechanismCatalog }: ContentSet): Problem[] {
  const names = new Set(pages.map(({ name }) => name));
  const titles = pages.flatMap((page) => {
    const wanted = citedPage(page.name)?.title;
    return wanted === undefined || page.data.title === wanted
      ? []
      : fault(page, {
          path: ['title'],
          problem: `标题写的是“${page.data.title}”，导航和当前位置里叫“${wanted}”`,
          remedy: `改成“${wanted}”；要换叫法，连 src/model/site/pages.ts 里的一起换`,
        });
  });
  const missing = mechanismCatalog?.data.mechanisms.flatMap(({ name, page }, i) =>
    page === undefined || names.has(page)
      ? []
      : fault(mechanismCatalog, {
          path: ['mechanisms', i, 'page'],
          problem: `“${name}”下面的文字 content/pages/${page}.mdx 不存在`,
          remedy: '写 content/pages/ 里有的文件名，不带 .mdx；没有另外的文字就删掉这一项',
        }),
  );
  return [...titles, ...(missing ?? [])];
}
