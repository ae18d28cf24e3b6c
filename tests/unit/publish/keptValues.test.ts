import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageText } from '../../../src/model/finder/pageTexts.ts';
import { openKeptValues } from '../../../src/publish/keptValues.ts';

const page = (path: string): PageText => ({
  path,
  title: '土地登记',
  kind: '防控墙',
  powerClasses: [],
  sections: [['', '', '受理']],
});

const openTexts = (program: string) => openKeptValues<PageText>('search-texts', program);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-'));
  vi.stubEnv('FANGKONG_KEPT_DIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function keep(): void {
  const kept = openTexts('甲版');
  kept.put('一页', page('walls/one/'));
  kept.put('又一页', page('walls/two/'));
  kept.save();
}
const file = () => join(folder, readdirSync(folder)[0] ?? '');

test('没有改的页，上一次取出的文字还在；改了的页没有', () => {
  keep();
  const kept = openTexts('甲版');
  expect(kept.get('一页')).toEqual(page('walls/one/'));
  expect(kept.get('一页改')).toBeUndefined();
});

test('不再有的页不留在文件里', () => {
  keep();
  const kept = openTexts('甲版');
  kept.get('一页');
  kept.save();
  expect(openTexts('甲版').get('一页')).toBeDefined();
  expect(openTexts('甲版').get('又一页')).toBeUndefined();
});

test('另一版程序留下的不用', () => {
  keep();
  expect(openTexts('乙版').get('一页')).toBeUndefined();
});

test('坏了一个字、只写了一半、不是那个样子的文件，当作没有', () => {
  keep();
  const sound = readFileSync(file(), 'utf8');
  const damaged = [
    sound.replace('受理', '受埋'),
    sound.slice(0, -20),
    sound.slice(20),
    sound.slice(sound.indexOf('\n') + 1),
    '',
    '不是',
  ];
  for (const text of damaged) {
    writeFileSync(file(), text);
    expect(openTexts('甲版').get('一页'), text.slice(0, 40)).toBeUndefined();
  }
});
