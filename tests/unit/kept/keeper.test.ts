import { describe, expect, test } from 'vitest';
import { assessmentKept } from '../../../src/model/assessment/assessmentKept.ts';
import { keyOf, laterThan, seal, unseal } from '../../../src/model/kept/envelope.ts';
import { keptKind } from '../../../src/model/kept/kind.ts';
import { memoryShelf } from '../../../src/model/kept/shelf.ts';
import { examKept } from '../../../src/model/quiz/examKept.ts';
import { wrongBookKept } from '../../../src/model/quiz/wrongBookKept.ts';
import { roundKept } from '../../../src/model/quiz/roundKept.ts';
import { keptSamples } from '../../fixtures/keptSamples.ts';
import { contentOf, memoryCopy, openedPage, shelfWith } from '../../fixtures/keptStore.ts';

const sampleOf = (name: string) => {
  const found = keptSamples.find(({ kind }) => kind.name === name);
  if (!found) throw new Error(name);
  return found;
};

describe('信封', () => {
  const key = keyOf({ kind: 'assessment', item: 'rec001', part: 'a.w01-r01' });
  const sealed = {
    schema: 1,
    at: 1_700_000_000_000,
    data: { state: '已落实', note: '“引号”|竖线\n换行' },
  };

  test('封上再拆，一字不差；换一个字、挪到别的键下都认得出来', () => {
    const text = seal(key, sealed);
    expect(unseal(key, text)).toEqual(sealed);
    expect(unseal(key.replace('r01', 'r02'), text)).toBeUndefined();
    for (let i = 0; i < text.length; i += 1) {
      const other = text[i] === 'x' ? 'y' : 'x';
      expect(
        unseal(key, text.slice(0, i) + other + text.slice(i + 1)),
        `第 ${i} 字`,
      ).toBeUndefined();
    }
  });

  test('时间从不倒退', () => {
    expect(laterThan(undefined, 5)).toBe(5);
    expect(laterThan(9, 5)).toBe(10);
    expect(laterThan(3, 5)).toBe(5);
  });

  test('少一步迁移，程序一开就说，不等到谁打开旧记录', () => {
    expect(() => keptKind({ ...wrongBookKept, schema: 3, migrations: { 1: (_, d) => d } })).toThrow(
      '第 2 版到第 3 版',
    );
    expect(() => keptKind({ ...wrongBookKept, schema: 1, migrations: { 1: (_, d) => d } })).toThrow(
      '多出',
    );
  });

  test('旧版的一项读的时候补到新版', () => {
    const shelf = memoryShelf();
    openedPage(shelf, undefined)
      .of(wrongBookKept)
      .save('-', undefined, {
        'w01-q01': { wrong: 2, rightInARow: 0, at: 5 },
      });
    const next = keptKind({
      ...wrongBookKept,
      schema: 2,
      migrations: { 1: (_, data) => ({ ...(data as object), wrong: 7 }) },
    });
    expect(openedPage(shelf, undefined).of(next).open('-')).toMatchObject({
      status: 'present',
      item: { 'w01-q01': { wrong: 7 } },
    });
  });
});

describe('信封以前存的', () => {
  const { item, id } = sampleOf('assessment');
  const old = (data: unknown, v = 1) => JSON.stringify({ v, data });

  test.each([
    ['assessment', `fangkong.assessment.${id}`, old(item)],
    ['exam', 'fangkong.quiz.exam.exam-1', old(sampleOf('exam').item)],
    ['wrong-book', 'fangkong.quiz.wrong-book', old(sampleOf('wrong-book').item)],
    ['round', 'fangkong.quiz.round', old(sampleOf('round').item)],
    ['letter-draft', 'fangkong.letter.draft', old(sampleOf('letter-draft').item)],
    ['print-log', 'fangkong.letter.print-log', old(sampleOf('print-log').item)],
  ])('%s：一项不少地接过来，旧的一份随后收走', (name, key, text) => {
    const sample = sampleOf(name);
    const shelf = shelfWith(new Map([[key, text]]));
    const page = openedPage(shelf, undefined).of(sample.kind);
    const opened = page.open(sample.id);
    expect(opened.status).toBe('present');
    if (opened.status !== 'present') return;
    expect(sample.kind.partsOf(opened.item)).toEqual(sample.kind.partsOf(sample.item));
    expect(shelf.get(key)).toBeUndefined();
  });

  test('里面有一项不合，别的照样接过来，那一项另外存着', () => {
    const answers = (item as { answers: Record<string, object> }).answers;
    const [first = ''] = Object.keys(answers);
    const bad = { ...(item as object), answers: { ...answers, [first]: { state: '看过了' } } };
    const shelf = shelfWith(new Map([[`fangkong.assessment.${id}`, old(bad)]]));
    const page = openedPage(shelf, undefined);
    const opened = page.of(assessmentKept).open(id);
    expect(opened.status === 'present' && Object.keys(opened.item.answers)).toHaveLength(
      Object.keys(answers).length - 1,
    );
    expect(page.asides().map(({ text }) => text)).toEqual(['{"state":"看过了"}']);
  });

  test('整个读不出来的另外存着；以后版本的不动', () => {
    const later = old(item, 2);
    const shelf = shelfWith(
      new Map([
        ['fangkong.assessment.broken1', '{"v":1,'],
        ['fangkong.assessment.later1', later],
        ['fangkong.assessment.later2', old({ ...(item as object), schema: 2 })],
      ]),
    );
    const page = openedPage(shelf, undefined);
    page.of(assessmentKept);
    expect(page.asides()).toMatchObject([{ key: 'fangkong.assessment.broken1', text: '{"v":1,' }]);
    expect(shelf.get('fangkong.assessment.later1')).toBe(later);
    expect(shelf.get('fangkong.assessment.later2')).toBeDefined();
  });

  test('没关的旧标签页又存了一次：逐项留后改的', () => {
    const shelf = memoryShelf();
    const page = openedPage(shelf, undefined, () => 90_000);
    const records = page.of(assessmentKept);
    const sample = item as Parameters<typeof assessmentKept.partsOf>[0] & {
      answers: Record<string, { note?: string; at: number; fingerprint: string }>;
    };
    const [first = '', second = ''] = Object.keys(sample.answers);
    records.save(id, undefined, sample as never);
    const stale = {
      ...sample,
      answers: {
        [first]: { note: '旧页面早先写的', at: 5, fingerprint: 'x' },
        [second]: { note: '旧页面后来写的', at: 99_000, fingerprint: 'x' },
      },
    };
    shelf.set(`fangkong.assessment.${id}`, old(stale));
    page.noticed(`fangkong.assessment.${id}`);
    const opened = records.open(id);
    if (opened.status !== 'present') throw new Error('打不开');
    expect(opened.item.answers[first]?.note).toBe('第 0 条的说明');
    expect(opened.item.answers[second]?.note).toBe('旧页面后来写的');
  });

  test('接手以后断电：旧的还在盘上、新的只在备份里，后改的不会被旧的盖掉', async () => {
    const oldContent = new Map([[`fangkong.assessment.${id}`, old(item)]]);
    const copy = memoryCopy();
    const page = openedPage(shelfWith(oldContent), copy, () => 90_000);
    const records = page.of(assessmentKept);
    await page.ready();
    const opened = records.open(id);
    if (opened.status !== 'present') throw new Error('打不开');
    const head = { ...opened.item.head, name: '接手以后改的', at: 90_000 };
    await records.save(id, opened.item, { ...opened.item, head }).settled;
    const again = openedPage(shelfWith(oldContent), copy, () => 95_000);
    again.of(assessmentKept);
    await again.ready();
    const after = again.of(assessmentKept).open(id);
    expect(after.status === 'present' && after.item.head.name).toBe('接手以后改的');
  });
});

describe('交了的卷子', () => {
  const { item, id } = sampleOf('exam');
  const exam = item as Parameters<typeof examKept.join>[1] & { answers: object };

  test('另一个标签页接着写，成绩和交的答案也不变', () => {
    const shelf = memoryShelf();
    const [a, b] = [openedPage(shelf, undefined), openedPage(shelf, undefined)];
    a.of(examKept).save(id, undefined, exam as never);
    const inB = b.of(examKept).open(id);
    if (inB.status !== 'present') throw new Error('打不开');
    const handedIn = { at: 5, scores: { 'w01-q01': 1 }, mark: 100 };
    a.of(examKept).save(id, exam as never, { ...exam, handedIn } as never);
    const late = { ...inB.item, elapsedSeconds: 900, answers: { 'w01-q01': { main: [3] } } };
    b.of(examKept).save(id, inB.item, late);
    b.of(examKept).save(id, late, { ...late, handedIn: { at: 9, scores: {}, mark: 0 } });
    const stored = openedPage(shelf, undefined).of(examKept).open(id);
    expect(stored.status === 'present' && stored.item.handedIn).toEqual(handedIn);
    expect(stored.status === 'present' && stored.item.answers).toEqual(exam.answers);
  });
});

describe('练习', () => {
  test('存了再接着做：没做的照旧，错的照样隔三题再来', () => {
    const { item, id } = sampleOf('round');
    const round = item as { practice: { queue: string[]; done: string[]; missed: string[] } };
    const shelf = memoryShelf();
    openedPage(shelf, undefined)
      .of(roundKept)
      .save(id, undefined, item as never);
    const opened = openedPage(shelf, undefined).of(roundKept).open(id);
    expect(opened.status === 'present' && opened.item.practice).toEqual(round.practice);
  });
});

describe('另外存着的', () => {
  test('要丢才丢；全部清除以后两处都空', async () => {
    const { kind, id, item } = sampleOf('wrong-book');
    const shelf = memoryShelf();
    const copy = memoryCopy();
    await openedPage(shelf, copy).of(kind).save(id, undefined, item).settled;
    const content = contentOf(shelf);
    const [key = ''] = content.keys();
    content.set(key, `${content.get(key)}x`);
    const page = openedPage(shelfWith(content), undefined);
    await page.ready();
    const [aside] = page.asides();
    expect(aside?.key).toBe(key);
    await page.ready();
    expect(page.asides()).toHaveLength(1);
    page.dropAside(aside?.id ?? '');
    expect(page.asides()).toEqual([]);

    const whole = openedPage(shelf, copy);
    expect(await whole.clear()).toBe(true);
    expect([shelf.keys(), [...copy.texts]]).toEqual([[], []]);
  });
});
