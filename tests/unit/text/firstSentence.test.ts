import { describe, expect, test } from 'vitest';
import { firstSentence } from '../../../src/model/text/firstSentence.ts';

describe('第一句', () => {
  test.each([
    ['先核后任。再看别的。', '先核后任。'],
    ['只有一句', '只有一句'],
    ['要不要回避？要。', '要不要回避？'],
    ['他说“不收。退回去。”才签字。后来又收了。', '他说“不收。退回去。”才签字。'],
    ['依《关于“三公”的规定。试行》办。另有补充。', '依《关于“三公”的规定。试行》办。'],
    [
      '一件一号（不重号。不跳号。）；收下就出凭证。完。',
      '一件一号（不重号。不跳号。）；收下就出凭证。',
    ],
    ['', ''],
  ])('%s', (text, first) => {
    expect(firstSentence(text)).toBe(first);
  });
});
