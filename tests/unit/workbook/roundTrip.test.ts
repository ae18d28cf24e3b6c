import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { afterEach, describe, expect, test } from 'vitest';
import type { CellValue } from '../../../src/model/workbook/cellText.ts';
import { formatChanges } from '../../../src/model/workbook/changes.ts';
import { columns, columnTitle, type ColumnKey } from '../../../src/model/workbook/columns.ts';
import { nextRiskId } from '../../../src/model/workbook/compareWorkbook.ts';
import type { SheetTable } from '../../../src/model/workbook/readTable.ts';
import { planImport, type ImportPlan } from '../../../src/source/importWorkbook.ts';
import { readContent } from '../../../src/source/readContent.ts';
import { realContent } from '../../fixtures/realContent.ts';
import { readWorkbook, WorkbookError } from '../../../src/source/readWorkbook.ts';
import { workbookOf } from '../../../src/source/writeWorkbook.ts';

const today = '2026-11-25';
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function contentAt(root: string) {
  const { content, problems } = readContent(root, today);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!content || errors.length > 0) throw new Error(`内容有错：${JSON.stringify(errors)}`);
  return content;
}

/** A copy of the fixture content, its wall changed if asked. */
function copyOf(change: (wall: string) => string = (wall) => wall): string {
  const root = mkdtempSync(join(tmpdir(), 'workbook-'));
  folders.push(root);
  cpSync('tests/fixtures/content', root, { recursive: true });
  const path = join(root, 'walls/sample.mdx');
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return root;
}

const wallPath = (root: string) => join(root, 'walls/sample.mdx');

/** The table of the sample wall as a program can change it. */
class Table {
  readonly rows: CellValue[][];
  readonly sheet: string;

  constructor({ sheet, rows }: SheetTable) {
    this.sheet = sheet;
    this.rows = rows.map((row) => [...row]);
  }

  column(key: ColumnKey): number {
    return this.rows[0]?.indexOf(columnTitle(key)) ?? -1;
  }

  row(id: string): CellValue[] {
    const row = this.rows.find((one) => one[this.column('id')] === id);
    if (!row) throw new Error(`表里没有 ${id}`);
    return row;
  }

  set(id: string, key: ColumnKey, value: CellValue): this {
    this.row(id)[this.column(key)] = value;
    return this;
  }

  get(id: string, key: ColumnKey): CellValue {
    return this.row(id)[this.column(key)];
  }

  add(cells: Partial<Record<ColumnKey, CellValue>>): this {
    this.rows.push(columns.map(({ key }) => cells[key] ?? null));
    return this;
  }

  drop(id: string): this {
    this.rows.splice(this.rows.indexOf(this.row(id)), 1);
    return this;
  }
}

async function exported(root: string): Promise<SheetTable[]> {
  const content = contentAt(root);
  return readWorkbook(await workbookOf(content, content.walls, today));
}

let everything: Promise<SheetTable[]> | undefined;
/** The bureau's own walls as a workbook, written and read back once; not to be changed. */
const allWalls = () => (everything ??= exported('content'));

async function tableOf(root: string): Promise<Table> {
  const sheet = (await exported(root)).find(({ sheet: name }) => name.startsWith('w90'));
  if (!sheet) throw new Error('没有 w90 的工作表');
  return new Table(sheet);
}

const plan = (root: string, tables: readonly SheetTable[], withDeletions = false): ImportPlan =>
  planImport(tables, contentAt(root), { root, today, withDeletions });

/** Lines that an import takes out of the wall's file and lines that it puts in. */
function lineChanges(root: string, tables: readonly SheetTable[], withDeletions = false) {
  const { files, faults } = plan(root, tables, withDeletions);
  expect(faults).toEqual([]);
  const before = readFileSync(wallPath(root), 'utf8').split('\n');
  const after = (files.get(wallPath(root)) ?? before.join('\n')).split('\n');
  let head = 0;
  while (head < before.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < Math.min(before.length, after.length) - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1;
  }
  return {
    gone: before.slice(head, before.length - tail).map((line) => line.trim()),
    come: after.slice(head, after.length - tail).map((line) => line.trim()),
  };
}

describe('导出再导入，什么都不变', () => {
  test('全部的墙，一个字节不差', { timeout: 60_000 }, async () => {
    const sheets = await allWalls();
    const { walls, files, faults, notes } = plan('content', sheets);
    expect(walls).toHaveLength(realContent().walls.length);
    expect(walls.length).toBeGreaterThanOrEqual(23);
    expect([faults, notes, [...files]]).toEqual([[], [], []]);
    expect(walls.flatMap((wall) => [...wall.edits, ...wall.moves, ...wall.missing])).toEqual([]);
    expect(formatChanges(walls, false)).toContain('没有改动');
  });

  test('每面墙改一格再改回来，文件一个字节不差', { timeout: 120_000 }, async () => {
    const root = mkdtempSync(join(tmpdir(), 'walls-'));
    folders.push(root);
    cpSync('content', root, { recursive: true });
    const sheets = (await allWalls()).map((sheet) => new Table(sheet));
    const original = sheets.map(({ rows }) => rows[1]?.[rows[0]?.indexOf('原因') ?? -1]);
    const causes = (to: (table: number) => CellValue) => {
      sheets.forEach(({ rows }, i) => {
        const column = rows[0]?.indexOf('原因') ?? -1;
        const base = rows[0]?.indexOf('校验码') ?? -1;
        if (column < 0 || !rows[1]) return;
        rows[1][column] = to(i);
        rows[1][base] = null;
      });
      const { files, faults } = plan(root, sheets);
      expect(faults).toEqual([]);
      for (const [path, text] of files) writeFileSync(path, text);
      return files.size;
    };
    const { walls } = realContent();
    expect(causes((i) => `试改第${i}张表的原因：“台账”里没有这一栏`)).toBe(walls.length);
    expect(causes((i) => original[i])).toBe(walls.length);
    for (const { name } of walls) {
      const file = `walls/${name}.mdx`;
      expect(readFileSync(join(root, file)).equals(readFileSync(join('content', file))), file).toBe(
        true,
      );
    }
  });
});

describe('改一处，只动那一处的几行', () => {
  const cases: readonly {
    name: string;
    key: ColumnKey;
    to: (old: string) => CellValue;
    gone: number;
    come: readonly string[];
  }[] = [
    {
      name: '表现形式',
      key: 'manifestation',
      to: () => '经办人在收件时把缺的材料自己补上，让不合条件的申请人也能往下走。',
      gone: 1,
      come: ['manifestation: 经办人在收件时把缺的材料自己补上，让不合条件的申请人也能往下走。'],
    },
    { name: '等级', key: 'grade', to: () => '二类', gone: 1, come: ['grade: 二类'] },
    {
      name: '文字里有半角冒号的自动加引号',
      key: 'cause',
      to: () => '登记表上写着 a: b，没有人核对过',
      gone: 1,
      come: ["cause: '登记表上写着 a: b，没有人核对过'"],
    },
    {
      name: '添一条措施',
      key: '事中',
      to: (old) => `${old}\n办公室：付款前核对签收单上的名字和账户`,
      gone: 0,
      come: ['- phase: 事中', 'by: 办公室', 'text: 付款前核对签收单上的名字和账户'],
    },
    {
      name: '添一条惩处依据',
      key: 'penalties',
      to: (old) => `${old}；zhengwu-chufen-fa#39`,
      gone: 0,
      come: ['- zhengwu-chufen-fa#39'],
    },
    {
      name: '添监测指标',
      key: 'monitor',
      to: () => '当天办结的件数',
      gone: 0,
      come: ['monitor: 当天办结的件数'],
    },
  ];
  test.each(cases)('$name', async ({ key, to, gone, come }) => {
    const root = copyOf();
    const table = await tableOf(root);
    const id = key === 'penalties' ? 'w90-r01' : key === 'grade' ? 'w90-r03' : 'w90-r02';
    table.set(id, key, to(String(table.get(id, key) ?? '')));
    const changes = lineChanges(root, [table]);
    expect(changes.gone).toHaveLength(gone);
    expect(changes.come).toEqual(come);
  });

  test('原来的引号、注释和换行照旧', async () => {
    const root = copyOf((wall) =>
      wall
        .replace(/( +title: )第2号样例风险\n/, "$1'第2号样例风险' # 名称待议\n")
        .replaceAll('\n', '\r\n'),
    );
    const table = (await tableOf(root)).set('w90-r02', 'title', '第2号样例');
    expect(lineChanges(root, [table]).come).toEqual(["title: '第2号样例' # 名称待议"]);
    const after = plan(root, [table]).files.get(wallPath(root)) ?? '';
    expect(after.match(/\r\n/g)).toHaveLength(after.split('\n').length - 1);
  });
});

describe('行的增、删、移', () => {
  const newRisk = {
    stepId: 'w90-s02',
    title: '新添的风险',
    manifestation: '窗口人员把迟到的材料按昨天收件登记，让熟人排到前面先办。',
    category: '管理风险',
    grade: '三类',
    gradeReason: '违反办事先后的规矩，尚未造成损失',
    postLevel: '普通',
    department: '国土窗口',
    posts: '收件岗',
    cause: '收件时间由人手填，没有机器时间',
    事前: '信息中心：收件时间改由系统自动取',
    事中: '',
    事后: '审计处：每月比对收件时间和取号时间',
    penalties: 'lianjie-zhunze',
    warningSign: '取号时间晚于收件时间的件成串出现',
  };

  test('新行得到没有用过的编号，文件里提到过的都算用过', async () => {
    const root = copyOf((wall) =>
      wall.replace('summary: 样例首版', 'summary: 样例首版，w90-r60 并入 w90-r01'),
    );
    const table = (await tableOf(root)).add(newRisk);
    const { walls } = plan(root, [table]);
    expect(walls[0]?.additions.map(({ risk }) => risk.id)).toEqual(['w90-r61']);
    const { gone, come } = lineChanges(root, [table]);
    expect(gone).toEqual([]);
    expect(come[0]).toBe('- id: w90-r61');
    expect(come).not.toContain('- phase: 事中');
  });

  test('编号只往后给，不补空档，别的墙的不算', () => {
    expect(nextRiskId('w01', ['w01-r01', 'w01-r09', 'w02-r44'])).toBe('w01-r10');
    expect(nextRiskId('w01', ['w01-r99'])).toBe('w01-r100');
    expect(nextRiskId('w07', [])).toBe('w07-r01');
  });

  test('表里少了的行只报告，加 --delete 才删，删掉的编号不再给', async () => {
    const root = copyOf();
    const ids = contentAt(root).walls[0]?.data.steps.flatMap((s) => s.risks.map(({ id }) => id));
    const last = ids?.[ids.length - 1] ?? '';
    const table = (await tableOf(root)).drop(last);
    const kept = plan(root, [table]);
    expect([...kept.files]).toEqual([]);
    expect(formatChanges(kept.walls, false)).toContain(`表里没有 ${last}`);

    const { gone, come } = lineChanges(root, [table], true);
    expect(gone).toContain(`- id: ${last}`);
    expect(come).toEqual([`# ${last} 已删除，编号不再用`]);
    for (const [path, text] of plan(root, [table], true).files) writeFileSync(path, text);
    const next = plan(root, [(await tableOf(root)).add(newRisk)]);
    expect(next.walls[0]?.additions[0]?.risk.id).toBe(nextRiskId('w90', [last]));
  });

  test('改步骤编号就移到那一步，其余不动', async () => {
    const root = copyOf();
    const table = (await tableOf(root)).set('w90-r01', 'stepId', 'w90-s03');
    const { files, walls } = plan(root, [table]);
    expect(walls[0]?.moves).toHaveLength(1);
    for (const [path, text] of files) writeFileSync(path, text);
    const steps = contentAt(root).walls[0]?.data.steps ?? [];
    expect(steps[0]?.risks.map(({ id }) => id)).not.toContain('w90-r01');
    expect(steps[2]?.risks.map(({ id }) => id).pop()).toBe('w90-r01');
  });

  test('一步里唯一的风险点也能移走，再移得回来', async () => {
    const root = copyOf();
    const step = contentAt(root).walls[0]?.data.steps[1];
    const table = await tableOf(root);
    for (const { id } of step?.risks ?? []) table.set(id, 'stepId', 'w90-s01');
    for (const [path, text] of plan(root, [table]).files) writeFileSync(path, text);
    expect(contentAt(root).walls[0]?.data.steps[1]?.risks).toEqual([]);
    const back = await tableOf(root);
    for (const { id } of step?.risks ?? []) back.set(id, 'stepId', step?.id ?? '');
    for (const [path, text] of plan(root, [back]).files) writeFileSync(path, text);
    expect(contentAt(root).walls[0]?.data.steps[1]?.risks).toEqual(step?.risks);
  });

  test('行排了序、换了先后，不算改动', async () => {
    const root = copyOf();
    const table = await tableOf(root);
    table.rows.push(...table.rows.splice(1).reverse());
    expect([...plan(root, [table]).files]).toEqual([]);
  });

  test('导出以后文件又改过的，不盖掉那次改动', async () => {
    const root = copyOf();
    const table = (await tableOf(root)).set('w90-r02', 'cause', '一个人从头办到尾，没有人看第二眼');
    const path = wallPath(root);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('第2号样例风险', '第2号样例风险点'));
    const { faults, files } = plan(root, [table]);
    expect(faults.join()).toContain('在导出以后又在文件里改过');
    expect([...files]).toEqual([]);
  });
});

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
