import { Inflate as Inflater } from 'fflate';
import papa from 'papaparse';
import { findHeads, type RosterSheet } from '../model/letter/rosterHead.ts';
import { largestRosterRows } from '../model/letter/rosterSheets.ts';
import { readXlsx, XlsxError, type XlsxFault } from '../model/sheet/readXlsx.ts';

/** What a chosen file holds, or one sentence on why it cannot be read. */
export type ReadTable =
  | { readonly sheets: readonly RosterSheet[]; readonly fault?: undefined }
  | { readonly sheets?: undefined; readonly fault: string };

/** A roster of a thousand people unpacks to some 200 KB; half a minute of a slow machine to this. */
const limits = { bytes: 64 * 1024 * 1024, rows: largestRosterRows, columns: 256 };
/** A tiny file can unpack to gigabytes: it is unpacked piece by piece, 1 KB at most to 1 MB each. */
const pieceBytes = 4096;

const faults: Readonly<Record<XlsxFault, string>> = {
  broken:
    '这个 .xlsx 打不开：可能没有存完、没有传完。用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”或者 CSV 再试。',
  'not a workbook': '这不是 Excel 工作簿（多半是 Word 文件或者压缩包）。请选 .xlsx 或 .csv 名册。',
  'binary workbook': '这是 .xlsb 格式。用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”再选。',
  'too large':
    '表解开以后有 64 MB 以上，不像名册：多半是格式一直设到了最后一行。把有名字的那几行复制到一个新的表里再选。',
};

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** The old binary format of Office, whatever the name says. */
const isOldOffice = (bytes: Uint8Array) =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

function inflate(data: Uint8Array, limit: number): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflater((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  for (let at = 0; at < data.length; at += pieceBytes) {
    inflater.push(data.subarray(at, at + pieceBytes), at + pieceBytes >= data.length);
    if (length > limit) return undefined;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** UTF-8 with or without BOM, UTF-16 with BOM, else GBK in its widest form: what Excel and WPS write. */
function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** What people and programs put between the columns of a text file. */
const separators = [',', '\t', ';', '，', '；', '|', '、'];

const sheetOf = (rows: readonly (readonly string[])[]): RosterSheet => ({
  name: '',
  isHidden: false,
  rows,
  merges: [],
  hiddenRows: new Set(),
  strayCells: [],
  hasMoreRows: rows.filter((row) => row.some((cell) => cell.trim() !== '')).length > limits.rows,
});

/** The separator by which most columns of the head are understood; the first rows decide. */
function separatorOf(text: string): string {
  const sizes = separators.map((delimiter) => {
    const { data } = papa.parse<string[]>(text, { delimiter, preview: 40 });
    const [head] = findHeads(sheetOf(data));
    return head ? head.columns.filter(({ match }) => match).length : 0;
  });
  return separators[sizes.indexOf(Math.max(...sizes))] ?? ',';
}

function readText(bytes: Uint8Array): ReadTable {
  const text = decodeText(bytes);
  if (text.includes('\u0000')) return { fault: '这不是表格文件。请选 .xlsx 或 .csv 名册。' };
  const { data, errors } = papa.parse<string[]>(text, {
    delimiter: separatorOf(text),
    skipEmptyLines: false,
  });
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open) {
    return {
      fault: `第 ${(open.row ?? 0) + 1} 行起有一个双引号没有配对，后面的行会连成一片。在原表里去掉它再选。`,
    };
  }
  const sheet = sheetOf(data);
  const odd = errors.filter(({ type }) => type === 'Quotes').map(({ row = 0 }) => row + 1);
  const remarks = [...new Set(odd)].map(
    (row) => `第 ${row} 行的双引号写得特别，看看这一行对不对。`,
  );
  return { sheets: [{ ...sheet, remarks: remarks.slice(0, 5) }] };
}

/**
 * Reads a roster file by what it is, not by what it is called.
 * @returns step by step; what is yielded tells how far it is, from 0 to 1.
 */
export function* readRosterBytes(bytes: Uint8Array): Generator<number, ReadTable> {
  if (isOldOffice(bytes)) {
    return {
      fault:
        '这是老格式的 .xls（改后缀名没有用），或者是加了密码的文件。用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再选。',
    };
  }
  if (!isZip(bytes)) return readText(bytes);
  try {
    return { sheets: yield* readXlsx(bytes, limits, inflate) };
  } catch (error) {
    if (error instanceof XlsxError) return { fault: faults[error.fault] };
    throw error;
  }
}
