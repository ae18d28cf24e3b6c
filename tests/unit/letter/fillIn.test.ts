import { expect, test } from 'vitest';
import { firstFields } from '../../../src/model/letter/draft.ts';
import { fillIn } from '../../../src/model/letter/letter.ts';

test('填了的印出来，没有填的（只打了空格的也是）留出横线用笔写', () => {
  const fields = { ...firstFields, department: '样例处', name: ' ' };
  expect(fillIn('{处室}的{姓名}，{期限}', fields)).toBe(
    '样例处的＿＿＿＿，＿＿＿＿年＿＿月＿＿日至＿＿＿＿年＿＿月＿＿日',
  );
});
