import { describe, expect, test } from 'vitest';
import type { PostList } from '../../../src/model/post/postList.ts';
import type { PostLevel } from '../../../src/model/vocabulary.ts';
import {
  largestRoster,
  readRoster,
  rosterSample,
  type Cell,
} from '../../../src/model/letter/roster.ts';
import { sheetOf } from '../../fixtures/rosters/sheets.ts';

const listed = (ref: string, name: string, level: PostLevel, aliases: string[] = []) => ({
  ref,
  name,
  level,
  aliases,
  isExternal: false,
  isPrincipal: false,
});
const posts: PostList = [
  {
    name: '土地利用处',
    group: '机关处室',
    posts: [
      listed('land-use/head', '处长', '中层', ['土地利用处负责人']),
      listed('land-use/documents', '合同文书岗', '普通', ['合同经办人']),
    ],
  },
  {
    name: '财务处',
    group: '机关处室',
    posts: [
      listed('finance/head', '处长', '中层', ['财务负责人']),
      listed('finance/deputy', '副处长（核算和支付）', '中层', ['核算副处长']),
      listed('finance/accountant', '会计', '普通', ['记账会计', '经办人']),
      listed('finance/cashier', '出纳', '普通', ['出纳员']),
    ],
  },
];
const context = {
  posts,
  edits: new Map(),
  departments: ['土地利用处', '财务处'],
  walls: [
    { id: 'w04', name: '土地招标拍卖挂牌出让' },
    { id: 'w05', name: '土地协议出让' },
  ],
  fillsDown: false,
};
const head = ['姓名', '处室', '岗位', '岗位层级'];
type Rows = readonly (readonly Cell[])[];
const read = (rows: Rows, fillsDown = false) =>
  readRoster([sheetOf(rows)], { ...context, fillsDown });
/** All that is told of a roster: by row, and of the table as a whole. */
const said = (rows: Rows) => {
  const { notes, remarks } = read(rows);
  return [...notes.map(({ row, text }) => `${row} ${text}`), ...remarks].join('\n');
};

describe('名册', () => {
  test('样表读得通，没有一句提醒', () => {
    const { people, notes, fault } = read(rosterSample(context));
    expect(fault).toBeUndefined();
    expect(notes).toEqual([]);
    expect(people.map(({ name, postLevel, walls }) => [name, postLevel, walls])).toEqual([
      ['示例甲', '中层', ['w04', 'w05']],
      ['示例乙', '普通', []],
    ]);
  });

  test('列的先后、表头的叫法、标题行、空行都不要紧，行号照表里的', () => {
    const { people } = read([
      ['某局承诺书名册', null, null],
      [],
      ['职务', '所在部门', '姓 名'],
      ['处长', '财务处', '张　三'],
      [null, '', '  '],
      ['出纳', '财务处', '李四'],
    ]);
    expect(
      people.map(({ row, name, department, post, postLevel }) => [
        row,
        name,
        department,
        post,
        postLevel,
      ]),
    ).toEqual([
      [4, '张三', '财务处', '处长', '中层'],
      [6, '李四', '财务处', '出纳', '普通'],
    ]);
  });

  test.each([
    ['少数民族名字的点统一', '阿依古丽•示例', '阿依古丽·示例'],
    ['罕见字', '䶮㛃', '䶮㛃'],
    ['名字里为对齐加的空格去掉', '王 五', '王五'],
  ])('%s', (_, typed, name) => {
    expect(read([head, [typed, '财务处', '出纳', '普通']]).people[0]?.name).toBe(name);
  });

  test.each([
    [
      '没有姓名列',
      [
        ['处室', '岗位'],
        ['财务处', '出纳'],
      ],
      '没有找到“姓名”',
    ],
    ['空表', [[null, ''], []], '没有内容'],
    ['只有表头', [head], '没有一行能读出姓名'],
  ])('%s：整张读不了，说清楚', (_, rows, expected) => {
    expect(read(rows).fault).toContain(expected);
  });

  test.each([
    ['缺姓名', ['', '财务处', '出纳', '普通'], '没有姓名'],
    ['公式算错', ['#REF!', '财务处', '出纳', '普通'], '算不出来的公式'],
    ['公式没有值', ['=A1', '财务处', '出纳', '普通'], '公式'],
    ['串列', ['13800000000', '财务处', '出纳', '普通'], '不像姓名'],
  ])('%s：这一行不读，按行号说出来，别的照读', (_, row, expected) => {
    const rows = [head, ['示例甲', '财务处', '出纳', '普通'], row];
    expect(said(rows)).toContain(`3 `);
    expect(said(rows)).toContain(expected);
    expect(read(rows).people).toHaveLength(1);
  });

  test.each([
    ['不认识的处室', ['示例甲', '后勤科', '司机', '普通'], '不在处室名单里'],
    ['看不懂的层级', ['示例甲', '财务处', '出纳', '三级'], '“三级”看不懂'],
    ['空着的处室', ['示例甲', '', '出纳', '普通'], '合并的单元格'],
  ])('%s：照读，提醒看一眼', (_, row, expected) => {
    expect(said([head, row])).toContain(expected);
    expect(read([head, row]).people).toHaveLength(1);
  });

  test('同名同处室提醒，两个都印', () => {
    const rows = [head, ['示例甲', '财务处'], ['示例甲', '财务处'], ['示例甲', '土地利用处']];
    expect(said(rows)).toContain('和第 2 行同名同处室');
    expect(said(rows)).toContain('和第 2 行同名，处室不同');
    expect(read(rows).people).toHaveLength(3);
  });

  test('合并的处室可以沿用上一行', () => {
    const rows = [head, ['示例甲', '财务处'], ['示例乙', null], ['示例丙', null]];
    expect(read(rows, true).people.map(({ department }) => department)).toEqual(
      Array.from({ length: 3 }, () => '财务处'),
    );
  });

  test('没有的墙说出来，有的照用', () => {
    const rows = [
      ['姓名', '防控墙'],
      ['示例甲', '04、土地协议出让、99'],
    ];
    expect(read(rows).people[0]?.walls).toEqual(['w04', 'w05']);
    expect(said(rows)).toContain('没有这几面墙：99');
  });

  test('一千零一人：读一千，说出来', () => {
    const rows = [['姓名'], ...Array.from({ length: largestRoster + 1 }, () => ['示例甲'])];
    const { people, notes } = read(rows);
    expect(people).toHaveLength(largestRoster);
    expect(notes.some(({ text }) => text.includes('一次最多读 1000 人'))).toBe(true);
  });

  /** Thirty ways in which offices write seven posts. */
  const spellings: readonly (readonly [department: string, written: string, ref: string])[] = [
    ['土地利用处', '处长', 'land-use/head'],
    ['土地利用处', '土地利用处处长', 'land-use/head'],
    ['土地利用处', '处 长', 'land-use/head'],
    ['土地利用处', '土地利用处负责人', 'land-use/head'],
    ['土地利用处', '合同文书岗', 'land-use/documents'],
    ['土地利用处', '合同文书', 'land-use/documents'],
    ['土地利用处', '合同文书岗位', 'land-use/documents'],
    ['土地利用处', '合同文书工作岗位', 'land-use/documents'],
    ['土地利用处', '土地利用处合同文书岗', 'land-use/documents'],
    ['土地利用处', '合同经办人', 'land-use/documents'],
    ['土地利用处', ' 合同文书岗 ', 'land-use/documents'],
    ['土地利用处', '合同·文书岗', 'land-use/documents'],
    ['财务处', '处长', 'finance/head'],
    ['财务处', '财务处处长', 'finance/head'],
    ['财务处', '财务负责人', 'finance/head'],
    ['财务处', '副处长（核算和支付）', 'finance/deputy'],
    ['财务处', '副处长(核算和支付)', 'finance/deputy'],
    ['财务处', '副处长（ 核算和支付 ）', 'finance/deputy'],
    ['财务处', '核算副处长', 'finance/deputy'],
    ['财务处', '会计', 'finance/accountant'],
    ['财务处', '会计岗', 'finance/accountant'],
    ['财务处', '会计岗位', 'finance/accountant'],
    ['财务处', '会计工作', 'finance/accountant'],
    ['财务处', '记账会计', 'finance/accountant'],
    ['财务处', '财务处会计', 'finance/accountant'],
    ['财务处', '出纳', 'finance/cashier'],
    ['财务处', '出纳员', 'finance/cashier'],
    ['财务处', '出纳岗', 'finance/cashier'],
    ['财务处', '财务处出纳', 'finance/cashier'],
    ['财务处', '出　纳', 'finance/cashier'],
  ];
  const spelt = Array.from(
    { length: 200 },
    (_, i) => spellings[i % spellings.length] ?? ['', '', ''],
  );

  test('二百人、三十种写法的岗位，都对上目录，层级由岗位定', () => {
    const { people, notes } = read([
      ['姓名', '处室', '岗位'],
      ...spelt.map(([department, written], i) => [
        `示例${String.fromCharCode(0x4e00 + i)}`,
        department,
        written,
      ]),
    ]);
    expect(people.map(({ matched }) => matched?.ref)).toEqual(spelt.map(([, , ref]) => ref));
    expect(notes).toEqual([]);
    expect(people.every(({ postLevel, matched }) => postLevel === matched?.level)).toBe(true);
  });

  test('目录里没有的岗位说出来，给相近的，选了就用', () => {
    const rows = [head, ['张三', '财务处', '出纳会计', '普通']];
    const { people, notes } = read(rows);
    expect(people[0]?.matched).toBeUndefined();
    expect(notes[0]?.text).toContain('“出纳会计”不在财务处的岗位目录里');
    expect(notes[0]?.text).toMatch(/相近的有：.*出纳/);
    expect(people[0]?.nearest.map(({ ref }) => ref)).toContain('finance/cashier');
    const edits = new Map([['2', { post: 'finance/cashier' }]]);
    const chosen = readRoster([sheetOf(rows)], { ...context, edits });
    expect(chosen.people[0]?.matched?.ref).toBe('finance/cashier');
    expect(chosen.notes).toEqual([]);
    expect(chosen.people[0]?.post, '信上照名册的叫法').toBe('出纳会计');
  });

  test('只写“工作人员”的不乱猜', () => {
    const { people } = read([head, ['张三', '财务处', '工作人员', '普通']]);
    expect(people[0]?.matched).toBeUndefined();
  });

  test('名册的层级和目录不合，说一声，照名册', () => {
    const { people, notes } = read([head, ['张三', '财务处', '出纳', '中层']]);
    expect(people[0]?.postLevel).toBe('中层');
    expect(notes[0]?.text).toContain('“出纳”是普通岗位');
  });

  test('监督人写成本人的，不印他自己', () => {
    const { people, notes } = read([
      [...head, '监督人'],
      ['张三', '财务处', '处长', '中层', '张三'],
    ]);
    expect(people[0]?.supervisor).toBe('');
    expect(notes[0]?.text).toContain('就是本人');
  });
});
