import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** `tests/…`「name of the test」, as the table of threats writes it. */
const named = [
  ...readFileSync('SECURITY.md', 'utf8').matchAll(/`(tests\/[^`]+)`「([^」]+)」/g),
].map(([, file = '', name = '']) => ({ file, name }));

const threats = readFileSync('SECURITY.md', 'utf8')
  .split('## 会出什么事')[1]
  ?.split('## 挡不住的')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2);

describe('安全说明', () => {
  test('每一行都有测试守着', () => {
    expect(threats?.length).toBeGreaterThanOrEqual(10);
    for (const row of threats ?? []) expect(row).toMatch(/`tests\/[^`]+`「/);
  });

  test.each(named)('$file「$name」真有', ({ file, name }) => {
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8').includes(name), name).toBe(true);
  });
});
