import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const filesIn = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

/** An outside checker reads the citations as a bare list. */
const dataFiles = filesIn('dist/data', '.json').filter((file) => !file.endsWith('citations.json'));
const stampOf = (file: string) =>
  JSON.parse(readFileSync(file, 'utf8')) as { siteVersion?: string; contentVersion?: string };
const published = stampOf('dist/data/walls.json').siteVersion;

describe('页面和数据对得上是哪一次发布', () => {
  test.each(dataFiles)('%s 写着自己的版本和全站的版本', (file) => {
    const { siteVersion, contentVersion } = stampOf(file);
    expect(contentVersion).toMatch(/^[0-9a-f]{8}$/);
    expect(siteVersion).toBe(published);
  });

  test('每一页写着同一个全站版本', () => {
    expect(published).toMatch(/^[0-9a-f]{8}$/);
    const others = filesIn('dist', '.html').filter(
      (file) => !readFileSync(file, 'utf8').includes(` data-site-version="${published}"`),
    );
    expect(others).toEqual([]);
  });

  test('同一种东西的几个文件是同一个版本，分着取也凑得到一起', () => {
    const versions = (pattern: RegExp) =>
      new Set(
        dataFiles.filter((file) => pattern.test(file)).map((file) => stampOf(file).contentVersion),
      );
    expect(versions(/\/data\/quiz/).size).toBe(1);
    expect(versions(/\/data\/checklist/).size).toBe(1);
    expect(versions(/\/data\/finder/).size).toBe(1);
  });
});
