import { describe, expect, test } from 'vitest';
import { isAnswered, isRight, questionScore, type Answer } from '../../../src/model/quiz/answer.ts';
import { drawPaper, isForPost, optionOrder } from '../../../src/model/quiz/draw.ts';
import {
  examAfter,
  handIn,
  isCutOff,
  keptExams,
  unanswered,
  type Exam,
} from '../../../src/model/quiz/exam.ts';
import { decodeKeys, encodeKeys } from '../../../src/model/quiz/keyCoding.ts';
import {
  afterAnswer,
  comesBackAfter,
  roundAfter,
  startPractice,
  startRound,
} from '../../../src/model/quiz/practice.ts';
import { roundKept } from '../../../src/model/quiz/roundKept.ts';
import {
  examCode,
  joinQuizFile,
  quizFileText,
  readQuizFile,
} from '../../../src/model/quiz/quizFile.ts';
import { examResults, lineText } from '../../../src/model/quiz/results.ts';
import { readSeed, seedFrom } from '../../../src/model/quiz/seed.ts';
import { examKept } from '../../../src/model/quiz/examKept.ts';
import { entryAfter, hasLeft, joinBooks } from '../../../src/model/quiz/wrongBook.ts';
import { readItem } from '../../../src/model/kept/keptFile.ts';
import type { PostList } from '../../../src/model/post/postList.ts';
import type { PostLevel } from '../../../src/model/vocabulary.ts';
import { everyPost } from '../../../src/model/post/myPost.ts';
import { sampleWords } from '../../fixtures/bureauWords.ts';
import { openSamples, sampleEntries, sampleKeys } from '../../fixtures/quizBank.ts';

const question = (id: string) => {
  const found = openSamples.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const key = (id: string) => {
  const found = sampleKeys.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const rightOf = (id: string): Answer =>
  Object.fromEntries(key(id).parts.map((part) => [part.id, part.right]));

const rules = { papers: [], cutsOffAtTime: false, generalShare: 0.2 };
const listed = (ref: string, level: PostLevel) => ({
  ref,
  name: ref,
  level,
  aliases: [],
  isExternal: false,
  isPrincipal: false,
});
const posts: PostList = [
  { name: '财务处', group: '机关处室', posts: [listed('finance/cashier', '普通')] },
];
const bank = { questions: sampleEntries, exam: rules, posts };
const draw = (count: number, seed: string, post = everyPost) =>
  drawPaper(bank, { questionCount: count }, post, seed);

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

describe('练习', () => {
  test('错的隔几题再来一次', () => {
    let practice = startPractice(['a', 'b', 'c', 'd', 'e']);
    practice = afterAnswer(practice, false);
    expect(practice.queue.indexOf('a')).toBe(comesBackAfter);
    for (let i = 0; i < comesBackAfter; i += 1) practice = afterAnswer(practice, true);
    expect(practice.queue[0]).toBe('a');
    while (practice.queue.length > 0) practice = afterAnswer(practice, true);
    expect([...practice.done].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(practice.missed).toEqual(['a']);
  });

  test('一组总做得完：全答错，每题再来一次就到头，两次都错的记着', () => {
    let practice = startPractice(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    let turns = 0;
    for (; practice.queue.length > 0; turns += 1) practice = afterAnswer(practice, false);
    expect(turns).toBe(14);
    expect([...practice.left].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(practice.done).toEqual([]);
  });

  test('两次都错的题，关掉再打开也不再问', () => {
    let round = startRound('ACDEFG', ['w90-q01', 'w90-q02', 'w90-q03']);
    // 一错、二对、三错，一又错。
    for (const wasRight of [false, true, false, false]) round = roundAfter(round, wasRight);
    const reopened = roundKept.join('ACDEFG', roundKept.partsOf(round));
    for (const { practice } of [round, reopened ?? round]) {
      expect({ ...practice, missed: [...practice.missed].sort() }).toEqual({
        queue: ['w90-q03'],
        done: ['w90-q02'],
        missed: ['w90-q01', 'w90-q03'],
        left: ['w90-q01'],
      });
    }
    expect(reopened).toBeDefined();
  });

  test('只剩一题错了也会再来', () => {
    const practice = afterAnswer(startPractice(['a']), false);
    expect(practice.queue).toEqual(['a']);
  });
});

const exam = (own: Partial<Exam> = {}): Exam => ({
  schema: 1,
  id: 'one',
  seed: 'ACDEFG',
  paperId: 'standard',
  paperName: '标准卷',
  minutes: 30,
  passMark: 80,
  cutsOffAtTime: false,
  contentVersion: 'v1',
  postText: '全部岗位',
  questions: openSamples.map(({ id, print }) => ({ id, print })),
  answers: {},
  flagged: [],
  at: 0,
  startedAt: 1,
  elapsedSeconds: 0,
  ...own,
});

const fullyAnswered = () =>
  openSamples.reduce(
    (current, { id }) => examAfter(current, { type: 'answer', id, answer: rightOf(id) }),
    exam(),
  );

describe('考试', () => {
  test('存下来读得回去；作答坏了，卷子还在，坏的说得出来', () => {
    const begun = fullyAnswered();
    const saved = JSON.parse(JSON.stringify(begun)) as Exam;
    expect(readItem(examKept, begun.id, saved, 1)).toEqual({ item: begun, unread: [] });
    const [first = '', ...others] = Object.keys(begun.answers);
    const bad = { ...saved, answers: { ...saved.answers, [first]: { main: ['甲'] } } };
    const { item, unread } = readItem(examKept, begun.id, bad, 1);
    expect(Object.keys(item?.answers ?? {})).toEqual(others);
    expect(unread).toEqual([`${first} 题的作答`]);
  });

  test('没有答完的题号说得出来，全对得 100 分', () => {
    expect(unanswered(exam(), openSamples)).toEqual([1, 2, 3, 4, 5, 6]);
    const done = handIn(fullyAnswered(), openSamples, sampleKeys, 5);
    expect(unanswered(fullyAnswered(), openSamples)).toEqual([]);
    expect(done.handedIn?.mark).toBe(100);
  });

  test('交了以后改不了', () => {
    const done = handIn(fullyAnswered(), openSamples, sampleKeys, 5);
    expect(examAfter(done, { type: 'answer', id: 'w90-q01', answer: {} })).toBe(done);
    expect(handIn(done, openSamples, sampleKeys, 9)).toBe(done);
  });

  test('考的时候题改了：这一题不计分，别的照算', () => {
    const changed = openSamples.map((one) =>
      one.id === 'w90-q01' ? { ...one, print: '00000000' } : one,
    );
    const done = handIn(fullyAnswered(), changed, sampleKeys, 5);
    expect(Object.keys(done.handedIn?.scores ?? {})).not.toContain('w90-q01');
    expect(done.handedIn?.mark).toBe(100);
  });

  test('到时收卷只在内容这样规定时', () => {
    expect(isCutOff(exam({ elapsedSeconds: 9999 }))).toBe(false);
    expect(isCutOff(exam({ elapsedSeconds: 1800, cutsOffAtTime: true }))).toBe(true);
    expect(isCutOff(exam({ elapsedSeconds: 1799, cutsOffAtTime: true }))).toBe(false);
  });

  test('同一种卷子只留最好的和最近的', () => {
    const done = [60, 90, 70, 80].map((mark, i) =>
      exam({ id: `e${i}`, handedIn: { at: i, scores: {}, mark } }),
    );
    expect(keptExams(done).map(({ id }) => id)).toEqual(['e3', 'e1']);
  });

  test('结果按类别、等级、墙归好，弱的在前，错题连着原文', () => {
    const done = handIn(
      examAfter(fullyAnswered(), {
        type: 'answer',
        id: 'w90-q01',
        answer: { 'w90-q01': [0] },
      }),
      openSamples,
      sampleKeys,
      5,
    );
    const entries = openSamples.map(({ id, type }) => ({
      id,
      wall: id === 'w90-q06' ? 'gen' : 'w90',
      type,
      difficulty: '中' as const,
      postLevels: ['普通' as const],
      departments: [],
      posts: [],
      category: id === 'w90-q01' ? ('权力风险' as const) : ('管理风险' as const),
      grade: '一类' as const,
      topic: id,
    }));
    const results = examResults(
      done,
      {
        contentVersion: 'v1',
        unit: '样例局',
        words: sampleWords,
        exam: rules,
        departments: [],
        posts,
        walls: [{ id: 'w90', slug: 'sample', name: '样例', leadDepartments: [] }],
        questions: entries,
      },
      sampleKeys,
    );
    expect(results.byCategory.map(({ name, earned, count }) => [name, earned, count])).toEqual([
      ['权力风险', 0, 1],
      ['管理风险', 5, 5],
    ]);
    expect(results.byWall.map(({ name }) => name)).toEqual(['样例', '通用']);
    expect(results.wrongIds).toEqual(['w90-q01']);
    expect(results.readings).toEqual([{ text: 'w90-r01', path: 'somewhere/#w90-r01' }]);
  });
});

test('成绩里没有零点几题：对了一部分的另说', () => {
  const line = { name: '样例', earned: 0.33, count: 2, right: 0, partly: 1 };
  expect(lineText(line)).toBe('对 0 / 2 题，另有 1 题对一部分');
  expect(lineText({ ...line, earned: 2, right: 2, partly: 0 })).toBe('对 2 / 2 题');
});

describe('错题本', () => {
  test('连着答对两次才移走，中间错了重新数', () => {
    let entry = entryAfter(undefined, false, 1);
    entry = entryAfter(entry, true, 2);
    entry = entryAfter(entry, false, 3);
    entry = entryAfter(entry, true, 4);
    expect(entry).toEqual({ wrong: 2, rightInARow: 1, at: 4 });
    const left = entryAfter(entry, true, 5);
    expect(left && hasLeft(left)).toBe(true);
    expect(entryAfter(undefined, true, 1)).toBeUndefined();
    expect(entryAfter(left, true, 6)).toBeUndefined();
    // Wrong again after it had left: it is counted anew.
    expect(entryAfter(left, false, 7)).toEqual({ wrong: 1, rightInARow: 0, at: 7 });
  });

  test('两本合在一起，同一题以后写的为准', () => {
    const mine = { a: { wrong: 1, rightInARow: 0, at: 1 }, b: { wrong: 1, rightInARow: 0, at: 9 } };
    const other = {
      a: { wrong: 3, rightInARow: 1, at: 5 },
      b: { wrong: 7, rightInARow: 0, at: 2 },
    };
    expect(joinBooks(mine, other)).toEqual({ a: other.a, b: mine.b });
  });
});

describe('导出的文件', () => {
  const done = handIn(fullyAnswered(), openSamples, sampleKeys, 5);
  const text = quizFileText({ name: '示例甲', department: '财务处' }, [done], {
    'w90-q01': { wrong: 1, rightInARow: 0, at: 1 },
  });

  test('读得回来，合并不重复', () => {
    const { file } = readQuizFile(text);
    expect(file?.exams).toEqual([done]);
    if (!file) return;
    const joined = joinQuizFile({ exams: [done], wrongBook: {} }, file);
    expect(joined.exams).toHaveLength(1);
    expect(Object.keys(joined.wrongBook)).toEqual(['w90-q01']);
  });

  test('改一个答案，校验码就变', () => {
    const { file } = readQuizFile(text);
    const [read] = file?.exams ?? [];
    if (!read) throw new Error('没有读到');
    expect(examCode(read)).toBe(examCode(done));
    expect(
      examCode({ ...read, answers: { ...read.answers, 'w90-q01': { 'w90-q01': [3] } } }),
    ).not.toBe(examCode(done));
  });

  test.each([
    ['空的', '', '文件是空的'],
    ['半截', '{"app":', '读不出来'],
    ['别处的', '{"app":"别的"}', '不是本站导出的文件'],
    ['自查记录', '{"app":"fangkongqiang","kind":"assessment","schema":1}', '不是测验记录'],
    ['更新的', '{"app":"fangkongqiang","kind":"quiz","schema":9}', '更新版本'],
  ])('%s文件说清楚', (_, content, expected) => {
    expect(readQuizFile(content).fault).toContain(expected);
  });

  test('一次考试坏了，别的照样读得到，坏的说得出来', () => {
    const other = { ...done, id: 'other' };
    const both = JSON.parse(quizFileText({ name: '', department: '' }, [done, other], {})) as {
      exams: { questions: unknown }[];
    };
    if (both.exams[0]) both.exams[0] = { ...both.exams[0], questions: [{ id: 7 }] };
    const { file } = readQuizFile(JSON.stringify(both));
    expect(file?.exams.map(({ id }) => id)).toEqual([done.id, 'other']);
    expect(file?.unread).toEqual(['第 1 次考试的一道题或者一个标记']);
    expect(readQuizFile('{"app":"fangkongqiang","kind":"quiz","schema":1}').file?.unread).toEqual([
      '考试',
    ]);
  });

  test.each([
    ['分数超过一百', { mark: 100_000 }],
    ['一题得了两分', { scores: { 'w90-q01': 2 } }],
    ['时间是负数', { at: -5 }],
  ])('%s：成绩不收', (_, forged) => {
    const exam = { ...done, handedIn: { ...done.handedIn, ...forged } } as Exam;
    const { file } = readQuizFile(quizFileText({ name: '', department: '' }, [exam], {}));
    expect(file?.exams).toEqual([]);
    expect(file?.unread).toEqual(['第 1 次考试的成绩']);
  });
});
