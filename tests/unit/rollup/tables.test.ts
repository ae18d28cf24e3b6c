import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/model/rollup/reviewDecisions.ts';
import { gradeTable } from '../../../src/model/rollup/tables/gradeTable.ts';
import { screeningTable } from '../../../src/model/rollup/tables/screeningTable.ts';
import { summaryTable } from '../../../src/model/rollup/tables/summaryTable.ts';
import { wholeFind } from '../../fixtures/rollup/adoptions.ts';
import { smallIndex } from '../../fixtures/rollup/smallIndex.ts';
import { secondWalls } from '../../fixtures/secondBureau.ts';
import {
  bureau,
  rollup,
  sources,
  tally,
  additions,
  answers,
  risks,
  column,
  people,
} from '../../fixtures/rollup/tableGround.ts';

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
