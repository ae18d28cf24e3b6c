import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sumOfAll, timeOf, zipOf } from '../../../src/package/archive.ts';
import { faultOfName } from '../../../src/package/siteFiles.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const files = [
  ['b/index.html', bytes('乙')],
  ['a.png', bytes('甲')],
  ['b.html', bytes('丙')],
] as const;
const time = new Date(2026, 10, 29, 8, 30, 2);

test('文件给的先后不一样，压缩包一个字节也不差', () => {
  const zip = zipOf(new Map(files), time);
  expect(zipOf(new Map([...files].reverse()), time)).toEqual(zip);
  const unpacked = unzipSync(zip);
  expect(Object.keys(unpacked)).toEqual(['a.png', 'b.html', 'b/index.html']);
  expect(new TextDecoder().decode(unpacked['b/index.html'])).toBe('乙');
});

test('改一个字，文件的时间就不一样：服务器才不会说没有变', () => {
  const before = sumOfAll(new Map(files));
  const after = sumOfAll(new Map([...files, ['b.html', bytes('丁')]]));
  expect(timeOf('2026-11-29', before)).toEqual(timeOf('2026-11-29', before));
  expect(timeOf('2026-11-29', before)).not.toEqual(timeOf('2026-11-29', after));
});

test.each(['00000000', 'ffffffff', '7a31c09e'])('时间总在改的那一天里，是双数的秒：%s', (sum) => {
  const made = timeOf('2026-02-28', sum);
  expect([made.getFullYear(), made.getMonth(), made.getDate()]).toEqual([2026, 1, 28]);
  expect(made.getSeconds() % 2).toBe(0);
});

test.each([
  ['中文的名字', 'pictures/墙.png', '英文字母'],
  ['有空格', 'a b.html', '英文字母'],
  ['太长', `${'a'.repeat(110)}/index.html`, '120'],
  ['服务器不认得的', 'fonts/song.woff2', 'serving.ts'],
  ['没有扩展名', 'LICENSE', 'serving.ts'],
  ['会被缓存一年却没有校验值', 'assets/logo.png', '校验值'],
])('说得清哪个文件不行、怎么改：%s', (_, path, remedy) => {
  const fault = faultOfName(path);
  expect(fault).toContain(path);
  expect(fault).toContain(remedy);
});

test.each(['index.html', 'assets/a.Ccf5V2As.js', 'assets/w-zijdHUYy.js', 'data/charts/x.mmd'])(
  '可以的：%s',
  (path) => {
    expect(faultOfName(path)).toBeUndefined();
  },
);
