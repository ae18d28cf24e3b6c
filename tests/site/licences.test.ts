import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const published = existsSync('dist/licences.txt') ? readFileSync('dist/licences.txt', 'utf8') : '';

interface Section {
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

/** The list's sections by package name. */
const sections = new Map(
  [...published.matchAll(/^={72}\n(\S+) (\S+)\n许可：(.+)\n\n([^]*?)(?=^={72}\n|$(?![^]))/gm)].map(
    ([, name = '', version = '', licence = '', text = '']): [string, Section] => [
      name,
      { version, licence, text },
    ],
  ),
);

/** Packages that what runs in the browser imports by name, types left out. */
function importedInTheBrowser(): string[] {
  const names = ['browser', 'islands', 'model']
    .flatMap((folder) =>
      readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join('src', folder, name),
      ),
    )
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => [
      ...readFileSync(name, 'utf8').matchAll(
        /(?:^import (?!type )[^;]*?from |^import |import\()'([^'.][^']*)'/gm,
      ),
    ])
    .map((match) => /^(?:@[^/]+\/)?[^/]+/.exec(match[1] ?? '')?.[0] ?? '');
  return [...new Set(names)];
}

describe('开源许可清单', () => {
  test('浏览器里用到的每个包都在，版本就是装着的版本', () => {
    const imported = importedInTheBrowser();
    expect(imported).toEqual(expect.arrayContaining(['preact', 'zod', 'docx', 'papaparse']));
    for (const name of imported) {
      const manifest = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as {
        version: string;
        license: string;
      };
      expect(sections.get(name), name).toMatchObject({
        version: manifest.version,
        licence: manifest.license,
      });
    }
  });

  test.each([
    ...['preact', 'zod', 'papaparse', 'fflate', 'uqr', 'docx'],
    'write-excel-file',
    // Brought by docx inside its own file, and by the bundler.
    ...['nanoid', 'vite', 'rolldown'],
  ])('有 %s', (name) => {
    expect([...sections.keys()]).toContain(name);
  });

  test('每个包都附许可全文，而且都是准许随网站分发的许可', () => {
    for (const [name, { text, licence }] of sections) {
      expect(text, name).toMatch(/copyright|\(c\)/i);
      expect(text.replace(/\s+/g, ' '), name).toMatch(
        /permission is hereby granted|permission to use|redistribution and use|apache license/i,
      );
      expect(licence, name).toMatch(
        /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0)$/,
      );
    }
  });

  test('只用来生成网站的包不在清单里', () => {
    for (const name of [
      'mermaid',
      'astro',
      'jsdom',
      '@observablehq/plot',
      'yaml',
      'read-excel-file',
      'pagefind',
    ]) {
      expect([...sections.keys()]).not.toContain(name);
    }
  });

  test('汉字在不写明编码的服务器上也认得出', () => {
    expect(published.startsWith('\uFEFF')).toBe(true);
  });

  test('“关于本站”上有去处', () => {
    expect(readFileSync('dist/about/index.html', 'utf8')).toMatch(/href="[^"]*\/licences\.txt"/);
  });
});
