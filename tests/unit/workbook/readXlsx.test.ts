import { readdirSync, readFileSync } from 'node:fs';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { CellValue } from '../../../src/model/sheet/cellValue.ts';
import { readWorkbook } from '../../../src/source/readWorkbook.ts';

const folder = 'tests/fixtures/rosters/field';
const workbooks = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));

type Rows = readonly (readonly CellValue[])[];

/** Empty cells at the end of a row, and empty rows at the end, mean nothing. */
function plain(rows: Rows): CellValue[][] {
  const cut = rows.map((row) => {
    const cells = row.map((cell) => cell ?? null);
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    return cells;
  });
  while (cut.length > 0 && cut[cut.length - 1]?.length === 0) cut.pop();
  return cut;
}

describe('表格文件', () => {
  // An independent reader: what both find is what the file holds.
  test.each(workbooks)('%s：和另一个程序读得一样，只多出算不出来的公式', async (name) => {
    const bytes = readFileSync(`${folder}/${name}`);
    const theirs = await readExcelFile(bytes, { trim: false });
    const own = readWorkbook(bytes);
    expect(own.map(({ sheet }) => sheet)).toEqual(theirs.map(({ sheet }) => sheet));
    own.forEach(({ rows }, i) => {
      const withoutErrors = rows.map((row) =>
        row.map((cell) => (typeof cell === 'string' && /^[#=]/.test(cell) ? null : cell)),
      );
      expect(plain(withoutErrors)).toEqual(plain((theirs[i]?.data ?? []) as Rows));
    });
  });

  test('算不出来的公式照显示的样子读，不当成空格子', () => {
    const [sheet] = readWorkbook(readFileSync(`${folder}/08g-error-cell.xlsx`));
    expect(sheet?.rows[2]?.[0]).toBe('#N/A');
  });
});
