import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fullKernel, oldestKernel } from '../../src/model/site/kernels.ts';

/** What readers and those who deploy the site are told of browsers, in words of their own. */
const told = ['content/pages/about.mdx', 'README.md'];

describe('说给人听的浏览器分档，就是程序里分的档', () => {
  test.each(told)('%s', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(`${fullKernel} 以上`);
    expect(text).toContain(`${oldestKernel} 到 ${fullKernel - 1}`);
  });
});
