import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ContentError } from '../../src/model/problem/problem.ts';
import { heldContent } from '../../src/source/heldContent.ts';
import { soundContent } from '../../src/source/soundContent.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sound-'));
  cpSync('tests/fixtures/content', folder, { recursive: true });
  vi.stubEnv('FANGKONG_CONTENT_DIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function rewrite(file: string, from: string, to: string) {
  const path = join(folder, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

test('文件没有动，谁来要都是同一份，不再读一遍', () => {
  const first = soundContent();
  expect(soundContent()).toBe(first);
  expect(heldContent()).toBe(first);
});

test('改了文件，页面就是新的；改错了，页面还是原来的', () => {
  soundContent();
  rewrite('bureau.yaml', 'name: 国土资源局', 'name: 国土资源管理局');
  expect(soundContent().content.bureau.data.name).toBe('国土资源管理局');
  rewrite('bureau.yaml', 'id: finance\n', 'id: 财务\n');
  expect(() => soundContent()).toThrow(ContentError);
  expect(() => soundContent()).toThrow('departments 第 6 项 › id');
  expect(heldContent().content.bureau.data.name).toBe('国土资源管理局');
});

test('少了本单位的设置，说得出少的是哪个文件', () => {
  rmSync(join(folder, 'bureau.yaml'));
  expect(() => soundContent()).toThrow('content/bureau.yaml');
});
