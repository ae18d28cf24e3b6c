import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which folders of src/ a folder may import from, itself always included. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  model: [],
  source: ['model'],
  pictures: ['model'],
  flowchart: ['model', 'pictures'],
  publish: ['model', 'source', 'flowchart'],
  browser: ['model'],
  islands: ['model', 'browser'],
  site: ['model', 'source'],
  components: ['model', 'flowchart', 'site', 'styles'],
  layouts: ['model', 'site', 'components', 'browser', 'islands', 'styles'],
  pages: ['model', 'publish', 'site', 'components', 'layouts', 'browser', 'islands', 'styles'],
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name))
  .filter((name) => /\.(ts|tsx|astro)$/.test(name));

const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );

describe('各层只朝一个方向引用', () => {
  test.each(Object.entries(arrows))('%s', (folder, allowed) => {
    for (const file of files.filter((name) => name.startsWith(join('src', folder, '/')))) {
      for (const target of importsOf(file).filter((name) => name.startsWith('.'))) {
        const top = relative('src', join(dirname(file), target)).split('/')[0] ?? '';
        expect([folder, ...allowed], `${file} 引用了 ${target}`).toContain(top);
      }
    }
  });

  test('模型不碰浏览器和 Node，只用 zod', () => {
    for (const file of files.filter((name) => name.startsWith('src/model/'))) {
      const outside = importsOf(file).filter((name) => !name.startsWith('.'));
      expect(
        outside.filter((name) => name !== 'zod' && name !== 'zod/mini'),
        file,
      ).toEqual([]);
      expect(readFileSync(file, 'utf8'), file).not.toMatch(/\b(window|document|localStorage)\./);
    }
  });

  test('只有 storage.ts 碰浏览器存储', () => {
    for (const file of files.filter((name) => name !== 'src/browser/storage.ts')) {
      expect(readFileSync(file, 'utf8'), file).not.toMatch(/localStorage|sessionStorage|indexedDB/);
    }
  });

  test('没有用普通 http 下不存在的接口', () => {
    for (const file of files) {
      expect(readFileSync(file, 'utf8'), file).not.toMatch(
        /crypto\.(subtle|randomUUID)|navigator\.(clipboard|serviceWorker|locks)|showSaveFilePicker/,
      );
    }
  });
});

describe('深色', () => {
  test('跟随系统的深色和手动选的深色是同一套颜色', () => {
    const css = readFileSync('src/styles/tokens.css', 'utf8');
    const colours = (from: string) =>
      css
        .slice(css.indexOf(from))
        .match(/\{([^}]*)\}/)?.[1]
        ?.replace(/\s+/g, ' ');
    const bySystem = css.slice(css.indexOf('@media (prefers-color-scheme: dark)'));
    expect(
      bySystem.match(/:root:not\(\[data-theme\]\) \{([^}]*)\}/)?.[1]?.replace(/\s+/g, ' '),
    ).toBe(colours(":root[data-theme='dark']"));
  });

  test('开页前读的和开关写的是同一个键', () => {
    const script = readFileSync('public/preferences.js', 'utf8');
    expect(script).toContain("'fangkong.preferences'");
    expect(readFileSync('src/browser/preferences.ts', 'utf8')).toContain("'preferences'");
    expect(readFileSync('src/browser/storage.ts', 'utf8')).toContain("'fangkong.'");
  });
});
