import { describe, expect, test } from 'vitest';
import type { ChecklistRisk } from '../../../src/model/assessment/checklist.ts';
import { composeLetter, generalPromises } from '../../../src/model/letter/letter.ts';
import {
  letterCode,
  letterTicket,
  readLetterTicket,
  rebuildLetter,
} from '../../../src/model/letter/letterCode.ts';
import { promisesThatFit } from '../../../src/model/letter/fitPromises.ts';
import {
  chooseRisks,
  riskPromise,
  risksForLetter,
} from '../../../src/model/letter/riskPromises.ts';
import { fields, promise, template } from '../../fixtures/letterCases.ts';

const risk = (id: string, values: Partial<ChecklistRisk> = {}): ChecklistRisk => ({
  id,
  wallId: id.slice(0, 3),
  wallName: '样例事项',
  slug: 'sample',
  stepName: '受理',
  stepNumber: 1,
  postLevel: '普通',
  department: '土地利用处',
  category: '权力风险',
  grade: '一类',
  fingerprint: '0',
  title: '样例风险',
  manifestation: '样例',
  cause: '样例',
  post: '经办人',
  controls: [
    { phase: '事前', by: '信息中心', text: '名单带水印，谁打开过都留下记录。' },
    { phase: '事后', by: '审计处', text: '每季抽查' },
  ],
  ...values,
});

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
    const own = [...generalPromises(staff), riskPromise(risk('w01-r03'))];
    const printed = composeLetter(staff, { ...fields, name: '䶮㛃·示例' }, own, 'abc');
    const ticket = readLetterTicket(letterTicket(printed));
    expect(ticket?.fields.name).toBe('䶮㛃·示例');
    if (!ticket) throw new Error('读不出');
    const rebuilt = rebuildLetter(ticket, staff, (id) => riskPromise(risk(id)));
    expect(rebuilt.code).toBe(ticket.code);
    expect(rebuilt.unknown).toEqual([]);
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
    const rebuilt = rebuildLetter(ticket, staff, () => undefined);
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

describe('选哪些风险点', () => {
  const post = { levels: ['普通' as const], departments: ['土地利用处'], walls: [] };

  test('只有本岗位的一类、二类，一类在前', () => {
    const risks = [
      risk('w01-r01', { grade: '二类' }),
      risk('w01-r02', { grade: '三类' }),
      risk('w01-r03', { department: '财务处' }),
      risk('w01-r04'),
    ];
    expect(risksForLetter(risks, post).map(({ id }) => id)).toEqual(['w01-r04', 'w01-r01']);
  });

  test('先铺开到不同的墙，再到不同的环节', () => {
    const risks = [
      risk('w01-r01'),
      risk('w01-r02'),
      risk('w01-r03', { stepName: '审批' }),
      risk('w02-r01'),
    ];
    expect(chooseRisks(risks, 3).map(({ id }) => id)).toEqual(['w01-r01', 'w02-r01', 'w01-r03']);
  });

  test('承诺写明环节、风险点和拦住它的措施，事后的措施不算', () => {
    const { lead, text } = riskPromise(risk('w01-r01'));
    expect(lead).toBe('守住“受理”环节。');
    expect(text).toBe('不发生“样例风险”，自觉接受信息中心的约束：名单带水印，谁打开过都留下记录。');
  });

  test('选出来的都放得进一页，至少有一条是本岗位的', () => {
    const risks = Array.from({ length: 9 }, (_, i) =>
      risk(`w0${i + 1}-r01`, { title: `第${i + 1}个样例风险` }),
    );
    const promises = promisesThatFit(staff, fields, risks, 'abc');
    expect(promises.length).toBeGreaterThan(staff.promises.length);
    expect(promises.length).toBeLessThanOrEqual(6);
  });
});
