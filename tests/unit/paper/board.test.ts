import { describe, expect, test } from 'vitest';
import { boardBands, readingDistanceM } from '../../../src/model/paper/board.ts';
import type { Risk, Step } from '../../../src/model/wall/wallSchema.ts';

const control = (phase: Risk['controls'][number]['phase']) => ({
  phase,
  by: '财务处',
  text: phase,
});
const risk = (id: string, grade: Risk['grade'], phases = ['事前', '事中', '事后'] as const) =>
  ({ id, grade, controls: phases.map(control), penalties: [`law#${id}`] }) as unknown as Risk;
const step = (...risks: Risk[]) => ({ risks, timeLimits: [] }) as unknown as Step;
const timed = (...texts: string[]) =>
  ({ risks: [], timeLimits: texts.map((text) => ({ text })) }) as unknown as Step;

const [band] = boardBands([step(risk('3', '三类'), risk('2', '二类'), risk('1', '一类'))]);
const told = (of: typeof band) =>
  of?.problems.map(({ risk: { id }, isLite, controls }) => [
    id,
    isLite,
    controls.map(({ phase, isLite: lite }) => (lite ? `${phase}*` : phase)).join(' '),
  ]);

describe('展板', () => {
  test('最重的在前，走廊板写全一类；存档板一类三道措施都写，二类一道', () => {
    expect(told(band)).toEqual([
      ['1', true, '事前 事中* 事后'],
      ['2', false, '事中'],
      ['3', false, ''],
    ]);
  });

  test('走廊板的惩处只写它写全的那几条的，存档板写全部', () => {
    expect(band?.litePenalties).toEqual(['law#1']);
    expect(band?.penalties).toEqual(['law#1', 'law#2', 'law#3']);
  });

  test('没有一类的一步，写全最重的一条，不空着', () => {
    expect(told(boardBands([step(risk('5', '三类'), risk('4', '三类'))])[0])).toEqual([
      ['5', true, '事中*'],
      ['4', false, ''],
    ]);
  });

  test('没有风险点的一步照样占一格', () => {
    expect(boardBands([step(), step()]).map(({ number, problems }) => [number, problems])).toEqual([
      [1, []],
      [2, []],
    ]);
  });

  test('几步共用一个时限，只在第一步写全，后面的写同第几步', () => {
    const bands = boardBands([timed('二十日'), timed(), timed('五日', '二十日'), timed('五日')]);
    expect(bands.map(({ limits }) => limits)).toEqual([
      [{ text: '二十日' }],
      [],
      [{ text: '五日' }, { sameAs: 1 }],
      [{ sameAs: 3 }],
    ]);
  });

  test('多大的字多远看得清', () => {
    expect(readingDistanceM(21)).toBe(1.2);
    expect(readingDistanceM(14)).toBe(0.8);
  });
});
