import { describe, expect, test } from 'vitest';
import {
  deskAfter,
  emptyDesk,
  paperLetters,
  paperNote,
  type PaperAction,
  type PaperRun,
} from '../../../src/model/quiz/printedPapers.ts';

const after = (actions: readonly PaperAction[]) => actions.reduce(deskAfter, emptyDesk('small'));
const drawn = (seed: string): Extract<PaperRun, { status: 'drawn' }> => ({
  status: 'drawn',
  note: `卷号 ${seed}`,
  hasCard: false,
  papers: [{ letter: '', seed, questions: [], keys: [] }],
});
const draw = (number: number): PaperAction => ({ type: 'draw', number });
const finish = (number: number, seed: string): PaperAction => ({
  type: 'finish',
  number,
  result: drawn(seed),
});

describe('印卷子', () => {
  test('抽好的卷子，改了选项也还是抽的时候那一份', () => {
    const changed = after([
      draw(1),
      finish(1, 'ACDEFG'),
      { type: 'choose', values: { paperId: 'large', hasTwo: true, hasCard: true } },
    ]);
    expect(changed.run).toEqual(drawn('ACDEFG'));
    expect(changed.choice).toEqual({
      paperId: 'large',
      hasTwo: true,
      hasCard: true,
      typedSeed: '',
    });
  });

  test('连按两次“抽题”，留下的是后一次的，不论谁先取到', () => {
    expect(after([draw(1), draw(2), finish(2, 'BBBBBB'), finish(1, 'AAAAAA')]).run).toEqual(
      drawn('BBBBBB'),
    );
    expect(after([draw(1), draw(2), finish(1, 'AAAAAA'), finish(2, 'BBBBBB')]).run).toEqual(
      drawn('BBBBBB'),
    );
  });

  test('卷号填错的话，改一个字就不再怪', () => {
    const refused = after([{ type: 'refuse', text: '卷号不对' }]);
    expect(refused.run).toEqual({ status: 'fault', text: '卷号不对' });
    const typed = deskAfter(refused, { type: 'choose', values: { typedSeed: 'A' } });
    expect(typed.run).toEqual({ status: 'idle' });
  });

  test('两份叫甲和乙，一份不叫', () => {
    expect(paperLetters(true)).toEqual(['（甲）', '（乙）']);
    expect(paperLetters(false)).toEqual(['']);
  });

  test('题头写清几题、几分钟、几分合格、什么范围；题库不够，写的是真有几题', () => {
    const paper = { id: 'small', name: '小卷', questionCount: 20, minutes: 30, passMark: 80 };
    expect(paperNote(paper, 17, '普通岗位')).toBe(
      '小卷，共 17 题，满分 100 分，80 分合格，时间 30 分钟。范围：普通岗位。',
    );
  });
});
