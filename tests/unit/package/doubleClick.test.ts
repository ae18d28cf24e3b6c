import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const text = readFileSync('打包.cmd', 'latin1');

test('打包.cmd 里只有英文字母，每行 CRLF：中文的 Windows 两种编码读都一样', () => {
  expect(text).toMatch(/^[\x20-\x7e\r\n]+$/);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('打包.cmd 用的文件都在，用完把窗口的编码换回去', () => {
  for (const [, path = ''] of text.matchAll(/(src\\[\w\\.]+)/g)) {
    expect(existsSync(path.replaceAll('\\', '/')), path).toBe(true);
  }
  const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  const [, carried = ''] = /node_modules\\([\w-]+)\\bin\\node\.exe/.exec(text) ?? [];
  expect(optionalDependencies).toHaveProperty([carried]);
  expect(text.trimEnd().endsWith('chcp %codepage% >nul')).toBe(true);
});
