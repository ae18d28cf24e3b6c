import { everyPost } from '../../../src/model/post/myPost.ts';
import { describe, expect, test } from 'vitest';
import { isAnswered, isRight, questionScore } from '../../../src/model/quiz/answer.ts';
import { isForPost, optionOrder } from '../../../src/model/quiz/draw.ts';
import { decodeKeys, encodeKeys } from '../../../src/model/quiz/keyCoding.ts';
import { readSeed, seedFrom } from '../../../src/model/quiz/seed.ts';
import { openSamples, sampleEntries, sampleKeys } from '../../fixtures/quizBank.ts';
import { question, key, rightOf, draw } from '../../fixtures/quizSamples.ts';

describe('抽题', () => {
  test('同一个卷号抽出同一份卷子，换一个卷号就不同', () => {
    expect(draw(20, 'ACDEFG')).toEqual(draw(20, 'ACDEFG'));
    expect(draw(20, 'ACDEFG')).not.toEqual(draw(20, 'ACDEFH'));
  });

  test('题数、通用题的份额、难度的份额合乎规则，没有重复', () => {
    for (const seed of ['ACDEFG', '346797', 'XYXYXY']) {
      const ids = draw(20, seed);
      expect(new Set(ids).size).toBe(20);
      expect(ids.filter((id) => id.startsWith('gen'))).toHaveLength(4);
      const drawn = sampleEntries.filter(({ id }) => ids.includes(id));
      const easy = drawn.filter(({ difficulty }) => difficulty === '易').length;
      const hard = drawn.filter(({ difficulty }) => difficulty === '难').length;
      expect(easy).toBeGreaterThanOrEqual(4);
      expect(easy).toBeLessThanOrEqual(9);
      expect(hard).toBeGreaterThanOrEqual(2);
      expect(hard).toBeLessThanOrEqual(7);
      const topics = drawn.map(({ topic }) => topic);
      expect(new Set(topics).size, '两题问同一件事').toBe(topics.length);
    }
  });

  test('照目录里的岗位抽：先抽它自己的题，再抽它那几面墙的，层级一直对', () => {
    const post = { ...everyPost, posts: ['finance/cashier'] };
    const own = sampleEntries.filter(({ posts: refs }) => refs.includes('finance/cashier'));
    const ids = draw(20, 'ACDEFG', post);
    const chosen = ids.filter((id) => !id.startsWith('gen'));
    expect(chosen.every((id) => own.some((entry) => entry.id === id))).toBe(true);
    const level = (id: string) => sampleEntries.find((entry) => entry.id === id)?.postLevels;
    expect(
      ids.filter((id) => id.startsWith('gen')).every((id) => level(id)?.includes('普通')),
    ).toBe(true);
  });

  test('照岗位抽：层级和处室都对，不够的才从别处补', () => {
    const post = { ...everyPost, levels: ['领导' as const], departments: ['财务处'] };
    const mine = sampleEntries.filter((entry) => entry.wall !== 'gen' && isForPost(post, entry));
    const ids = draw(10, 'ACDEFG', post);
    const own = ids.filter((id) => !id.startsWith('gen'));
    expect(own.every((id) => mine.some((entry) => entry.id === id))).toBe(true);
    const many = draw(40, 'ACDEFG', post);
    expect(many).toHaveLength(40);
    for (const { id } of mine) expect(many).toContain(id);
  });

  test('题库不够时有多少给多少，不重复', () => {
    const ids = draw(500, 'ACDEFG');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(sampleEntries.length);
  });

  test('判断、选择在前，排序、配对在后，案例最后：先后是卷号的一部分', () => {
    const types = draw(500, 'ACDEFG').map(
      (id) => sampleEntries.find((entry) => entry.id === id)?.type,
    );
    const order = ['判断', '单选', '多选', '排序', '配对', '案例'] as const;
    const places = types.map((type) => order.indexOf(type ?? '案例'));
    expect(new Set(types).size).toBe(order.length);
    expect(places).toEqual([...places].sort());
  });

  test('选项的先后由卷号定，每一项都在', () => {
    expect(optionOrder('w90-q01', 4, 'ACDEFG')).toEqual(optionOrder('w90-q01', 4, 'ACDEFG'));
    expect([...optionOrder('w90-q01', 4, 'ACDEFG')].sort()).toEqual([0, 1, 2, 3]);
    const orders = new Set(
      ['AAAAAA', 'CCCCCC', 'DDDDDD', 'EEEEEE', 'FFFFFF'].map((seed) =>
        optionOrder('w90-q01', 4, seed).join(),
      ),
    );
    expect(orders.size).toBeGreaterThan(1);
  });

  test.each([
    ['acdefg', 'ACDEFG'],
    [' AC DEFG ', 'ACDEFG'],
    ['ＡＣＤＥＦＧ', 'ACDEFG'],
    ['AC-DEFG', 'ACDEFG'],
    ['ACDEF', undefined],
    ['ACDEF0', undefined],
    ['', undefined],
  ])('卷号“%s”读成 %s', (typed, expected) => {
    expect(readSeed(typed)).toBe(expected);
  });

  test('新卷号读得回来', () => {
    const seed = seedFrom([0, 51, 102, 153, 204, 255]);
    expect(readSeed(seed)).toBe(seed);
  });
});

describe('判分', () => {
  test.each(openSamples.map(({ id, type }) => [type, id]))('%s 全对得满分，没答得零分', (_, id) => {
    expect(isRight(questionScore(question(id), key(id), rightOf(id)))).toBe(true);
    expect(questionScore(question(id), key(id), {})).toBe(0);
    expect(isAnswered(question(id), rightOf(id))).toBe(true);
    expect(isAnswered(question(id), {})).toBe(false);
  });

  test.each([
    ['多选少选得一半', 'w90-q02', { 'w90-q02': [0, 1] }, 0.5],
    ['多选错选不得分', 'w90-q02', { 'w90-q02': [0, 3] }, 0],
    ['多选多选了一个错的不得分', 'w90-q02', { 'w90-q02': [0, 1, 2, 3] }, 0],
    ['单选选错不得分', 'w90-q01', { 'w90-q01': [0] }, 0],
    ['案例按小题平均', 'w90-q06', { 'w90-q06-a': [0], 'w90-q06-b': [1] }, 0.5],
  ])('%s', (_, id, answer, expected) => {
    expect(questionScore(question(id), key(id), answer)).toBe(expected);
  });

  test('排序、配对按放对的份额', () => {
    const order = [...(key('w90-q04').parts[0]?.right ?? [])];
    const [a = 0, b = 0] = order;
    expect(
      questionScore(question('w90-q04'), key('w90-q04'), { 'w90-q04': [b, a, ...order.slice(2)] }),
    ).toBe(0.5);
    const [first = 0, ...rest] = key('w90-q05').parts[0]?.right ?? [];
    const answer = { 'w90-q05': [first, ...rest.map(() => first)] };
    expect(questionScore(question('w90-q05'), key('w90-q05'), answer)).toBeCloseTo(1 / 3);
    expect(isAnswered(question('w90-q05'), { 'w90-q05': [0, -1, 1] })).toBe(false);
  });

  test('公布的题里看不出先后和对应', () => {
    const [order] = question('w90-q04').parts;
    const [match] = question('w90-q05').parts;
    expect(order?.type === '排序' && order.items).not.toEqual(['一', '二', '三', '四']);
    expect(match?.type === '配对' && match.rights).not.toEqual(['右一', '右二', '右三']);
    const text = JSON.stringify(openSamples);
    expect(text).not.toMatch(/isRight|isTrue|feedback|说明/);
  });

  test('答案编过码，解得回来，看不出中文', () => {
    const coded = encodeKeys(sampleKeys);
    expect(coded).not.toMatch(/[\u4e00-\u9fff]|right/);
    expect(decodeKeys(coded)).toEqual(sampleKeys);
  });
});
