import { describe, expect, test } from 'vitest';
import {
  batchAfter,
  emptyBatch,
  lettersOf,
  type BatchAction,
  type BatchDesk,
} from '../../../src/model/letter/batchRun.ts';
import { composeLetter, generalPromises } from '../../../src/model/letter/letter.ts';
import { fields, template as templateOf } from '../../fixtures/letterCases.ts';
import { sheetOf } from '../../fixtures/rosters/sheets.ts';

const template = templateOf('middle');
const letter = (name: string) =>
  composeLetter(template, { ...fields, name }, generalPromises(template), 'aaaaaaaa');
const sheets = [sheetOf([['姓名'], ['示例甲'], ['示例乙']])];

const after = (actions: readonly BatchAction[], from: BatchDesk = emptyBatch) =>
  actions.reduce(batchAfter, from);
const open: BatchAction = { type: 'open', number: 1, fileName: '名册.xlsx' };
const read: BatchAction = { type: 'read', number: 1, result: { sheets } };
const make: BatchAction = { type: 'make', number: 2, total: 2 };
const add = (name: string, number = 2): BatchAction => ({
  type: 'add',
  number,
  letters: [letter(name)],
});
const finish: BatchAction = { type: 'finish', number: 2 };
const made = after([open, read, make, add('示例甲'), add('示例乙'), finish]);
const namesOf = ({ run }: BatchDesk) => lettersOf(run).map(({ fields: own }) => own.name);

describe('成批的承诺书', () => {
  test('读名册、生成、做好，先后就是名册的先后', () => {
    expect(made.table).toMatchObject({ status: 'read', fileName: '名册.xlsx', sheets });
    expect(made.run.status).toBe('made');
    expect(namesOf(made)).toEqual(['示例甲', '示例乙']);
  });

  test('做到一半看得到已经做好的几份', () => {
    const half = after([open, read, make, add('示例甲')]);
    expect(half.run).toMatchObject({ status: 'making', total: 2 });
    expect(namesOf(half)).toEqual(['示例甲']);
  });

  test.each<[string, BatchAction]>([
    ['换一个名册', { ...open, number: 3 }],
    ['选了太大的文件', { type: 'refuse', fileName: '大.xlsx', text: '太大' }],
    ['去掉一个人', { type: 'exclude', excluded: new Set(['2']) }],
    ['改承诺期限', { type: 'choose', options: { period: '在岗期间' } }],
    ['改成双面', { type: 'choose', options: { isDoubleSided: true } }],
    ['沿用上一行的处室', { type: 'choose', options: { fillsDown: true } }],
  ])('%s以后，先前做好的不会被印出来', (_, action) => {
    expect(batchAfter(made, action).run).toEqual({ status: 'idle' });
  });

  test.each<[string, BatchAction]>([
    ['先前那一次做的信', add('旧的', 2)],
    ['先前那一次说做好了', finish],
    ['先前那一次说没做成', { type: 'fail', number: 2, text: '没有取到' }],
  ])('改了再做：%s不算数', (_, late) => {
    const again = after([
      open,
      read,
      make,
      { type: 'choose', options: { period: '在岗期间' } },
      { ...make, number: 4 },
      add('新的', 4),
    ]);
    expect(batchAfter(again, late)).toEqual(again);
  });

  test('停下以后到的信不算数，也不会自己又做起来', () => {
    const stopped = after([open, read, make, { type: 'exclude', excluded: new Set() }]);
    expect(after([add('旧的'), finish], stopped)).toEqual(stopped);
  });

  test('先选的名册后读完，显示的仍是后选的', () => {
    const later = after([open, { type: 'open', number: 2, fileName: '新名册.xlsx' }]);
    const late = batchAfter(later, read);
    expect(late.table).toMatchObject({ status: 'reading', number: 2, fileName: '新名册.xlsx' });
  });

  test('坏名册说出毛病；再选好的，原来去掉的人不跟着走', () => {
    const broken = after([open, { type: 'read', number: 1, result: { fault: '文件是空的。' } }]);
    expect(broken.table).toEqual({ status: 'fault', fileName: '名册.xlsx', text: '文件是空的。' });
    const excluded = after([open, read, { type: 'exclude', excluded: new Set(['2']) }]);
    const next = after(
      [
        { ...open, number: 5 },
        { ...read, number: 5 },
      ],
      excluded,
    );
    expect(next.table).toMatchObject({ status: 'read', excluded: new Set() });
  });

  test('没做成说出原因，选好的人和期限还在', () => {
    const failed = after([
      open,
      read,
      { type: 'choose', options: { period: '在岗期间' } },
      make,
      { type: 'fail', number: 2, text: '风险点没有取到。' },
    ]);
    expect(failed.run).toEqual({ status: 'fault', text: '风险点没有取到。' });
    expect(failed.options.period).toBe('在岗期间');
    expect(failed.table.status).toBe('read');
  });
});
