import { describe, expect, test } from 'vitest';
import { readRoster } from '../../../src/model/letter/roster.ts';
import { rosterContext as context } from '../../fixtures/rosters/context.ts';
import { rosterCase, type RosterCase } from '../../fixtures/rosters/rosterFiles.ts';
import { tableOf } from '../../fixtures/rosters/sheets.ts';

const count = 300;
const cases = Array.from({ length: count }, (_, i) => rosterCase(i + 1));

/** Whether a remark on many rows, `第 3、5—8 行（…）`, is about this one. */
function speaksOf(remark: string, row: number): boolean {
  const list = /^第 ([\d、—]+)( 等)? 行/.exec(remark);
  return (
    list?.[2] !== undefined ||
    (list?.[1] ?? '').split('、').some((run) => {
      const [from, to = from] = run.split('—').map(Number);
      return from !== undefined && to !== undefined && row >= from && row <= to;
    })
  );
}

/** What is wrong with the reading of a roster: nobody may be read wrongly, or missed, in silence. */
function faultsOf({ bytes, rows }: RosterCase): string[] {
  const { sheets = [], fault: unread } = tableOf(bytes);
  if (unread) return [`没有读：${unread}`];
  const roster = readRoster(sheets, context);
  const told = new Set(roster.notes.map(({ id }) => id));
  const faults: string[] = [];
  const byId = new Map(roster.people.map((person) => [person.id, person]));
  for (const { id, person: meant, isTold } of rows) {
    const person = byId.get(id);
    if (!meant) {
      if (person) faults.push(`${id} 不是人，读成了${person.name}`);
      else if (!told.has(id)) faults.push(`${id} 没有读，也没有说`);
      continue;
    }
    if (!person) {
      faults.push(
        `${id} ${meant.name} 没有读：${roster.notes.find((one) => one.id === id)?.text ?? '没有说'}`,
      );
      continue;
    }
    const { name, department, post, postLevel } = person;
    const read = [name, department, post, postLevel].join(' ');
    const wanted = [meant.name, meant.department, meant.post, meant.level].join(' ');
    if (read !== wanted) faults.push(`${id} 本来是“${wanted}”，读成了“${read}”`);
    if (isTold && !told.has(id) && !roster.remarks.some((text) => speaksOf(text, person.row))) {
      faults.push(`${id} ${name} 改动了，没有说`);
    }
  }
  const order = rows.flatMap(({ id, person }) => (person ? [id] : []));
  const given = roster.people.map(({ id }) => id);
  if (given.join() !== order.join()) faults.push(`先后不对，或者多读了人：${given.join()}`);
  return faults;
}

describe('三百份名册，各种毛病随意凑在一起', () => {
  test.each(cases.map((one, i) => ({ seed: i + 1, one })))('第 $seed 份', ({ one }) => {
    expect(faultsOf(one), one.traits.join('、')).toEqual([]);
  });

  test('每一种毛病都真的出现过好几次', () => {
    const counts = new Map<string, number>();
    for (const trait of cases.flatMap(({ traits }) => traits)) {
      counts.set(trait, (counts.get(trait) ?? 0) + 1);
    }
    expect(counts.size).toBeGreaterThanOrEqual(30);
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(10);
  });
});
