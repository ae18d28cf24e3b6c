import { runInNewContext } from 'node:vm';
import { unzipSync } from 'fflate';
import { init, parse } from 'es-module-lexer';
import { beforeAll, describe, expect, test } from 'vitest';
import { sumOf, type Files } from '../../src/package/archive.ts';
import { folderSite } from '../../src/package/folder/folderSite.ts';
import { packageSite } from '../../src/package/packageSite.ts';
import { readSite, relativeSite } from '../../src/package/siteFiles.ts';
import { secondSite } from './support/secondBureau.ts';

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('本单位的网站', () => {
  let site: Files = new Map();
  beforeAll(() => {
    site = relativeSite(readSite('dist'));
  });
  const textsOf = (pattern: RegExp) =>
    [...site]
      .filter(([path]) => pattern.test(path))
      .map(([path, bytes]) => ({ path, text: textOf(bytes) }));

  test('没有一页的地址从根上写起，放在任何路径下都通', () => {
    const pages = textsOf(/\.html$/);
    expect(pages.length).toBeGreaterThan(300);
    for (const { path, text } of pages) {
      const code = text.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '');
      expect(/\s[\w-]+=["']?\/[^/\s"'][^\s"']*/.exec(code)?.[0], path).toBeUndefined();
    }
  });

  test('每个相对的链接都有文件', () => {
    const broken: string[] = [];
    for (const { path, text } of textsOf(/\.html$/)) {
      const page = new URL(path, 'http://site/oa/fangkong/');
      for (const [, address = ''] of text.matchAll(/\s(?:href|src|data-chart-\w+)="(\.[^"#?]*)/g)) {
        const { pathname } = new URL(address, page);
        const file = pathname.replace('/oa/fangkong/', '').replace(/(^|\/)$/, '$1index.html');
        if (!site.has(file)) broken.push(`${path} → ${address}`);
      }
    }
    expect([...new Set(broken)].slice(0, 10)).toEqual([]);
  });

  test('程序和样式互相找，从自己的位置找起', () => {
    const assets = textsOf(/^assets\/.*\.(?:js|css)$/);
    for (const { path, text } of assets) {
      expect(/["'`]\/assets\/[^"'`]*/.exec(text)?.[0], path).toBeUndefined();
      expect(/url\(\s*["']?\/(?!\/)/.exec(text)?.[0], path).toBeUndefined();
    }
  });
});

describe('本单位的单机版', () => {
  let site: Files = new Map();
  let folder: Files = new Map();
  beforeAll(async () => {
    await init;
    site = relativeSite(readSite('dist'));
    folder = await folderSite(site, { siteTitle: '样例', bureau: 'sample' });
    // Longer than usual only where other tests run beside it.
  }, 60_000);
  const textsOf = (pattern: RegExp) =>
    [...folder]
      .filter(([path]) => pattern.test(path))
      .map(([path, bytes]) => ({ path, text: textOf(bytes) }));
  const addressesIn = (text: string) =>
    Array.from(text.matchAll(/\s(?:href|src)="(\.[^"#?]*)/g), ([, address = '']) => address);

  test('页里没有模块，程序都是普通脚本', () => {
    for (const { path, text } of textsOf(/\.html$/)) expect(text, path).not.toContain('"module"');
    const scripts = textsOf(/\/assets\/.*\.js$/);
    expect(scripts.length).toBeGreaterThan(50);
    for (const { path, text } of scripts) {
      const [imports, exports] = parse(text);
      expect([imports.length, exports.length], path).toEqual([0, 0]);
    }
  });

  test('每个链接、每个程序都写明文件，文件都在', () => {
    const pages = textsOf(/^fangkong\/.*\.html$/);
    expect(pages.length).toBeGreaterThan(300);
    const broken = pages.flatMap(({ path, text }) =>
      addressesIn(text)
        .filter((address) => !folder.has(new URL(address, `http://x/${path}`).pathname.slice(1)))
        .map((address) => `${path} → ${address}`),
    );
    expect([...new Set(broken)].slice(0, 10)).toEqual([]);
  });

  test('每个数据文件都有带它来的脚本，内容一样', () => {
    const data = [...site].filter(([path]) => /^data\/.*\.json$/.test(path));
    expect(data.length).toBeGreaterThan(50);
    for (const [path, bytes] of data) {
      let brought = '';
      const fangkongFile = (_: string, text: string) => (brought = text);
      runInNewContext(textOf(folder.get(`fangkong/${path}.js`)), { fangkongFile });
      expect(brought === textOf(bytes), path).toBe(true);
    }
  });

  test('许可清单在里面，给服务器的设置和 404 页不在', () => {
    expect(folder.get('fangkong/licences.txt')).toEqual(site.get('licences.txt'));
    expect([...folder.keys()].filter((path) => /404|web\.config|WEB-INF|\.gz$/.test(path))).toEqual(
      [],
    );
  });
});

describe('第二个单位打的包', () => {
  const pack = () => packageSite(secondSite, '9.9.9');
  const byName = (files: Files, pattern: RegExp) =>
    [...files].find(([name]) => pattern.test(name)) ?? ['', new Uint8Array()];

  test('打两次，每个文件一个字节也不差', async () => {
    const sums = ({ files }: { readonly files: Files }) =>
      [...files].map(([name, bytes]) => `${name} ${sumOf(bytes)}`);
    expect(sums(await pack())).toEqual(sums(await pack()));
  });

  test('名字是英文的，路径不超过 120 个字符，校验值对得上', async () => {
    const { files } = await pack();
    const inside = [/-web\.zip$/, /-folder\.zip$/].flatMap((zip) =>
      Object.keys(unzipSync(byName(files, zip)[1])),
    );
    for (const name of [...files.keys(), ...inside]) {
      if (name !== '打开.html') expect(name).toMatch(/^[\x21-\x7e]{1,120}$/);
    }
    const sums = textOf(files.get('SHA256SUMS')).trim().split('\n');
    expect(sums.map((line) => line.split('  ')[1])).toEqual(
      [...files.keys()].filter((name) => name !== 'SHA256SUMS').sort(),
    );
    for (const line of sums) {
      const [sum, name = ''] = line.split('  ');
      expect(sumOf(files.get(name) ?? new Uint8Array())).toBe(sum);
    }
  });

  test('放到服务器上的，压缩包和 war 里是同样的文件，设置都在', async () => {
    const { files, siteFileCount } = await pack();
    const zip = unzipSync(byName(files, /-web\.zip$/)[1]);
    const war = unzipSync(byName(files, /\.war$/)[1]);
    expect(Object.keys(war)).toHaveLength(siteFileCount);
    for (const [path, bytes] of Object.entries(war))
      expect(zip[`fangkong/${path}`], path).toEqual(bytes);
    for (const path of ['web.config', '.htaccess', 'WEB-INF/web.xml'])
      expect(war).toHaveProperty([path]);
    const outside = Object.keys(zip).filter((path) => !path.startsWith('fangkong/'));
    expect(outside).toEqual([
      'fangkong-nginx.conf',
      'install.docx',
      'install.html',
      'release-notes.html',
    ]);
  });

  test('部署说明的网页和 Word 写的一样，版本说明写全了每一次变更', async () => {
    const { files } = await pack();
    const plain = (markup: string) =>
      markup
        .replace(/<style>[\s\S]*?<\/style>|<title>.*?<\/title>/g, '')
        .replace(/<[^>]+>|\s+/g, '')
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&');
    const word = unzipSync(files.get('install.docx') ?? new Uint8Array())['word/document.xml'];
    expect(plain(textOf(word))).toBe(plain(textOf(files.get('install.html'))));
    const { walls } = JSON.parse(textOf(readSite(secondSite).get('data/walls.json'))) as {
      readonly walls: readonly { readonly changeLog: readonly { readonly summary: string }[] }[];
    };
    const notes = plain(textOf(files.get('release-notes.html')));
    for (const { summary } of walls.flatMap(({ changeLog }) => changeLog)) {
      expect(notes).toContain(summary.replace(/\s+/g, ''));
    }
  });
});
