import readExcelFile from 'read-excel-file/node';
import type { CellValue } from '../model/workbook/cellText.ts';
import type { SheetTable } from '../model/workbook/readTable.ts';

/** The file is no workbook that can be read; the message tells what to do. */
export class WorkbookError extends Error {}

const codes: Readonly<Record<string, string>> = {
  XLS_FILE_NOT_SUPPORTED:
    '这是老格式的 .xls，或者加了密码。用 Excel 或 WPS 打开，去掉密码，另存为“Excel 工作簿（.xlsx）”。',
  FILE_NOT_SUPPORTED: '这不是 .xlsx 文件。用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”。',
  INVALID_ZIP: '文件不完整，可能没有存完或者没有传完。重新存一次。',
  NO_DATA: '文件是空的。',
};

/**
 * All sheets of a workbook, cells as they are, rows and columns in their places.
 * @throws WorkbookError for what is no .xlsx.
 */
export async function readWorkbook(bytes: Buffer): Promise<SheetTable[]> {
  try {
    const sheets = await readExcelFile(bytes, { trim: false });
    return sheets.map(({ sheet, data }) => ({ sheet, rows: data as CellValue[][] }));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new WorkbookError(codes[code] ?? '这个文件打不开。用 Excel 或 WPS 打开后另存一次再试。');
  }
}
