import { describe, expect, test } from 'vitest';
import { addPages, createPageFinder, findPages } from '../../../src/model/finder/findPages.ts';
import { pageParts, type PageText } from '../../../src/model/finder/pageTexts.ts';
import { readQuery } from '../../../src/model/finder/readQuery.ts';

const page = (
  path: string,
  title: string,
  kind: string,
  sections: PageText['sections'],
): PageText => ({ path, title, kind, powerClasses: [], sections });

const pages = [
  page('guide/', '编写指南', '指南', [['laws', '法条', '写成 lin-fa 第二条，林木采伐要许可。']]),
  page('laws/lin/', '森林法', '法律', [
    ['', '', '森林法全文要点。'],
    ['article-2', '第二条', '林木采伐要许可。'],
    ['article-22', '第二十二条', '林地不得擅自改变用途。'],
  ]),
  page('walls/forest/', '林地审批工作廉政风险防控墙', '防控墙', [
    ['step-1', '第 1 步踏勘', '核对林班图。'],
    ['step-7', '第 7 步审核与登簿', '审核、登簿由两人办。先踏勘再登记。'],
  ]),
];
const finder = createPageFinder(new Map());
addPages(finder, pages);
const relations = [{ say: ['砍树', '伐木'], mean: ['采伐'] }];
const ask = (query: string) => findPages(finder, readQuery(query), relations);
const paths = (query: string) => ask(query).hits.map((hit) => hit.page.path);

describe('查页面的文字', () => {
  test('法律的名称和条号，得到那一条', () => {
    for (const query of ['《森林法》第二条', '森林法第2条', '森林法 第二条']) {
      const { hits, isExact } = ask(query);
      expect(isExact, query).toBe(true);
      expect(hits[0]?.page.path, query).toBe('laws/lin/');
      expect(hits[0]?.passages[0], query).toEqual({ heading: '第二条', anchor: 'article-2' });
    }
  });

  test('名称里有的步骤，排在只是提到的步骤前面', () => {
    expect(ask('登簿').hits[0]?.passages[0]?.heading).toBe('第 7 步审核与登簿');
    expect(ask('踏勘').hits[0]?.passages.map(({ heading }) => heading)).toEqual([
      '第 1 步踏勘',
      '第 7 步审核与登簿',
    ]);
  });

  test('逐字含有的页一次给全，含有几个词的要都含有', () => {
    expect(paths('采伐').sort()).toEqual(['guide/', 'laws/lin/']);
    expect(paths('林地 登簿')).toEqual(['walls/forest/']);
  });

  test('哪一页都不含的，给最接近的，并且说明不是逐字的', () => {
    const { hits, isExact } = ask('违法砍树');
    expect(isExact).toBe(false);
    expect(hits.map((hit) => hit.page.path)).toContain('laws/lin/');
  });

  test('什么都不挨着的，没有页', () => {
    expect(ask('天外飞仙').hits).toEqual([]);
    expect(ask('，。').hits).toEqual([]);
  });

  test('分成几个文件，一页不少', () => {
    const long = pages.map((one, i) => ({
      ...one,
      sections: [['a', '', '字'.repeat(40_000 * (i + 1))]] as PageText['sections'],
    }));
    const parts = pageParts(long, new Map());
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.flatMap((part) => part.pages)).toEqual(long);
    expect(parts.every(({ partCount }) => partCount === parts.length)).toBe(true);
  });
});
