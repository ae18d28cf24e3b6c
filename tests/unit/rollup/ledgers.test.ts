import { describe, expect, test } from 'vitest';
import { countHandIns } from '../../../src/model/rollup/counting.ts';
import { reportParagraphs } from '../../../src/model/rollup/reportText.ts';
import { letterTable } from '../../../src/model/rollup/tables/letterTable.ts';
import { mergingKey, tableCsv } from '../../../src/model/rollup/tables/officialTable.ts';
import {
  dueText,
  rectificationTable,
} from '../../../src/model/rollup/tables/rectificationTable.ts';
import { screeningTable } from '../../../src/model/rollup/tables/screeningTable.ts';
import { smallRegister } from '../../fixtures/rollup/smallRegister.ts';
import {
  today,
  bureau,
  rollup,
  sources,
  tally,
  subjects,
  answers,
  risks,
  column,
} from '../../fixtures/rollup/tableGround.ts';

describe('整改台账', () => {
  const table = rectificationTable(sources, tally, true);
  const open = answers.filter(
    ({ answer }) => answer.state === '未落实' || answer.state === '部分落实',
  );

  test('没落实的一条不少，已过期的在前，用字写明', () => {
    expect(table.rows).toHaveLength(open.length);
    const late = open.filter(
      ({ answer }) => (answer.dueDate ?? '') !== '' && (answer.dueDate ?? '') < today,
    );
    expect(late.length).toBeGreaterThan(3);
    const due = column(table, '到期情况').map(String);
    expect(due.filter((text) => text.startsWith('已过期'))).toHaveLength(late.length);
    expect(due.slice(0, late.length).every((text) => text.startsWith('已过期'))).toBe(true);
    expect(table.note).toContain(`已过期 ${late.length} 项`);
  });

  test('不写人名的，哪一格也没有人名', () => {
    const nameless = rectificationTable(sources, tally, false);
    const text = tableCsv(nameless);
    for (const { name } of bureau.people) expect(text).not.toContain(name);
    expect(nameless.rows).toHaveLength(open.length);
  });

  test.each([
    ['', '没有写时限'],
    ['2026-10-19', '已过期 1 天'],
    ['2026-10-20', '今天到期'],
    ['2026-12-31', '还有 72 天'],
  ])('时限“%s”：%s', (dueDate, says) => {
    expect(dueText(dueDate, today)).toBe(says);
  });
});

describe('签收和承诺情况', () => {
  const table = letterTable(sources, true);
  const printed = new Set(
    bureau.people.filter((_, i) => i % 2 === 0).map(({ name, department }) => name + department),
  );
  const twice = (one: { name: string; department: string }) =>
    bureau.people.filter((p) => p.name === one.name && p.department === one.department).length > 1;

  test('名册上每人一行，印过的写已印，没有一处写已签', () => {
    expect(table.rows).toHaveLength(160);
    const states = new Map(table.rows.map(({ id, cells }) => [id, cells[3]]));
    for (const person of bureau.people) {
      if (twice(person)) continue;
      expect(states.get(person.id), person.name).toBe(
        printed.has(person.name + person.department) ? '已印' : '没印',
      );
    }
    expect(tableCsv(table)).not.toContain('已签');
    expect(new Set(column(table, '签收'))).toEqual(new Set(['']));
  });

  test('一个处室里两个人同名，不替人认', () => {
    const person = bureau.people[0];
    if (!person) throw new Error('没有人');
    const twin = { ...person, id: 'r-twin' };
    const both = countHandIns({ ...rollup, roster: [...rollup.roster, twin] });
    const states = letterTable({ ...sources, counting: both }, true).rows.flatMap(
      ({ id, cells }) => (id === person.id || id === 'r-twin' ? [cells[3]] : []),
    );
    expect(states).toEqual(['同名，看纸上岗位', '同名，看纸上岗位']);
  });

  test('不写人名的，各单位的人数加起来是名册', () => {
    const nameless = letterTable(sources, false);
    const sum = column(nameless, '名册人数').reduce<number>((all, one) => all + Number(one), 0);
    expect(sum).toBe(160);
    for (const { name } of bureau.people) expect(tableCsv(nameless)).not.toContain(name);
  });
});

test('并格：同一单位里同名的并，隔着单位的不并，合计自成一格', () => {
  const table = screeningTable(sources, tally, [], rollup);
  const row = (unit: string, wall: string) => ({ id: `${unit}${wall}`, cells: [unit, wall] });
  const key = (unit: string, wall: string) => mergingKey(table.columns, row(unit, wall), 1);
  expect(key('甲', '一')).toBe(key('甲', '一'));
  expect(key('甲', '一')).not.toBe(key('乙', '一'));
  expect(mergingKey(table.columns, { id: 'sum', cells: ['甲', '一'], isSum: true }, 0)).not.toBe(
    mergingKey(table.columns, row('甲', '一'), 0),
  );
});

describe('分析报告', () => {
  const paragraphs = reportParagraphs(sources, rollup, tally, subjects);
  const text = paragraphs.map((one) => one.text).join('\n');

  test('数字和逐份数出来的一样', () => {
    const handedIn = bureau.people.filter(({ record }) => record).length;
    const open = answers.filter(
      ({ answer }) => answer.state === '未落实' || answer.state === '部分落实',
    );
    const judged = answers.filter(({ answer }) => answer.state && answer.state !== '待确认');
    expect(text).toContain(`名册上 160 人，交自查记录的 ${handedIn} 人`);
    expect(text).toContain(`没有交的 ${160 - handedIn} 人`);
    expect(text).toContain(`风险点 ${risks.length} 个`);
    expect(text).toContain(`已判断 ${judged.length} 人次`);
    expect(text).toContain(`未落实和部分落实的共 ${open.length} 项`);
    expect(text).toContain(`需要审核的共 ${subjects.length} 件`);
  });

  test('不点人名、不点单位，也没有算坏的数', () => {
    for (const { name } of bureau.people) expect(text).not.toContain(name);
    for (const name of smallRegister.departments) expect(text).not.toContain(name);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('什么都没有收到，也说得通', () => {
    const nothing = { ...sources, counting: { people: [], listed: [], logs: [] } };
    const none = { byRisk: new Map(), open: [] };
    const empty = reportParagraphs(nothing, rollup, none, []);
    expect(empty.every((one) => one.text.length > 5)).toBe(true);
    expect(empty.map((one) => one.text).join()).not.toMatch(/NaN|undefined|—/);
  });
});
