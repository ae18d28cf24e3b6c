import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { afterAll, describe, expect, test } from 'vitest';
import { placedRisks } from '../../../src/model/wall/wall.ts';
import type { CellValue } from '../../../src/model/workbook/cellText.ts';
import {
  columns,
  columnTitle,
  riskCells,
  type ColumnKey,
} from '../../../src/model/workbook/columns.ts';
import { planImport } from '../../../src/source/importWorkbook.ts';
import { readWorkbook } from '../../../src/source/readWorkbook.ts';
import { second, secondContent } from '../../fixtures/secondBureau.ts';

const today = '2026-12-01';
const root = mkdtempSync(join(tmpdir(), 'torn-'));
cpSync(secondContent, root, { recursive: true });
afterAll(() => rmSync(root, { recursive: true, force: true }));

const wall = second.walls.find(({ data }) => placedRisks(data).length >= 6);
if (!wall) throw new Error('样例里没有六个风险点以上的墙');
const sheet = `${wall.data.id} ${wall.data.powerItem}`;
const at = (key: ColumnKey) => columns.findIndex((column) => column.key === key);

/** The rows of the wall as they are exported, below their titles. */
function exportedRows(): CellValue[][] {
  return placedRisks(wall?.data ?? { steps: [] }).map((placed) => {
    const cells = riskCells(placed);
    return columns.map(({ key }) => cells[key]);
  });
}

const plan = (rows: readonly CellValue[][]) =>
  planImport([{ sheet, rows: [columns.map(({ title }) => title), ...rows] }], second, {
    root,
    today,
    withDeletions: false,
  });

/** Sorts the cells of some columns as Excel does that has only these selected. */
function sorted(rows: CellValue[][], keys: readonly ColumnKey[], by: ColumnKey): CellValue[][] {
  const order = [...rows].sort((a, b) =>
    String(b[at(by)]).localeCompare(String(a[at(by)]), 'zh-Hans-CN'),
  );
  return rows.map((row, i) =>
    row.map((cell, k) => (keys.some((key) => at(key) === k) ? order[i]?.[k] : cell)),
  );
}

/** The row with another text in one column. */
const withCell = (row: readonly CellValue[], key: ColumnKey, value: CellValue) =>
  row.map((cell, k) => (k === at(key) ? value : cell));

const allKeys = columns.map(({ key }) => key);
const but = (...left: ColumnKey[]) => allKeys.filter((key) => !left.includes(key));

describe('一列单独排了序，导入时说得出来，什么也不写', () => {
  test.each<ColumnKey>(['title', 'manifestation', 'cause', 'warningSign', 'gradeReason', '事后'])(
    '%s',
    (key) => {
      const { faults, files } = plan(sorted(exportedRows(), [key], key));
      expect(faults).toHaveLength(1);
      expect(faults[0]).toContain(`${columnTitle(key)}这一列有`);
      expect(faults[0]).toContain('单独排过序');
      expect([...files]).toEqual([]);
    },
  );

  test('等级这样只有几种词的列也看得出', () => {
    const { faults } = plan(sorted(exportedRows(), ['grade'], 'grade'));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('等级这一列有');
  });

  test('一列整个往下错了一行', () => {
    const rows = exportedRows();
    const shifted = rows.map((row, i) =>
      withCell(row, 'cause', rows[i - 1]?.[at('cause')] ?? '新的原因写在这里'),
    );
    expect(plan(shifted).faults.join()).toContain('错了行');
  });

  test('编号一列单独排了序：只说这一件事', () => {
    const { faults } = plan(sorted(exportedRows(), ['id'], 'id'));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('编号和校验码对不上');
  });

  test('排序时没有选上编号和校验码', () => {
    const { faults } = plan(sorted(exportedRows(), but('id', 'base'), 'title'));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('没有选上编号一列');
  });

  test('没有选上校验码、又改了一格：不说成“文件又改过”', () => {
    const rows = sorted(exportedRows(), but('base'), 'title');
    const row = rows[0] ?? [];
    row[at('cause')] = '原因重新写过，和原来的哪一条都不一样';
    const { faults } = plan(rows);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('校验码');
    expect(faults[0]).not.toContain('又在文件里改过');
  });
});

describe('没有拆散的不拦', () => {
  test('整张表一起排序，不算改动', () => {
    const { faults, files } = plan(sorted(exportedRows(), allKeys, 'title'));
    expect([faults, [...files]]).toEqual([[], []]);
  });

  test('两格互换，照样列出来改', () => {
    const rows = exportedRows();
    const [a, b] = [rows[0] ?? [], rows[1] ?? []];
    [a[at('warningSign')], b[at('warningSign')]] = [b[at('warningSign')], a[at('warningSign')]];
    const { faults, walls } = plan(rows);
    expect(faults).toEqual([]);
    expect(walls[0]?.edits).toHaveLength(2);
  });

  test('一格往下填了好几行，不是排序', () => {
    const rows = exportedRows();
    const filled = rows.map((row) => withCell(row, 'cause', rows[0]?.[at('cause')]));
    expect(plan(filled).faults.join()).not.toContain('排过序');
  });

  test('每一行都重新写过', () => {
    const rows = exportedRows().map((row, i) =>
      withCell(row, 'cause', `第${i}条原因重新写过一遍了`),
    );
    expect(plan(rows).faults).toEqual([]);
  });
});

test('格子里的控制字符按单元格指出来', async () => {
  const rows = exportedRows();
  (rows[0] ?? [])[at('cause')] = '登记本\u0007没有人核对';
  expect(plan(rows).faults).toEqual([
    expect.stringMatching(/的 L2：原因“登记本”后面有看不见的控制字符（U\+0007）/),
  ]);
  // Written by number, as a workbook holds them.
  (rows[0] ?? [])[at('cause')] = '登记本_x0007_没有人核对';
  const data = [columns.map(({ title }) => title), ...rows].map((row) =>
    row.map((cell) => ({ value: String(cell ?? ''), type: String })),
  ) as SheetData;
  const [read] = await readWorkbook(await writeExcelFile([{ sheet, data }]).toBuffer());
  expect(plan((read?.rows.slice(1) ?? []) as CellValue[][]).faults.join()).toContain('U+0007');
});
