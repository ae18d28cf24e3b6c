import { describe, expect, test } from 'vitest';
import { risksOfPost } from '../../../src/model/post/postScope.ts';
import { countHandIns } from '../../../src/model/rollup/counting.ts';
import { decide } from '../../../src/model/rollup/reviewDecisions.ts';
import { reviewSubjects } from '../../../src/model/rollup/reviewSubjects.ts';
import { reportParagraphs } from '../../../src/model/rollup/reportText.ts';
import { tallyAnswers } from '../../../src/model/rollup/tables/answerTally.ts';
import type { TableSources } from '../../../src/model/rollup/tables/departments.ts';
import { gradeTable } from '../../../src/model/rollup/tables/gradeTable.ts';
import { letterTable } from '../../../src/model/rollup/tables/letterTable.ts';
import {
  mergingKey,
  tableCsv,
  type OfficialTable,
} from '../../../src/model/rollup/tables/officialTable.ts';
import {
  dueText,
  rectificationTable,
} from '../../../src/model/rollup/tables/rectificationTable.ts';
import { screeningTable } from '../../../src/model/rollup/tables/screeningTable.ts';
import { totalsOf } from '../../../src/model/rollup/totals/totals.ts';
import { summaryTable } from '../../../src/model/rollup/tables/summaryTable.ts';
import { wholeFind } from '../../fixtures/rollup/adoptions.ts';
import { madeBureau, madeRollup } from '../../fixtures/rollup/madeBureau.ts';
import { smallIndex } from '../../fixtures/rollup/smallIndex.ts';
import { smallRegister } from '../../fixtures/rollup/smallRegister.ts';
import { secondWalls } from '../../fixtures/secondBureau.ts';

const today = '2026-10-20';
const bureau = madeBureau({ people: 160, seed: 'tables', index: smallIndex, answers: [6, 18] });
const rollup = madeRollup(bureau, smallIndex);
const counting = countHandIns(rollup);
const totals = totalsOf(counting, smallIndex, smallRegister.departments);
const sources: TableSources = {
  unit: '云岭市林业局',
  period: '2026年度',
  counting,
  index: smallIndex,
  register: smallRegister,
  today,
};

function tallied() {
  const steps = tallyAnswers(totals, smallRegister.rows);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
const tally = tallied();
const subjects = reviewSubjects(totals, smallRegister);
const additions = subjects.flatMap((one) => (one.kind === '自行补充' ? [one] : []));

/** The answers to the risks of each one's posts as they stand in the records, one by one. */
const answers = bureau.people.flatMap((person) => {
  const { record } = person;
  if (!record) return [];
  return risksOfPost(record.head.scope, smallIndex).flatMap(({ id: riskId }) => {
    const answer = record.answers[riskId];
    return answer ? [{ person, riskId, answer }] : [];
  });
});
const risks = secondWalls.flatMap(({ wall }) =>
  wall.steps.flatMap((step) => step.risks.map((risk) => ({ wall, risk }))),
);
const column = (table: OfficialTable, head: string) => {
  const at = table.columns.findIndex((one) => one.head === head);
  if (at < 0) throw new Error(`没有“${head}”一栏`);
  return table.rows.map(({ cells }) => cells[at]);
};
const people = (department: string) =>
  bureau.people.filter((person) => person.department === department);

describe('汇总表', () => {
  const table = summaryTable(sources);

  test('各栏照单位报送的，先后一样', () => {
    expect(table.columns.map(({ head }) => head)).toEqual([
      '单位',
      '岗位数',
      '应查人数',
      '实查人数',
      '梳理职权数',
      '绘制流程图数',
      '风险点总数',
      '其中一类',
      '其中二类',
      '其中三类',
      '制定措施数',
      '新建或修订制度数',
      '备注',
    ]);
  });

  test('每个单位的数和一份一份、一条一条数出来的一样', () => {
    for (const row of table.rows.filter(({ isSum }) => !isSum)) {
      const name = String(row.cells[0]);
      const own = risks.filter(({ risk }) => risk.department === name);
      expect(row.cells.slice(2, 4), name).toEqual([
        people(name).length,
        people(name).filter(({ record }) => record).length,
      ]);
      expect(row.cells.slice(6, 11), name).toEqual([
        own.length,
        own.filter(({ risk }) => risk.grade === '一类').length,
        own.filter(({ risk }) => risk.grade === '二类').length,
        own.filter(({ risk }) => risk.grade === '三类').length,
        own.reduce((sum, { risk }) => sum + risk.controls.length, 0),
      ]);
    }
  });

  test('合计是全部，合办的墙只算一次，手填的一栏空着', () => {
    const [sum] = table.rows.filter(({ isSum }) => isSum);
    expect(sum?.cells.slice(0, 8)).toEqual([
      '合计',
      smallIndex.posts.reduce((all, { posts }) => all + posts.length, 0),
      160,
      bureau.people.filter(({ record }) => record).length,
      secondWalls.length,
      secondWalls.length,
      risks.length,
      risks.filter(({ risk }) => risk.grade === '一类').length,
    ]);
    expect(new Set(column(table, '新建或修订制度数'))).toEqual(new Set(['']));
  });
});

describe('单位排查表', () => {
  const table = screeningTable(sources, tally, additions, rollup);

  test('墙上的每个风险点一行，自行补充的也一行', () => {
    const made = bureau.people.flatMap(({ record }) => record?.additions ?? []);
    expect(made.length).toBeGreaterThan(5);
    expect(table.rows).toHaveLength(risks.length + made.length);
  });

  test('落实情况的人次和逐份数出来的一样', () => {
    const states = column(table, '落实情况（人次）');
    table.rows.forEach(({ id }, i) => {
      if (!/^w\d/.test(id)) return;
      const open = answers.filter((one) => one.riskId === id && one.answer.state === '未落实');
      expect(/未落实 (\d+)/.exec(String(states[i]))?.[1] ?? '0', id).toBe(String(open.length));
    });
  });

  test('选一个单位，只有它的', () => {
    const one = screeningTable(sources, tally, additions, rollup, '林地管理处');
    expect(new Set(column(one, '单位'))).toEqual(new Set(['林地管理处']));
    expect(one.rows.length).toBeLessThan(table.rows.length);
  });

  test('定了的补充，表上写明怎么定的', () => {
    const [first] = additions;
    const decided = decide(rollup, first?.id ?? '', { outcome: '不采纳' }, 1);
    const after = screeningTable(sources, tally, additions, decided);
    const row = after.rows.find(({ id }) => id === first?.id);
    expect(row?.cells[row.cells.length - 1]).toBe('自行补充：不采纳');
  });
});

describe('岗位等级目录', () => {
  const empty = { finds: [], grades: [] };

  test('没有采纳的，没有变动', () => {
    expect(column(gradeTable(sources, empty), '变动').join('')).toBe('');
  });

  test('采纳了更重的，岗位升级，别的岗位不动', () => {
    const risk = {
      ...wholeFind,
      department: '林地管理处',
      posts: ['收件员'],
      grade: '一类' as const,
    };
    const table = gradeTable(sources, { finds: [{ subjectId: 'x', risk }], grades: [] });
    const changes = column(table, '变动');
    const at = changes.findIndex((text) => text !== '');
    expect(changes.filter((text) => text !== '')).toEqual(['升为一类']);
    expect(table.rows[at]?.id).toBe('forest-land/filing');
    expect(table.note).toContain('1 个岗位的等级有变动');
  });

  test('改低了岗位最重的一条，岗位降级', () => {
    const grade = {
      subjectId: 'x',
      gradeReason: '',
      penalties: undefined,
      grade: '三类' as const,
    };
    const ref = smallIndex.risks.find(({ id }) => id === 'w01-r08')?.posts[0] ?? '';
    const all = smallIndex.risks.filter(({ posts }) => posts.includes(ref));
    const table = gradeTable(sources, {
      finds: [],
      grades: all.map(({ id }) => ({ ...grade, riskId: id })),
    });
    const row = table.rows.find(({ id }) => id === ref);
    expect(row?.cells[5]).toBe('降为三类');
  });
});

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
