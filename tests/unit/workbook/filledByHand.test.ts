import type { SheetData } from 'write-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { CellValue } from '../../../src/model/workbook/cellText.ts';
import { columns, type ColumnKey } from '../../../src/model/workbook/columns.ts';
import { readWorkbook, WorkbookError } from '../../../src/source/readWorkbook.ts';
import writeExcelFile from 'write-excel-file/node';
import type { Table } from '../../fixtures/sampleWorkbook.ts';
import { copyOf, tableOf, plan, lineChanges } from '../../fixtures/sampleWorkbook.ts';

describe('Excel 里的习惯不算改动', () => {
  const cases: readonly (readonly [string, (table: Table) => void])[] = [
    ['末尾的空格', (t) => t.set('w90-r01', 'title', `${String(t.get('w90-r01', 'title'))} 　`)],
    ['全角数字', (t) => t.set('w90-r01', 'title', '第１号样例风险')],
    [
      '格子里换了行',
      (t) =>
        t.set(
          'w90-r01',
          'manifestation',
          String(t.get('w90-r01', 'manifestation')).replace('，', '，\n'),
        ),
    ],
    ['大写的编号', (t) => t.set('w90-r01', 'id', 'W90-R01')],
    ['等级前带记号', (t) => t.set('w90-r01', 'grade', '▲一类')],
    ['措施前编了号', (t) => t.set('w90-r01', '事中', `1. ${String(t.get('w90-r01', '事中'))}`)],
    ['中间空了几行', (t) => t.rows.splice(3, 0, [null, null], [], [' '])],
    ['表头上面加了标题', (t) => t.rows.unshift(['二〇二六年风险点表'], [])],
    [
      '删掉一列',
      (t) => {
        const column = t.column('cause');
        for (const row of t.rows) row.splice(column, 1);
      },
    ],
    ['加了不认识的列', (t) => t.rows.forEach((row, i) => row.push(i === 0 ? '备注' : '看过'))],
    [
      '步骤编号一列合并后只剩第一格',
      (t) => t.rows.slice(2).forEach((row) => (row[t.column('stepId')] = null)),
    ],
  ];
  test.each(cases)('%s', async (name, change) => {
    const root = copyOf();
    const table = await tableOf(root);
    change(table);
    const { faults, files, notes } = plan(root, [table]);
    expect([faults, [...files]]).toEqual([[], []]);
    if (name === '加了不认识的列') expect(notes.join()).toContain('T 列“备注”：不认识的列');
  });

  test('别的程序存的、列换了次序的表也能读，数字存成数字', async () => {
    const root = copyOf();
    const table = (await tableOf(root)).set('w90-r02', 'cause', '一个人从头办到尾，没有人看第二眼');
    const order = columns.map((_, i) => i).reverse();
    const data = table.rows.map((row) =>
      order.map((i) => ({ value: String(row[i] ?? ''), type: String })),
    ) as SheetData;
    const bytes = await writeExcelFile([
      { sheet: '看一看', data: [[{ value: 2026, type: Number }]] },
      { sheet: '样例', data },
    ]).toBuffer();
    const { come } = lineChanges(root, readWorkbook(bytes));
    expect(come).toEqual(['cause: 一个人从头办到尾，没有人看第二眼']);
  });
});

describe('填错的格子按工作表和单元格指出来', () => {
  const cell = (key: ColumnKey, row = 3) =>
    `${String.fromCharCode(65 + columns.findIndex((column) => column.key === key))}${row}`;
  const cases: readonly (readonly [
    name: string,
    key: ColumnKey,
    value: CellValue,
    says: readonly string[],
  ])[] = [
    ['等级写错', 'grade', '四类', ['等级“四类”不是 一类、二类、三类']],
    ['类别写错', 'category', '廉政风险', ['类别“廉政风险”不是 环境风险、']],
    ['岗位层级写错', 'postLevel', '科员', ['岗位层级“科员”不是 领导、中层、普通']],
    ['等级空着', 'grade', null, ['等级没有写', '一类、二类、三类']],
    ['名称太长', 'title', '这个名称实在是太长了超过了十六个字的限制', ['名称太多', '至多 16 字']],
    ['表现形式太短', 'manifestation', '收钱', ['表现形式太少', '至少 20 字']],
    ['原因空着', 'cause', ' ', ['原因没有写']],
    ['原因被改成数字', 'cause', 12, ['原因太少', '现在 2 字']],
    ['公式算不出来', 'cause', '#N/A', ['公式算不出来（#N/A）']],
    ['公式没有算出值', 'title', '=VLOOKUP(A3,库,2,0)', ['公式算不出来（=VLOOKUP']],
    ['变成了日期', 'monitor', new Date('2026-03-01'), ['监测指标被 Excel 当成了日期', '文本']],
    ['文字里有尖括号', 'gradeReason', '违反 <纪律> 的规定，情节较轻', ['定级理由', '去掉尖括号']],
    ['处室不在名单里', 'department', '征地事务处', ['处室“征地事务处”不在名单里']],
    ['措施没写谁来做', '事中', '每天核对一遍登记本', ['事中措施第 1 行没有写由谁来做']],
    ['措施太短', '事后', '审计处：抽查', ['事后措施第 1 行怎么防太少', '至少 8 字']],
    ['措施只是口号', '事前', '人事处：加强教育，完善制度', ['只是口号']],
    ['引用写法不对', 'penalties', '刑法第三百八十五条', ['惩处依据', '法律编号#条号']],
    ['引用了没有的法律', 'penalties', 'xingfa#385', ['目录里没有的法律“xingfa”']],
    ['步骤编号不存在', 'stepId', 'w90-s88', ['步骤编号“w90-s88”在这面墙里没有']],
    ['编号是别的墙的', 'id', 'w91-r02', ['编号 w91-r02 不属于 w90']],
    ['编号自己编的', 'id', 'w90-r88', ['编号 w90-r88 在墙里没有', '空着']],
    ['编号重复', 'id', 'w90-r01', ['编号 w90-r01 和第 2 行重复', '清空']],
    ['名称和别的重复', 'title', '第1号样例风险', ['名称“第1号样例风险”在本墙里重复']],
  ];
  test.each(cases)('%s', async (_, key, value, says) => {
    const root = copyOf();
    const table = (await tableOf(root)).set('w90-r02', key, value);
    const { faults, files } = plan(root, [table]);
    expect([...files]).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`工作表“w90 样例事项办理”的 ${cell(key)}：`);
    for (const words of says) expect(faults[0]).toContain(words);
  });

  test('列换了位置，指的还是眼前那一格', async () => {
    const root = copyOf();
    const table = (await tableOf(root)).set('w90-r02', 'grade', '四类');
    const grade = table.column('grade');
    for (const row of table.rows) row.unshift(...row.splice(grade, 1));
    expect(plan(root, [table]).faults[0]).toContain('的 A3：等级“四类”不是');
  });

  test.each<readonly [string, (tables: Table[]) => void, string]>([
    ['编号一列不见了', ([t]) => t?.rows.forEach((row) => row.shift()), '没有“编号”这一列'],
    ['列名重复', ([t]) => t && (t.rows[0] as CellValue[]).push('等级'), '和前面的一列重名'],
    ['没有一张风险点的表', (tables) => tables.splice(0), '没有风险点的表'],
    ['一面墙有两张表', (tables) => tables.push(...tables), '是同一面墙 w90'],
  ])('%s', async (_, change, says) => {
    const root = copyOf();
    const tables = [await tableOf(root)];
    change(tables);
    expect(plan(root, tables).faults.join()).toContain(says);
  });

  test.each([
    ['老格式', Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'), '老格式的 .xls'],
    ['文本文件', Buffer.from('编号,名称'), '不是 .xlsx'],
    ['空文件', Buffer.alloc(0), '文件是空的'],
  ])('%s读不了，说明怎么办', (_, bytes, says) => {
    expect(() => readWorkbook(bytes)).toThrow(WorkbookError);
    expect(() => readWorkbook(bytes)).toThrow(says);
  });
});
