import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  applyChange,
  contentChanges,
  startNextPeriod,
  type Change,
} from '../../../src/model/assessment/changes.ts';
import { mergeRecords, previewImport, strangeness } from '../../../src/model/assessment/merge.ts';
import type { AssessmentRecord } from '../../../src/model/assessment/record.ts';
import {
  readRecordFile,
  recordCode,
  recordFileName,
  recordFileText,
} from '../../../src/model/assessment/recordFile.ts';
import { formCells, formRows } from '../../../src/model/assessment/formRows.ts';
import { csvText } from '../../../src/model/text/csv.ts';
import { normalizeCode } from '../../../src/model/kept/checkCode.ts';
import { emptyRecord, ownFind, sampleRisks } from '../../fixtures/assessmentRecord.ts';
import { badRecordFiles } from '../../fixtures/badRecordFiles.ts';

const risks = sampleRisks(6);
const [first, second] = risks;
if (!first || !second) throw new Error('没有样例');

const run = (record: AssessmentRecord, ...changes: [Change, number][]) =>
  changes.reduce((state, [change, now]) => applyChange(state, change, now), record);

const filled = run(
  emptyRecord,
  [{ type: 'head', values: { name: '样例', post: '经办人' } }, 2_000],
  [{ type: 'answer', risk: first, values: { state: '未落实', measure: '月底前补上' } }, 3_000],
  [{ type: 'answer', risk: second, values: { state: '已落实' } }, 3_500],
  [
    {
      type: 'add',
      addition: {
        id: 'a-new1',
        place: '窗口收件',
        title: '先后不分',
        manifestation: '经办人给熟人插队收件。',
        category: '权力风险',
        grade: '三类',
        measure: '按号收件',
        responsible: '',
        dueDate: '',
      },
    },
    4_000,
  ],
);

describe('两处改同一份记录', () => {
  const tabA = run(filled, [{ type: 'answer', risk: first, values: { state: '已落实' } }, 5_000]);
  const tabB = run(
    filled,
    [{ type: 'answer', risk: first, values: { state: '部分落实' } }, 6_000],
    [{ type: 'answer', risk: second, values: { note: '乙处的备注' } }, 5_500],
    [{ type: 'removeAddition', id: 'a-new1' }, 5_600],
  );

  test('各项都留后改的，先后次序不影响结果', () => {
    const merged = mergeRecords(tabA, tabB);
    expect(merged.answers[first.id]?.state).toBe('部分落实');
    expect(merged.answers[second.id]?.note).toBe('乙处的备注');
    expect(merged.additions[0]?.isRemoved).toBe(true);
    expect(recordCode(mergeRecords(tabB, tabA))).toBe(recordCode(merged));
    expect(recordCode(mergeRecords(merged, tabA))).toBe(recordCode(merged));
  });

  test('导入之前说得清多了什么、变了什么、哪里冲突', () => {
    const { added, newer, conflicting, sameCount } = previewImport(tabA, tabB);
    expect({ added, newer, conflicting, sameCount }).toEqual({
      added: [],
      newer: [first.id, second.id],
      conflicting: [],
      sameCount: 0,
    });
    expect(previewImport(tabB, tabA).conflicting).toEqual([first.id, second.id]);
  });
});

describe('别人的文件', () => {
  const named = (id: string, name: string): AssessmentRecord => ({
    ...run(filled, [{ type: 'head', values: { name } }, 7_000]),
    id,
  });

  test.each([
    ['同一份，同一个人', 'abc123', '样例', undefined],
    ['同一份，姓名里多了空格', 'abc123', '样 例', undefined],
    ['同一份，那边还没有填姓名', 'abc123', ' ', undefined],
    ['同一份传给了别人', 'abc123', '李四', 'person'],
    ['另一份，另一个人', 'other1', '李四', 'person'],
    ['另一份，同一个人', 'other1', '样例', 'record'],
    ['另一份，没有填姓名', 'other1', '', 'record'],
  ])('%s', (_, id, name, kind) => {
    const strange = strangeness(filled, named(id, name));
    expect(strange?.kind).toBe(kind);
    if (!strange) return;
    expect(strange.here).toBe('样例 2026年度');
    expect(strange.file).toBe(`${name.trim() || '未填姓名'} 2026年度`);
  });
});

describe('一次答一组', () => {
  test('每条都答上，别的不动；一步撤得回去，原来的理由也在', () => {
    const values = { state: '不适用', reason: '本岗位不办这一环节' } as const;
    const rest = risks.slice(2);
    const [third] = rest;
    if (!third) throw new Error('没有样例');
    const waiting = run(filled, [
      { type: 'answer', risk: third, values: { state: '待确认', reason: '上期的理由' } },
      5_000,
    ]);
    const all = run(waiting, [
      { type: 'answerAll', answers: rest.map((risk) => ({ risk, values })) },
      8_000,
    ]);
    for (const { id, fingerprint } of rest) {
      expect(all.answers[id]).toMatchObject({ ...values, fingerprint, at: 8_000 });
    }
    expect(all.answers[first.id]).toEqual(filled.answers[first.id]);
    const before = rest.map((risk) => {
      const { state, reason } = waiting.answers[risk.id] ?? {};
      return { risk, values: { state, reason } };
    });
    const back = run(all, [{ type: 'answerAll', answers: before }, 9_000]);
    expect(recordCode(back)).toBe(recordCode({ ...waiting, answers: back.answers }));
    expect(back.answers[third.id]).toMatchObject({ state: '待确认', reason: '上期的理由' });
    expect(back.answers[rest[1]?.id ?? '']?.state).toBeUndefined();
  });
});

describe('内容变了以后', () => {
  test('新增、改写、删去的都认得出来，原来的判断还在', () => {
    const seen = run(filled, [
      { type: 'seen', ids: [first.id, second.id], contentVersion: 'v1' },
      4_500,
    ]);
    const reworded = { ...first, fingerprint: 'other' };
    const now = [reworded, ...risks.slice(2)];
    const changes = contentChanges(seen, now, new Set(now.map(({ id }) => id)));
    expect(changes.changed).toEqual([first.id]);
    expect(changes.removed).toEqual([second.id]);
    expect(changes.added).toEqual(risks.slice(2).map(({ id }) => id));
    expect(seen.answers[first.id]?.measure).toBe('月底前补上');
  });

  test('以上期为底：判断变成待确认，文字都在', () => {
    const next = startNextPeriod(filled, 'next01', '2027年度', 9_000);
    expect(next.answers[first.id]).toMatchObject({ state: '待确认', measure: '月底前补上' });
    expect(next.head).toMatchObject({ name: '样例', period: '2027年度' });
    expect(next.additions).toHaveLength(1);
    expect(filled.answers[first.id]?.state).toBe('未落实');
  });
});

describe('文件', () => {
  test('导出再读回来，一字不差', () => {
    expect(readRecordFile(recordFileText(filled)).record).toEqual(filled);
    expect(readRecordFile(`\uFEFF${recordFileText(filled)}`).record).toEqual(filled);
  });

  const saved = readdirSync('tests/fixtures/records');
  test.each(saved)('以前存的 %s 现在还读得出来', (name) => {
    const { record, fault } = readRecordFile(
      readFileSync(`tests/fixtures/records/${name}`, 'utf8'),
    );
    expect(fault).toBeUndefined();
    expect(record?.answers['w01-r01']?.state).toBe('未落实');
    expect(record?.additions[0]?.title).toBe('先后不分');
  });

  test.each(badRecordFiles(recordFileText(filled), 200))('坏文件“%s”说得出毛病', (_, text) => {
    const { record, fault, unread = [] } = readRecordFile(text);
    if (!record) {
      expect(fault).toMatch(/[\u4e00-\u9fff]{4}.*[。]$/);
      return;
    }
    // One bad element costs itself alone, and is named.
    expect(unread).toHaveLength(1);
    expect(unread[0]).toMatch(/[\u4e00-\u9fff]{2}/);
    const kept = Object.entries(record.answers).length + record.additions.length;
    expect(kept).toBeGreaterThanOrEqual(2);
    for (const [id, answer] of Object.entries(record.answers)) {
      expect(answer).toEqual(filled.answers[id]);
    }
  });

  test('文件名里没有 Windows 不许用的字', () => {
    const odd = run(emptyRecord, [{ type: 'head', values: { name: 'a/b:c*?' } }, 2]);
    expect(recordFileName(odd, 'json')).toBe('自查记录-a-b-c-2026年度.json');
  });
});

describe('校验码', () => {
  test('补充了几条，先后和编号不同：存成文件再打开，码不变', () => {
    const added = run(
      filled,
      [{ type: 'add', addition: { ...ownFind, id: 'a-zzzz' } }, 5_000],
      [{ type: 'add', addition: { ...ownFind, id: 'a-aaaa' } }, 6_000],
    );
    const { record: back } = readRecordFile(recordFileText(added));
    expect(back && recordCode(back)).toBe(recordCode(added));
  });

  test('改一个字就变；看没看过、什么时候改的，不影响', () => {
    const code = recordCode(filled);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(recordCode(run(filled, [{ type: 'head', values: {} }, 99_000]))).toBe(code);
    expect(
      recordCode(run(filled, [{ type: 'seen', ids: ['w01-r99'], contentVersion: 'v1' }, 9])),
    ).toBe(code);
    const one = run(filled, [{ type: 'head', values: { duties: '。' } }, 99_000]);
    expect(recordCode(one)).not.toBe(code);
    const reworded = run(filled, [
      { type: 'editAddition', id: 'a-new1', values: { title: '先后不分明' } },
      5_000,
    ]);
    expect(recordCode(reworded)).not.toBe(code);
  });

  test.each([
    ['7k3qm 0xpt9', '7K3QM-0XPT9'],
    ['７Ｋ３ＱＭ—ＯＸＰＴ９', '7K3QM-0XPT9'],
    ['7K3QM-0XPTI', '7K3QM-0XPT1'],
    ['7K3', '7K3'],
  ])('输入“%s”认作 %s', (typed, code) => {
    expect(normalizeCode(typed)).toBe(code);
  });
});

describe('排查表的行', () => {
  test('自行补充的排在最前，其余一条不漏、次序不变', () => {
    const rows = formRows(filled, risks);
    expect(rows.map(({ id }) => id)).toEqual(['a-new1', ...risks.map(({ id }) => id)]);
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(rows[0]?.state).toBe('自行补充');
    expect(rows[1]).toMatchObject({ state: '未落实', remarks: ['月底前补上'] });
  });

  test('下调的等级写明待审定和墙上的等级', () => {
    const lowered = run(filled, [
      { type: 'answer', risk: first, values: { grade: '三类', gradeReason: '已有系统锁定' } },
      7_000,
    ]);
    expect(formRows(lowered, risks)[1]).toMatchObject({
      grade: '●三类',
      gradeNote: '待审定（墙上一类）',
      remarks: ['月底前补上', '等级：已有系统锁定'],
    });
  });

  test('空白表不带任何判断', () => {
    for (const row of formRows(filled, risks, true)) {
      expect([row.state, row.responsible, row.dueDate, ...row.remarks].join('')).toBe('');
    }
  });

  test('CSV 有 BOM，逗号、引号、换行不串格，公式不会被执行', () => {
    const text = csvText([['甲,乙', '说"好"', '两\n行', '=1+1', 3]]);
    expect(text).toBe('\uFEFF"甲,乙","说""好""","两\n行",\'=1+1,3\r\n');
    expect(formCells(formRows(filled, risks)[0] ?? ({} as never))).toHaveLength(12);
  });
});
