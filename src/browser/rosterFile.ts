import type { Cell } from '../model/letter/roster.ts';

/** Far above a roster of a thousand people; more would only freeze the page. */
export const largestRosterBytes = 8 * 1024 * 1024;
export const rosterTooLarge = '文件超过 8 MB，不像名册。请删掉图片和多余的表再试。';
/** Rows beyond this are not even looked at. */
const largestRows = 5000;
/** A sheet of a roster takes some 200 KB when unpacked. */
const largestSheetBytes = 60 * 1024 * 1024;

const tooManyRows = {
  fault: `表里有 ${largestRows} 行以上，不像名册。名册最多 1000 人，请删掉多余的行或者分成几份。`,
};

export type ReadTable =
  | { readonly rows: readonly (readonly Cell[])[]; readonly fault?: undefined }
  | { readonly rows?: undefined; readonly fault: string };

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
/** The old binary format of Office, whatever the name says. */
const isOldOffice = (bytes: Uint8Array) =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

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

const noReader = {
  fault: '读表格的程序没有取到，名册没有读：请刷新页面再选一次。',
};

/** What reads a kind of file, fetched only now; undefined when it could not be had. */
async function fetchReader<T>(reader: Promise<T>): Promise<T | undefined> {
  return reader.catch(() => undefined);
}

/** Rows of the largest sheet, counted before they are read: reading 50,000 would freeze the page. */
function countRows({ unzipSync, strFromU8 }: typeof import('fflate'), bytes: Uint8Array): number {
  const sheets = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) return false;
      if (originalSize > largestSheetBytes) throw new Error('too large');
      return true;
    },
  });
  const counts = Object.values(sheets).map((sheet) => strFromU8(sheet).split('<row').length - 1);
  return Math.max(0, ...counts);
}

async function readWorkbook(file: File, bytes: Uint8Array): Promise<ReadTable> {
  const readers = await fetchReader(
    Promise.all([import('fflate'), import('read-excel-file/browser')]),
  );
  if (!readers) return noReader;
  const [unzipper, { default: readExcelFile }] = readers;
  try {
    if (countRows(unzipper, bytes) > largestRows) return tooManyRows;
    const [first] = await readExcelFile(file);
    const rows = (first?.data ?? []) as readonly (readonly Cell[])[];
    return limited(rows);
  } catch {
    return {
      fault:
        '这个 .xlsx 打不开：可能加了密码，或者文件坏了。用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”或者 CSV 再试。',
    };
  }
}

function limited(rows: readonly (readonly Cell[])[]): ReadTable {
  return rows.length <= largestRows ? { rows } : tooManyRows;
}

async function readCsv(bytes: Uint8Array): Promise<ReadTable> {
  const reader = await fetchReader(import('papaparse'));
  if (!reader) return noReader;
  const { default: papa } = reader;
  const text = decodeText(bytes);
  if (text.includes('\u0000')) {
    return { fault: '这不是表格文件。请选 .xlsx 或 .csv 名册。' };
  }
  const { data } = papa.parse<string[]>(text, {
    skipEmptyLines: false,
    preview: largestRows + 1,
  });
  return limited(data);
}

/** Reads a roster file by what it is, not by what it is called. */
export async function readTable(file: File): Promise<ReadTable> {
  if (file.size > largestRosterBytes) return { fault: rosterTooLarge };
  if (file.size === 0) return { fault: '文件是空的。' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isOldOffice(bytes)) {
    return {
      fault:
        '这是老格式的 .xls（改后缀名没有用），或者是加了密码的文件。用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再选。',
    };
  }
  return isZip(bytes) ? readWorkbook(file, bytes) : readCsv(bytes);
}
