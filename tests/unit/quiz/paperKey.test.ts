import { describe, expect, test } from 'vitest';
import type { OpenQuestion, QuestionKey, TickPart } from '../../../src/model/quiz/bank.ts';
import { basisText, keyParts } from '../../../src/model/quiz/paperKey.ts';
import { shownOrder } from '../../../src/model/quiz/shownOptions.ts';
import { openSamples, sampleKeys } from '../../fixtures/quizBank.ts';

const seed = 'ACDEFG';
const sample = (id: string) => {
  const question = openSamples.find((one) => one.id === id);
  const key = sampleKeys.find((one) => one.id === id);
  if (!question || !key) throw new Error(id);
  return { question, key };
};

/** One ticked question with these feedbacks. */
function ticked(
  type: TickPart['type'],
  right: readonly number[],
  feedback: readonly string[],
): { question: OpenQuestion; key: QuestionKey } {
  const part: TickPart = { id: 'x', type, stem: '题', options: feedback.map((_, i) => `项${i}`) };
  return {
    question: { id: 'x', type, difficulty: '中', story: '', parts: [part], print: '' },
    key: { id: 'x', parts: [{ id: 'x', right, feedback }], explanation: '', readings: [] },
  };
}
const keyOf = ({ question, key }: { question: OpenQuestion; key: QuestionKey }) =>
  keyParts(question, key, seed);

describe('印出来的参考答案', () => {
  test('选项的字母是这张卷子上的字母', () => {
    const { question, key } = sample('w90-q01');
    const [part] = question.parts;
    if (part?.type !== '单选') throw new Error('样例变了');
    const place = shownOrder(part, seed).indexOf(1);
    expect(keyOf({ question, key })[0]?.answer).toBe('ABCD'[place]);
  });

  test('排序写带圈的序号，一项不少；配对每个左项后面是右边的字母', () => {
    const order = keyOf(sample('w90-q04'))[0]?.answer ?? '';
    expect([...order].sort()).toEqual(['①', '②', '③', '④']);
    expect(keyOf(sample('w90-q05'))[0]?.answer).toMatch(/^①[ABC] ②[ABC] ③[ABC]$/);
  });

  test('单选、判断的理由是对的那一项说的第一句，不带“对”', () => {
    expect(
      keyOf(ticked('单选', [1], ['错。', '对。收下就出凭证。另一句。', '错。', '错。']))[0]?.reason,
    ).toBe('收下就出凭证。');
    expect(keyOf(ticked('判断', [1], ['不对。', '对，公示五日。']))[0]).toEqual({
      answer: '×',
      reason: '公示五日。',
    });
  });

  test('多选是一句话，每个对的选项一个分句，说的一样就并在一起', () => {
    const question = ticked(
      '多选',
      [0, 1, 2],
      ['对。同样。', '对。同样。', '对。不同。多的。', '错。'],
    );
    const [part] = question.question.parts;
    if (part?.type !== '多选') throw new Error('样例变了');
    const order = shownOrder(part, seed);
    const letters = (...options: number[]) =>
      options
        .map((one) => 'ABCD'[order.indexOf(one)])
        .sort()
        .join('、');
    const reason = keyOf(question)[0]?.reason ?? '';
    expect(reason.slice(0, -1).split('；').sort()).toEqual(
      [`${letters(0, 1)}：同样`, `${letters(2)}：不同`].sort(),
    );
    expect(reason.endsWith('。')).toBe(true);
  });

  test('题目有总说明的，理由是总说明的第一句', () => {
    expect(keyOf(sample('w90-q04'))[0]?.reason).toBe('样例说明');
  });

  test('案例每个小题各有答案、各有理由', () => {
    const parts = keyOf(sample('w90-q06'));
    expect(parts).toHaveLength(sample('w90-q06').question.parts.length);
    for (const { answer, reason } of parts) {
      expect(answer).not.toBe('');
      expect(reason).not.toBe('');
    }
  });

  test('依据只写文件和条，一部法写一次', () => {
    const reading = (text: string) => ({ text, path: '' });
    expect(
      basisText([
        reading('W01-R11 公告贴了就撕'),
        reading('《民法典》第一百条'),
        reading('《刑法》第三条'),
        reading('《民法典》第二百条第二款'),
        reading('《贪污贿赂案件解释（二）》第一条'),
      ]),
    ).toBe('《民法典》第一百条、第二百条第二款；《刑法》第三条；《贪污贿赂案件解释（二）》第一条');
    expect(basisText([reading('W01-R11 公告贴了就撕')])).toBe('');
  });
});
