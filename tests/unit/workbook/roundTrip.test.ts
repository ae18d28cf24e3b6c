import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CellValue } from '../../../src/model/workbook/cellText.ts';
import { formatChanges } from '../../../src/model/workbook/changes.ts';
import type { ColumnKey } from '../../../src/model/workbook/columns.ts';
import { realContent } from '../../fixtures/realContent.ts';
import {
  copyOf,
  wallPath,
  Table,
  allWalls,
  tableOf,
  plan,
  lineChanges,
  folders,
} from '../../fixtures/sampleWorkbook.ts';

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
