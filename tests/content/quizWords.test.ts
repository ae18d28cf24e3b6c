import { describe, expect, test } from 'vitest';
import { choicesOf, guessByWords, guessedBy, learnWordRule } from '../../src/model/quiz/wordRule.ts';
import { realContent } from '../fixtures/realContent.ts';

/** With four options a quarter is chance; more than this and the words give the answers away. */
const mostGuessed = 0.3;

const bank = realContent().quizzes.map(({ data }) => data);

describe('没看过墙的人，只凭用词猜不出答案', () => {
  test.each(guessByWords(bank).map((half, i) => [i === 0 ? '单数' : '双数', half] as const))(
    '从%s题学到的用词规律，猜另一半',
    (_, { guessed, share }) => {
      expect(
        share,
        `猜中的题：${guessed.map(({ id }) => id).join('、')}`,
      ).toBeLessThanOrEqual(mostGuessed);
    },
  );

  test('题够多，比例才说明问题', () => {
    for (const { total } of guessByWords(bank)) expect(total).toBeGreaterThan(80);
  });
});

test('用词有规律的题库，猜得出来', () => {
  const option = (text: string, isRight = false) => ({ text, isRight, feedback: '说明一句' });
  const known = ['甲', '乙', '丙', '丁'].map((name) => ({
    id: name,
    options: [
      option(`口头告诉${name}`),
      option(`两人当场记录${name}`, true),
      option(`口头转告${name}`),
      option(`口头答复${name}`),
    ],
  }));
  const asked = known.map(({ id, options }) => ({ id, options: [...options].reverse() }));
  expect(guessedBy(learnWordRule(known), asked)).toHaveLength(4);
});

test('多选题对几个不是一个样', () => {
  const counts = choicesOf(bank).multiple.map(
    ({ options }) => options.filter(({ isRight }) => isRight).length,
  );
  for (const many of [2, 3, 4, 5]) {
    const share = counts.filter((count) => count === many).length / counts.length;
    expect(share, `对 ${many} 个的占 ${Math.round(share * 100)} %`).toBeGreaterThan(0.1);
    expect(share, `对 ${many} 个的占 ${Math.round(share * 100)} %`).toBeLessThan(0.4);
  }
});
