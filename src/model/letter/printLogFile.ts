import { onlyItem } from '../kept/envelope.ts';
import { checkCode } from '../kept/checkCode.ts';
import { fileText, openFile, readItem, type OpenedFile } from '../kept/keptFile.ts';
import type { PrintLog } from './printLog.ts';
import { printLogKept } from './printLogKept.ts';

export type PrintLogResult =
  | {
      readonly log: PrintLog;
      /** What in the file could not be read, in words. */
      readonly unread: readonly string[];
      readonly fault?: undefined;
    }
  | { readonly log?: undefined; readonly fault: string };

/** The log as a file that `/verify/` reads. */
export function printLogFile(log: PrintLog): string {
  return fileText('print-log', { events: log }, { code: checkCode(log) });
}

/** A print log out of an opened file. */
export function readPrintLog({ kind, schema, data }: OpenedFile): PrintLogResult {
  if (kind !== 'print-log') return { fault: '这是本站导出的另一种文件，不是打印记录。' };
  if (!Array.isArray(data['events'])) return { fault: '文件里没有打印记录，可能被改动过。' };
  const { item, unread } = readItem(printLogKept, onlyItem, data['events'], schema);
  return { log: item ?? [], unread };
}

/** Reads a file that a person chose. */
export function readPrintLogFile(text: string): PrintLogResult {
  const opened = openFile(text);
  return 'fault' in opened ? opened : readPrintLog(opened);
}
