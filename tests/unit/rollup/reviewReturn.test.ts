import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '../../../src/source/readContent.ts';
import { readWorkbook } from '../../../src/source/readWorkbook.ts';
import { workbookOf } from '../../../src/source/writeWorkbook.ts';
import {
  decidedWorkbook,
  proposed,
  returnedContent,
  returnedOn,
} from '../../fixtures/rollup/returned.ts';
import { second, secondContent } from '../../fixtures/secondBureau.ts';

let root: string;
beforeAll(async () => {
  root = await returnedContent();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The drop-downs and the filter of the second sheet, which is the wall's, as they stand in the file. */
function choicesIn(workbook: Uint8Array) {
  const xml = strFromU8(unzipSync(workbook)['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
  return {
    validations: xml.match(/<dataValidation .*?<\/dataValidation>/g) ?? [],
    filter: /<autoFilter[^>]*>/.exec(xml)?.[0] ?? '',
  };
}

const wallFile = 'walls/temporary-forest-land.mdx';

describe('一个人写的补充和等级，经过审核回到墙里', () => {
  test('内容检查没有错误', () => {
    const { problems } = readContent(root, returnedOn);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('新风险点得到没有用过的编号，放在定下的那一步', () => {
    const { content } = readContent(root, returnedOn);
    const wall = content?.walls.find(({ data }) => data.id === 'w01')?.data;
    const step = wall?.steps.find(({ id }) => id === 'w01-s02');
    const added = step?.risks[step.risks.length - 1];
    expect(added).toMatchObject({
      id: 'w01-r09',
      title: proposed.title,
      manifestation: proposed.manifestation,
    });
    expect(added?.controls).toHaveLength(3);
  });

  test('改的等级、理由和依据落在原来的风险点上，别的风险点一个字没有动', () => {
    const { content } = readContent(root, returnedOn);
    const after = content?.walls.flatMap(({ data }) => data.steps.flatMap((step) => step.risks));
    const before = second.walls.flatMap(({ data }) => data.steps.flatMap((step) => step.risks));
    for (const risk of before) {
      const now = after?.find(({ id }) => id === risk.id);
      const { grade, gradeReason, penalties } = proposed;
      expect(now).toEqual(
        risk.id === proposed.riskId ? { ...risk, grade, gradeReason, penalties } : risk,
      );
    }
    expect(after).toHaveLength(before.length + 1);
  });

  test('只动了一面墙的文件', () => {
    for (const { name } of second.walls) {
      const file = `walls/${name}.mdx`;
      const isSame =
        readFileSync(join(root, file), 'utf8') === readFileSync(join(secondContent, file), 'utf8');
      expect(isSame, file).toBe(file !== wallFile);
    }
  });

  test('工作簿里的行和导出命令写的一样，只多出改的那几格和新的一行', async () => {
    const decided = readWorkbook(await decidedWorkbook());
    const exported = readWorkbook(await workbookOf(second, second.walls.slice(0, 1), returnedOn));
    const sheetOf = (sheets: typeof decided) => sheets.find(({ sheet }) => sheet.startsWith('w01'));
    const [ours, theirs] = [sheetOf(decided), sheetOf(exported)];
    expect(ours?.sheet).toBe(theirs?.sheet);
    const different = (theirs?.rows ?? []).flatMap((row, i) =>
      row.flatMap((cell, k) => (cell === ours?.rows[i]?.[k] ? [] : [`${i + 1},${k + 1}`])),
    );
    const r04 = (theirs?.rows ?? []).findIndex(([id]) => id === proposed.riskId) + 1;
    expect(different).toEqual([`${r04},7`, `${r04},8`, `${r04},16`]);
    expect(ours?.rows).toHaveLength((theirs?.rows.length ?? 0) + 1);
  });

  test('下拉、筛选和导出命令写的一样，多出的一行也在里面', async () => {
    const ours = choicesIn(await decidedWorkbook());
    const theirs = choicesIn(await workbookOf(second, second.walls.slice(0, 1), returnedOn));
    expect(theirs.validations).toHaveLength(5);
    const withRow = (text: string) =>
      text.replace(/(?<=:[A-Z]+)\d+/, (row) => `${Number(row) + 1}`);
    expect(ours.validations).toEqual(theirs.validations.map(withRow));
    expect(ours.filter).toBe(withRow(theirs.filter));
  });

  test('工作簿里没有人名', async () => {
    const cells = readWorkbook(await decidedWorkbook()).flatMap(({ rows }) => rows.flat());
    expect(cells.join('\n')).not.toContain('甲乙丙');
    expect(cells.join('\n')).toContain('林业工作站');
  });
});
