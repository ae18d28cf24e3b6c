import { describe, expect, test } from 'vitest';
import { composeLetter, generalPromises } from '../../../src/model/letter/letter.ts';
import {
  letterCode,
  letterTicket,
  readLetterTicket,
  rebuildLetter,
} from '../../../src/model/letter/letterCode.ts';
import { layOutLetter } from '../../../src/model/letter/layoutLetter.ts';
import { promisesThatFit } from '../../../src/model/letter/fitPromises.ts';
import {
  choosePledges,
  pledgesFor,
  promiseOf,
  type Pledge,
  type PledgedRisk,
} from '../../../src/model/letter/pledges.ts';
import type { Grade } from '../../../src/model/vocabulary.ts';
import { fields, promise, template } from '../../fixtures/letterCases.ts';

const pledge = (number: number, values: Partial<Pledge> = {}): Pledge => ({
  id: `land-use/sample-${number}`,
  posts: ['land-use/clerk'],
  heading: '供地审查',
  text: `样例承诺第${number}条：两人分别办理，逐项核对原件后签名，核对记录随卷保存备查。`,
  risks: [`w01-r0${number}`],
  ...values,
});
const risk = (id: string, grade: Grade): [string, PledgedRisk] => [
  id,
  { id, wallId: id.slice(0, 3), grade },
];

const staff = template('staff');
const letter = composeLetter(staff, fields, generalPromises(staff), 'abc');

describe('校验码', () => {
  test.each([
    ['改一个字', { promises: [{ ...promise(1), text: '换了一个字的正文，够长够长够长。' }] }],
    ['换人', { fields: { ...fields, name: '示例乙' } }],
    ['换期限', { fields: { ...fields, period: '在岗期间' } }],
    ['换份数', { fields: { ...fields, copies: 3 as const } }],
  ])('%s就变', (_, change) => {
    const changed = composeLetter(
      staff,
      'fields' in change ? change.fields : fields,
      'promises' in change ? change.promises : generalPromises(staff),
      'abc',
    );
    expect(letterCode(changed)).not.toBe(letterCode(letter));
  });

  test('内容版本变了、这份文字没变，码不变', () => {
    expect(letterCode(composeLetter(staff, fields, generalPromises(staff), 'xyz'))).toBe(
      letterCode(letter),
    );
  });
});

describe('二维码里的字', () => {
  test('扫出来能排出一字不差的同一份', () => {
    const own = [...generalPromises(staff), promiseOf(pledge(3))];
    const printed = composeLetter(staff, { ...fields, name: '䶮㛃·示例' }, own, 'abc');
    const ticket = readLetterTicket(letterTicket(printed));
    expect(ticket?.fields.name).toBe('䶮㛃·示例');
    if (!ticket) throw new Error('读不出');
    const rebuilt = rebuildLetter(ticket, staff, [pledge(1), pledge(3)]);
    expect(rebuilt.code).toBe(ticket.code);
    expect(rebuilt.unknown).toEqual([]);
  });

  test('外单位人员的那一份，照他的结语排出来', () => {
    const outside = { ...fields, isOutside: true };
    const printed = composeLetter(staff, outside, generalPromises(staff), 'abc');
    const ticket = readLetterTicket(letterTicket(printed));
    if (!ticket) throw new Error('读不出');
    expect(rebuildLetter(ticket, staff, []).code).toBe(ticket.code);
    expect(letterCode(printed)).not.toBe(letterCode(letter));
  });

  test('站上删掉了的一条承诺，说它没有了', () => {
    const printed = composeLetter(staff, fields, [promiseOf(pledge(3))], 'abc');
    const ticket = readLetterTicket(letterTicket(printed));
    if (!ticket) throw new Error('读不出');
    expect(rebuildLetter(ticket, staff, [pledge(1)]).unknown).toHaveLength(1);
  });

  test('改写过的一条不冒充站上的文字', () => {
    const [first, ...rest] = generalPromises(staff);
    if (!first) throw new Error('样板没有承诺');
    const edited = [
      { ...first, text: '自己改写过的正文，和站上的不同。', isEdited: true },
      ...rest,
    ];
    const ticket = readLetterTicket(letterTicket(composeLetter(staff, fields, edited, 'abc')));
    if (!ticket) throw new Error('读不出');
    const rebuilt = rebuildLetter(ticket, staff, []);
    expect(rebuilt.unknown).toEqual([first.id]);
    expect(rebuilt.code).not.toBe(ticket.code);
  });

  test.each(['', 'x', 'eyJ9', letterTicket(letter).slice(0, 40), '!!!'])(
    '残缺的不认：%s',
    (text) => {
      expect(readLetterTicket(text)).toBeUndefined();
    },
  );
});

describe('选哪些承诺', () => {
  const risks = new Map([
    risk('w01-r01', '二类'),
    risk('w01-r02', '一类'),
    risk('w02-r03', '一类'),
    risk('w02-r04', '三类'),
  ]);

  test('只有本岗位的', () => {
    const other = pledge(2, { posts: ['finance/cashier'] });
    expect(pledgesFor([pledge(1), other], ['land-use/clerk'], [])).toEqual([pledge(1)]);
    expect(pledgesFor([pledge(1)], [], [])).toEqual([]);
  });

  test('领导勾了分管的事项，只有那几面墙的', () => {
    const all = [pledge(1), pledge(3, { risks: ['w02-r03'] })];
    expect(pledgesFor(all, ['land-use/clerk'], ['w02']).map(({ id }) => id)).toEqual([
      'land-use/sample-3',
    ]);
  });

  test('先让一类风险都有人回答，两条回答同一个的只算一次，先后照文件', () => {
    const all = [
      pledge(1),
      pledge(2),
      pledge(5, { risks: ['w01-r02', 'w01-r01'] }),
      pledge(3, { risks: ['w02-r03'] }),
    ];
    expect(choosePledges(all, risks, [], 2).map(({ id }) => id)).toEqual([
      'land-use/sample-5',
      'land-use/sample-3',
    ]);
  });

  test('放得进一页的都选上，最多四条', () => {
    const own = Array.from({ length: 9 }, (_, i) => pledge(i + 1));
    const promises = promisesThatFit(staff, fields, { pledges: own, risks, walls: [] }, 'abc');
    expect(promises).toHaveLength(staff.promises.length + 4);
    const laid = layOutLetter(composeLetter(staff, fields, promises, 'abc'));
    expect(laid.sheets).toHaveLength(1);
  });
});
