import { describe, expect, it } from 'vitest';
import { headOrder } from '../../../src/publish/headOrder.ts';

const policy = `<meta http-equiv="content-security-policy" content="script-src 'self' 'sha256-$&='">`;
const sheets = '<link rel="stylesheet" href="/a.css"><link rel="stylesheet" href="/b.css">';
const head = '<html><head><meta charset="utf-8"><meta name="renderer" content="webkit">';
const own = '<title>甲</title><script>run()</script>';
const body = '</head><body><link rel="stylesheet" href="/late.css"></body></html>';

describe('what stands at the front of a page', () => {
  it('is its policy, then its style sheets in their order, after the metas and before any script', () => {
    expect(headOrder(`${head}${own}${policy}${sheets}${body}`)).toBe(
      `${head}${policy}${sheets}${own}${body}`,
    );
  });

  it('leaves a page alone that has no policy', () => {
    const page = `${head}${own}${sheets}${body}`;
    expect(headOrder(page)).toBe(page);
    expect(headOrder('<p>甲</p>')).toBe('<p>甲</p>');
  });
});
