import { inflateRawSync } from 'node:zlib';
import { atOnce } from '../model/atOnce.ts';
import type { SheetTable } from '../model/workbook/readTable.ts';
import { readXlsx, XlsxError, type XlsxFault } from '../model/sheet/readXlsx.ts';

/** The file is no workbook that can be read; the message tells what to do. */
export class WorkbookError extends Error {}

const messages: Readonly<Record<XlsxFault, string>> = {
  broken: '文件不完整，可能没有存完或者没有传完。重新存一次。',
  'not a workbook': '这不是 .xlsx 文件。用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”。',
  'binary workbook': '这是 .xlsb 格式。用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”。',
  'too large': '解开以后有 256 MB 以上，不像风险点表。把表里的内容复制到一个新的文件里再试。',
};

/** All walls in one workbook come to some 3,000 rows. */
const limits = { bytes: 256 * 1024 * 1024, rows: 50_000, columns: 256 };

/** The old binary format of Office, whatever the name says; also what is locked by a password. */
const isOldOffice = (bytes: Buffer) => bytes.subarray(0, 4).toString('hex') === 'd0cf11e0';

function inflate(data: Uint8Array, limit: number): Uint8Array | undefined {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * All sheets of a workbook, cells as they are, rows and columns in their places.
 * @throws WorkbookError for what is no .xlsx.
 */
export function readWorkbook(bytes: Buffer): SheetTable[] {
  if (bytes.length === 0) throw new WorkbookError('文件是空的。');
  if (isOldOffice(bytes)) {
    throw new WorkbookError(
      '这是老格式的 .xls，或者加了密码。用 Excel 或 WPS 打开，去掉密码，另存为“Excel 工作簿（.xlsx）”。',
    );
  }
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') {
    throw new WorkbookError(messages['not a workbook']);
  }
  try {
    return atOnce(readXlsx(bytes, limits, inflate)).map(
      ({ name, rows, strayCells, hasMoreRows }) => ({
        sheet: name,
        rows,
        strayCells,
        hasMoreRows,
      }),
    );
  } catch (error) {
    if (error instanceof XlsxError) throw new WorkbookError(messages[error.fault]);
    throw error;
  }
}
