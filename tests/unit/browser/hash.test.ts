import { expect, test } from 'vitest';
import { decoded } from '../../../src/browser/hash.ts';

test.each([
  ['w01-r07', 'w01-r07'],
  ['%E4%BE%9D%E6%8D%AE', '依据'],
  ['%', '%'],
  ['%E0%A4%A', '%E0%A4%A'],
  ['100%', '100%'],
])('地址里写 #%s，页面照常打开', (written, meant) => {
  expect(decoded(written)).toBe(meant);
});
