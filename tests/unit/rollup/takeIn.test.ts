import { describe, expect, test } from 'vitest';
import { recordFileText } from '../../../src/model/assessment/recordFile.ts';
import { applyChange } from '../../../src/model/assessment/changes.ts';
import { compactHandIn, expandHandIn } from '../../../src/model/rollup/compact.ts';
import { planFile } from '../../../src/model/rollup/files.ts';
import { addHandIns } from '../../../src/model/rollup/addHandIns.ts';
import { createRollup, type AssessmentHandIn } from '../../../src/model/rollup/rollup.ts';
import { takeIn } from '../../../src/model/rollup/takeIn.ts';
import { emptyRecord, ownFind, sampleRisks } from '../../fixtures/assessmentRecord.ts';
import { madeBureau, type MadeQuestion } from '../../fixtures/rollup/madeBureau.ts';
import { smallIndex } from '../../fixtures/rollup/smallIndex.ts';

const [first, second, third] = sampleRisks(3);
if (!first || !second || !third) throw new Error('样例的风险点不够');
const about = {
  fileName: '财务处/a.json',
  takenAt: 99,
  fingerprints: new Map([first, second, third].map(({ id, fingerprint }) => [id, fingerprint])),
};

const record = applyChange(
  applyChange(
    applyChange(
      emptyRecord,
      { type: 'head', values: { name: '张三', department: '财务处' } },
      2_000,
    ),
    { type: 'answer', risk: first, values: { state: '已落实', triggers: { alone: true } } },
    2_001,
  ),
  {
    type: 'answer',
    risk: { ...second, fingerprint: 'old' },
    values: { state: '不适用', reason: '本岗位不办这一环节', note: ' ' },
  },
  2_002,
);

const taken = (text: string): AssessmentHandIn => {
  const { handIn, fault } = takeIn(text, about);
  if (handIn?.kind !== 'assessment') throw new Error(fault ?? '不是自查');
  return handIn;
};

describe('一份自查记录', () => {
  test('状态、原因都在，空的文字和只有本人用的不要，改写过的风险点有记号', () => {
    const handIn = taken(recordFileText(record));
    expect(handIn).toMatchObject({ name: '张三', department: '财务处', at: 2_002, takenAt: 99 });
    expect(handIn.isCodeRight).toBe(true);
    expect(handIn.answers).toEqual({
      [first.id]: { state: '已落实' },
      [second.id]: { state: '不适用', reason: '本岗位不办这一环节', isOutdated: true },
    });
  });

  test('改过一个字，校验码就对不上', () => {
    const text = recordFileText(record).replace('本岗位不办', '本岗位没办');
    expect(taken(text).isCodeRight).toBe(false);
  });

  test('补充了几个风险点，写在文件里的先后和编号不同，校验码照样对', () => {
    const added = ['a-zzzz', 'a-aaaa'].reduce(
      (state, id) => applyChange(state, { type: 'add', addition: { ...ownFind, id } }, 3_000),
      record,
    );
    expect(taken(recordFileText(added)).isCodeRight).toBe(true);
    expect(taken(recordFileText(added)).additions).toHaveLength(2);
    const removed = applyChange(added, { type: 'removeAddition', id: 'a-zzzz' }, 3_001);
    expect(taken(recordFileText(removed)).additions.map(({ id }) => id)).toEqual(['a-aaaa']);
  });

  test('同事拿去改成自己的一份，编号一样也是两份', () => {
    const other = { ...record, head: { ...record.head, name: '李四' } };
    expect(taken(recordFileText(record)).id).not.toBe(taken(recordFileText(other)).id);
  });

  test('同一份先后导出两次：留后改的；再收一次早的，什么也不变', () => {
    const later = applyChange(
      record,
      { type: 'answer', risk: third, values: { state: '未落实' } },
      5_000,
    );
    const [a, b] = [taken(recordFileText(record)), taken(recordFileText(later))];
    const empty = createRollup('x', '2026年度', '', 1);
    const one = addHandIns(empty, [a, b]);
    expect(one.rollup.handIns.map(({ at }) => at)).toEqual([5_000]);
    expect([one.added.length, one.known.length]).toEqual([1, 0]);
    expect(one.replaced).toEqual([{ before: a, now: b }]);
    const again = addHandIns(one.rollup, [a]);
    expect(again.rollup).toBe(one.rollup);
    expect(again.known).toHaveLength(1);
  });
});

describe('存的样子', () => {
  const questions: MadeQuestion[] = Array.from({ length: 30 }, (_, i) => ({
    id: `w01-q${String(i + 1).padStart(2, '0')}`,
    print: 'p',
    parts: [{ id: 'main', optionCount: 4 }],
  }));

  test('并成一行一行的，再展开，一字不差', () => {
    const bureau = madeBureau({ people: 40, seed: 'compact', index: smallIndex, questions });
    const kinds = new Set<string>();
    for (const { text, name } of bureau.files) {
      const { handIn } = takeIn(text, { ...about, fileName: name });
      if (!handIn) throw new Error(name);
      kinds.add(handIn.kind);
      expect(handIn.isCodeRight, name).toBe(true);
      const stored: unknown = JSON.parse(JSON.stringify(compactHandIn(handIn)));
      expect(expandHandIn(stored as ReturnType<typeof compactHandIn>)).toEqual(handIn);
    }
    expect([...kinds].sort()).toEqual(['assessment', 'print-log', 'quiz']);
  });
});

describe('坏的文件，一句话说清', () => {
  const good = recordFileText(record);
  test.each([
    ['截断的', good.slice(0, good.length / 2), '不完整'],
    ['空的', ' \n', '空的'],
    ['别的程序的', '{"app":"other","kind":"assessment","schema":1}', '不是本站导出的'],
    ['更新的网站导出的', good.replace('"schema": 1', '"schema": 9'), '更新版本'],
    ['汇总文件', '{"app":"fangkongqiang","kind":"rollup","schema":1}', '存和比'],
    ['别的种类', '{"app":"fangkongqiang","kind":"__proto__","schema":1}', '另一种文件'],
    ['没有考试的测验记录', '{"app":"fangkongqiang","kind":"quiz","schema":1}', '没有交了卷的考试'],
    ['不是 JSON', 'PK\u0003\u0004', '不完整'],
    ['编号不对', good.replace('"abc123"', '"__proto__"'), '记录编号'],
    [
      '作答里一层套一层的',
      good.replace('"state": "', `"more": ${'['.repeat(20_000)}${']'.repeat(20_000)}, "state": "`),
      '套得太深',
    ],
  ])('%s', (_, text, words) => {
    const { handIn, fault } = takeIn(text, about);
    expect(handIn).toBeUndefined();
    expect(fault).toContain(words);
  });

  test('藏着 __proto__、constructor 的文件，只留认得的，谁的原型也没有动', () => {
    const text = good.replace(
      '"answers": {',
      '"answers": {"__proto__":{"state":"未落实","fingerprint":"x","at":1},"constructor":{"state":"未落实","fingerprint":"x","at":1},',
    );
    const handIn = taken(text);
    expect(Object.keys(handIn.answers)).toEqual([first.id, second.id]);
    expect(handIn.unread.length).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>)['state']).toBeUndefined();
  });
});

test.each([
  ['财务处/.DS_Store', 6_148, 'skipped'],
  ['Thumbs.db', 9_000, 'skipped'],
  ['~$名册.xlsx', 165, 'skipped'],
  ['__MACOSX/自查.json', 300, 'skipped'],
  ['._自查.json', 300, 'skipped'],
  ['名册.xlsx', 9_000, 'roster'],
  ['名册.CSV', 900, 'roster'],
  ['自查.json', 0, 'fault'],
  ['自查.json', 50 * 1024 * 1024, 'fault'],
  ['自查.zip', 900, 'fault'],
  ['排查表.docx', 900, 'fault'],
  ['自查.json', 900, 'hand-in'],
  ['自查', 900, 'hand-in'],
])('%s（%i 字节）：%s', (path, bytes, as) => {
  expect(planFile({ path, bytes }).as).toBe(as);
});
