import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { namingFile } from '../../../src/model/published/folderEdition.ts';
import type { Files } from '../../../src/package/archive.ts';
import { withCarriers } from '../../../src/package/folder/carriers.ts';
import {
  classicScripts,
  loaderBytes,
  type ClassicScript,
} from '../../../src/package/folder/classicScripts.ts';
import { folderPage } from '../../../src/package/folder/folderPage.ts';

const filesOf = (texts: Readonly<Record<string, string>>): Files =>
  new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));

const textIn = (files: Files, path: string) => new TextDecoder().decode(files.get(path));

test.each([
  ['', 'index.html'],
  ['walls/', 'walls/index.html'],
  ['../', '../index.html'],
  ['./', './index.html'],
  ['walls/x/#w01-r01', 'walls/x/index.html#w01-r01'],
  ['?a=1', 'index.html?a=1'],
  ['posts/?post=a/b#c/', 'posts/index.html?post=a/b#c/'],
  ['licences.txt', 'licences.txt'],
  ['a.html#b/', 'a.html#b/'],
])('文件夹的网址写明文件，后面的照旧：%s', (address, named) => {
  expect(namingFile(address)).toBe(named);
});

/** A browser as far as the loader needs it: scripts that are put into the page run in a moment. */
function browserWith(scripts: ReadonlyMap<string, ClassicScript>) {
  const home = 'file:///x/';
  const said: unknown[] = [];
  const document = {
    currentScript: undefined as unknown,
    createElement: () => {
      const listeners: Record<string, () => void> = {};
      return {
        src: '',
        listeners,
        hasAttribute: () => false,
        addEventListener: (name: string, listener: () => void) => (listeners[name] = listener),
      };
    },
    head: {
      append: (script: { src: string; listeners: Record<string, () => void> }) => come(script),
    },
  };
  const window: Record<string, unknown> = {
    document,
    URL,
    say: (word: unknown) => said.push(word),
  };
  window['window'] = window;
  const run = (path: string, isEntry: boolean) => {
    document.currentScript = { src: home + path, hasAttribute: () => isEntry };
    runInNewContext(scripts.get(path)?.text ?? '', window);
  };
  const come = (script: { src: string; listeners: Record<string, () => void> }) => {
    setTimeout(() => {
      const path = script.src.slice(home.length);
      if (scripts.has(path)) run(path, false);
      script.listeners[scripts.has(path) ? 'load' : 'error']?.();
    });
  };
  runInNewContext(loaderBytes().toString(), window);
  return { said, run };
}

const modules = {
  'assets/entry.js':
    'import{count as c,add}from"./shared.js";import"./late.js";add();say(`entry ${c}`);' +
    'import(`./later.js`).then(async m=>{say(`${m.name} ${c}`);say(m.default);' +
    'say(await import("./gone.js").catch(()=>"gone"))});say(import.meta.url);',
  'assets/shared.js': 'export let count=0;export function add(){count+=1}say("shared")',
  'assets/late.js': 'import{add}from"./shared.js";add();say("late");',
  'assets/later.js':
    'import{add}from"./shared.js";import{b}from"./round.js";add();export const name="later";export default b()',
  'assets/round.js': 'import{name}from"./later.js";export const b=()=>typeof name',
  'assets/gone.js': 'say("never")',
  'assets/worker.js': 'say("worker")',
};

test('程序改成普通脚本，照原来的先后跑，共用的只跑一次，后取的也取得到', async () => {
  const scripts = await classicScripts(filesOf(modules), ['assets/entry.js']);
  expect([...scripts.keys()]).not.toContain('assets/worker.js');
  const { needed = [] } = scripts.get('assets/entry.js') ?? {};
  expect(needed).toEqual(['assets/shared.js', 'assets/late.js']);
  const onDisc = new Map([...scripts].filter(([path]) => path !== 'assets/gone.js'));
  const { said, run } = browserWith(onDisc);
  for (const path of needed) run(path, false);
  run('assets/entry.js', true);
  await expect
    .poll(() => said)
    .toEqual([
      ...['shared', 'late', 'entry 2', 'file:///x/assets/entry.js'],
      ...['later 3', 'string', 'gone'],
    ]);
});

test('程序缺一个，或者连着样式一起取的，不打包', async () => {
  await expect(
    classicScripts(filesOf({ 'assets/a.js': 'import"./b.js"' }), ['assets/a.js']),
  ).rejects.toThrow('assets/b.js');
  const withStyles = 'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./x.css"])))=>i;';
  await expect(
    classicScripts(filesOf({ 'assets/a.js': withStyles }), ['assets/a.js']),
  ).rejects.toThrow('样式');
});

test('数据由脚本带来，一个字不变；有链接的，原来的文件也在', () => {
  const text = JSON.stringify({ a: '引号\'"\\，换行\n\r，</script>，\u2028' });
  const site = filesOf({
    'data/quiz/w01.json': text,
    'data/charts/x.mmd': 'flowchart TB\n  a --> b\r\n',
    'walls/x/print/index.html': '<p>纸</p>',
    'index.html': '首页',
  });
  const files = withCarriers(site);
  expect([...files.keys()].sort()).toEqual([
    'data/charts/x.mmd',
    'data/charts/x.mmd.js',
    'data/quiz/w01.json.js',
    'index.html',
    'walls/x/print/index.html',
    'walls/x/print/index.html.js',
  ]);
  for (const path of ['data/quiz/w01.json', 'data/charts/x.mmd', 'walls/x/print/index.html']) {
    const brought: string[] = [];
    const fangkongFile = (...all: string[]) => brought.push(...all);
    runInNewContext(textIn(files, `${path}.js`), { fangkongFile });
    expect(brought).toEqual([path, textIn(site, path)]);
  }
});

test('页里没有模块，链接写明文件，程序按先后排好，每个一次', async () => {
  const scripts = await classicScripts(filesOf(modules), ['assets/entry.js', 'assets/late.js']);
  const html =
    '<html lang="zh-CN" data-base="../../"><head></head><body>' +
    '<a href="../">墙</a><a href="#r1">下</a><a href="?a=1">选</a><p data-wall="../../walls/x/">' +
    '<script type="module" src="../../assets/entry.js"></script>' +
    '<script type="module" src="../../assets/late.js"></script></body></html>';
  const page = folderPage(html, 'walls/x/index.html', { scripts, bureau: 'guotu' });
  expect(page).toBe(
    '<html data-edition="guotu/" lang="zh-CN" data-base="../../"><head></head><body>' +
      '<a href="../index.html">墙</a><a href="#r1">下</a><a href="?a=1">选</a><p data-wall="../../walls/x/index.html">' +
      '<script defer src="../../assets/loader.js"></script>' +
      '<script defer src="../../assets/shared.js"></script>' +
      '<script defer src="../../assets/late.js"></script>' +
      '<script defer src="../../assets/entry.js" data-run></script></body></html>',
  );
});
