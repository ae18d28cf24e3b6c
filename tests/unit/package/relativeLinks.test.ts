import { describe, expect, test } from 'vitest';
import {
  relativePage,
  relativeStyles,
  rootedImports,
  wayHome,
} from '../../../src/package/relativeLinks.ts';

describe('放在任何路径下链接都通', () => {
  test.each([
    ['index.html', './'],
    ['404.html', './'],
    ['walls/index.html', '../'],
    ['posts/finance/cashier/index.html', '../../../'],
  ])('从 %s 回首页是 %s', (path, home) => {
    expect(wayHome(path)).toBe(home);
  });

  const path = 'walls/x/index.html';
  test.each([
    ['首页', '<a href="/">', '<a href="../../">'],
    ['带锚点、带参数', '<a href="/risks/?grade=一类#r">', '<a href="../../risks/?grade=一类#r">'],
    ['单引号', "<a href='/risks/'>", "<a href='../../risks/'>"],
    ['没有引号', '<a href=/risks/ class=x>', '<a href="../../risks/" class=x>'],
    [
      '图片和程序',
      '<script src="/assets/a.js"></script>',
      '<script src="../../assets/a.js"></script>',
    ],
    ['表单', '<form action="/verify/">', '<form action="../../verify/">'],
    ['给程序看的地址', '<b data-chart="/data/x.svg">', '<b data-chart="../../data/x.svg">'],
    ['网站在哪里', '<html data-base="/">', '<html data-base="../../">'],
    [
      '几种大小的图',
      '<img srcset="/a.png 1x, /b.png 2x">',
      '<img srcset="../../a.png 1x, ../../b.png 2x">',
    ],
    [
      '转到别处的页',
      '<meta http-equiv="refresh" content="0; url=/walls/">',
      '<meta http-equiv="refresh" content="0; url=../../walls/">',
    ],
    ['SVG 里的链接', '<use xlink:href="/a.svg#b"/>', '<use xlink:href="../../a.svg#b"/>'],
  ])('%s', (_, before, after) => {
    expect(relativePage(before, path)).toBe(after);
  });

  test.each([
    ['本页的锚点', '<a href="#r01">'],
    ['别的主机', '<a href="//host/x">'],
    ['写全的网址', '<a href="http://host/x">'],
    ['已经是相对的', '<a href="../x/">'],
    ['正文里像链接的字', '<p>href="/walls/" 是网址</p>'],
    ['属性里的一段话', '<img alt="写 src=&quot;/x&quot; 或者 /x">'],
    ['标题里的引号', `<p title="a > b href='/x'">`],
    ['算过校验值的程序', `<script>var a = '<a href="/walls/">';</script>`],
    ['页里的样式', '<style>a{content:"src=/x"}</style>'],
  ])('不动：%s', (_, markup) => {
    expect(relativePage(markup, path)).toBe(markup);
  });

  test('样式里的地址从样式文件算起', () => {
    const css = `@import "/assets/a.css";a{background:url(/p/a.png) url("/p/b.png") url(data:x) url(c.png)}`;
    expect(relativeStyles(css, 'assets/x.css')).toBe(
      `@import "../assets/a.css";a{background:url(../p/a.png) url("../p/b.png") url(data:x) url(c.png)}`,
    );
  });

  test('程序里从根上取的文件找得出来，别的字不误认', () => {
    expect(rootedImports('import{a}from"/assets/a.js";import(`/assets/b.js`)')).toEqual([
      '/assets/a.js',
      '/assets/b.js',
    ]);
    expect(rootedImports('new Worker(new URL(`/assets/w.js`,import.meta.url))')).toHaveLength(1);
    expect(rootedImports('from"./a.js";x=`/word/document.xml`;import("../b.js")')).toEqual([]);
  });
});
