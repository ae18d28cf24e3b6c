import { describe, expect, test } from 'vitest';
import { ratesBy, ratesOf, rateText } from '../../../src/model/assessment/rates.ts';
import type { AnswerState, AssessmentRecord } from '../../../src/model/assessment/record.ts';
import { formGrade, suggestGrade } from '../../../src/model/assessment/suggestedGrade.ts';
import { isJudged } from '../../../src/model/assessment/record.ts';
import { findGaps } from '../../../src/model/assessment/gaps.ts';
import { emptyRecord, sampleRisks } from '../../fixtures/assessmentRecord.ts';

const risks = sampleRisks(3);
const answered = (...states: (AnswerState | undefined)[]): AssessmentRecord['answers'] =>
  Object.fromEntries(
    states.flatMap((state, i) =>
      state ? [[risks[i]?.id ?? '', { state, fingerprint: '', at: 1 }]] : [],
    ),
  );

describe('落实率', () => {
  // Grades of the three samples: 一类, 二类, 三类, with weights 3, 2, 1.
  test.each([
    ['一个也没有判断', [undefined, undefined, undefined], 0, 0, '0%', '0%'],
    ['全都落实', ['已落实', '已落实', '已落实'], 3, 0, '100%', '100%'],
    ['部分落实算一半', ['部分落实', '部分落实', '部分落实'], 3, 0, '50%', '50%'],
    ['一类没落实，加权的更低', ['未落实', '已落实', '已落实'], 3, 0, '67%', '50%'],
    ['不适用的不进分母', ['不适用', '已落实', '未落实'], 3, 1, '50%', '67%'],
    ['全都不适用，不出现 0/0', ['不适用', '不适用', '不适用'], 3, 3, '没有适用的', '没有适用的'],
    ['待确认不算判断过，算没落实', ['待确认', '已落实', '已落实'], 2, 0, '67%', '50%'],
  ] as const)('%s', (_, states, judged, excluded, plain, weighted) => {
    const rates = ratesOf(risks, answered(...states));
    expect(rates.answered).toBe(judged);
    // One definition: what is not judged makes the total up, 待确认 included.
    expect(rates.unjudged).toBe(3 - judged);
    expect(rates.applicable).toBe(3 - excluded);
    expect(rateText(rates.plainRate)).toBe(plain);
    expect(rateText(rates.weightedRate)).toBe(weighted);
  });

  test('没有风险点时也不出错', () => {
    expect(ratesOf([], {}).plainRate).toBeUndefined();
  });

  test.each([
    [0.997, '99%'],
    [0.003, '1%'],
    [0.5, '50%'],
    [1, '100%'],
    [0, '0%'],
  ])('%f 写成 %s：没到顶不写满，有一点不写零', (rate, text) => {
    expect(rateText(rate)).toBe(text);
  });

  test('按墙分开算，加起来等于全部', () => {
    const many = sampleRisks(23);
    const groups = [...ratesBy(many, {}, ({ wallId }) => wallId).values()];
    expect(groups.reduce((sum, { total }) => sum + total, 0)).toBe(23);
  });
});

describe('建议等级', () => {
  test.each([
    ['三类', {}, '三类', '还没有答完'],
    ['三类', { alone: false, unbounded: false, happened: false }, '三类', '没有触发'],
    ['三类', { happened: true }, '一类', '出过这样的事'],
    ['二类', { alone: true, unbounded: true }, '一类', '一个人就能用成，裁量没有写明的标准'],
    ['一类', { alone: false, unbounded: false, happened: false }, '一类', '不再往上调'],
  ] as const)('墙上%s，答 %o，建议%s', (published, answers, grade, reason) => {
    const suggestion = suggestGrade(published, answers);
    expect(suggestion.grade).toBe(grade);
    expect(suggestion.reason).toContain(reason);
  });

  test.each([
    ['二类', undefined, '二类', '照墙上'],
    ['二类', '一类', '一类', '上调'],
    ['二类', '三类', '三类', '待审定'],
  ] as const)('墙上%s，自己提%s：表上写%s，%s', (published, proposed, grade, standing) => {
    expect(formGrade(published, { grade: proposed })).toEqual({ grade, standing });
  });
});

describe('待确认', () => {
  test('哪里都算没有判断：进度、率、漏项数的是同一批', () => {
    const answers = answered('待确认', '已落实', undefined);
    const rates = ratesOf(risks, answers);
    const open = risks.filter(({ id }) => !isJudged(answers[id])).map(({ id }) => id);
    expect(open).toEqual([risks[0]?.id, risks[2]?.id]);
    expect(rates.unjudged).toBe(open.length);
    const gaps = findGaps({ ...emptyRecord, answers }, risks).filter(
      ({ field }) => field === 'state',
    );
    expect(gaps.map(({ riskId }) => riskId)).toEqual(open);
  });
});

describe('检查漏项', () => {
  test('逐处点名，并说在哪一条上', () => {
    const record: AssessmentRecord = {
      ...emptyRecord,
      answers: {
        [risks[0]?.id ?? '']: { state: '不适用', reason: ' ', fingerprint: '', at: 1 },
        [risks[1]?.id ?? '']: { state: '未落实', grade: '三类', fingerprint: '', at: 1 },
      },
    };
    const gaps = findGaps(record, risks).map(({ riskId, field }) => `${riskId ?? ''} ${field}`);
    expect(gaps).toEqual([
      ' head',
      ' head',
      ' head',
      `${risks[0]?.id} reason`,
      `${risks[1]?.id} gradeReason`,
      `${risks[1]?.id} measure`,
      `${risks[2]?.id} state`,
      ' additions',
    ]);
  });

  test('无新增写了理由就不算漏', () => {
    const head = { ...emptyRecord.head, noAdditionReason: '本期业务没有变化' };
    const gaps = findGaps({ ...emptyRecord, head }, []);
    expect(gaps.some(({ field }) => field === 'additions')).toBe(false);
  });
});
