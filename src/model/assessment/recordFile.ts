import { checkCode, type FixedFields } from '../kept/checkCode.ts';
import { fileText, openFile, readItem, type OpenedFile } from '../kept/keptFile.ts';
import { assessmentKept } from './assessmentKept.ts';
import { recordIdPattern, recordTitle, type AssessmentRecord } from './record.ts';

/** A record read from a file, or a sentence that says what is wrong with it. */
export type ReadResult =
  | {
      readonly record: AssessmentRecord;
      /** What in the file could not be read, in words; the rest is in the record. */
      readonly unread: readonly string[];
      readonly fault?: undefined;
    }
  | { readonly record?: undefined; readonly unread?: undefined; readonly fault: string };

/** A record out of an opened file. */
export function readRecord({ kind, schema, data }: OpenedFile): ReadResult {
  if (kind !== 'assessment') return { fault: '这是本站导出的另一种文件，不是自查记录。' };
  const { id } = data;
  if (typeof id !== 'string' || !recordIdPattern.test(id)) {
    return { fault: '文件里“记录编号”一项不对，没有导入。' };
  }
  const { item, unread } = readItem(assessmentKept, id, data, schema);
  return item ? { record: item, unread } : { fault: '文件里没有一项读得出来，没有导入。' };
}

/** Reads the text of a file that a person chose. */
export function readRecordFile(text: string): ReadResult {
  const opened = openFile(text);
  return 'fault' in opened ? { fault: opened.fault } : readRecord(opened);
}

/** The text of an exported file: readable, and its last line is the check code. */
export function recordFileText(record: AssessmentRecord): string {
  const { id, contentVersion, head, answers, additions, known } = record;
  return fileText(
    'assessment',
    { contentVersion, id, head, answers, additions, known },
    { code: recordCode(record) },
  );
}

/** `自查记录-张三-2026年度.json`, without signs that Windows forbids in names. */
export function recordFileName(record: AssessmentRecord, ending: string): string {
  const title = recordTitle(record).replace(/[\\/:*?"<>|\s]+/g, '-');
  return `自查记录-${title}.${ending}`;
}

/** Times are no matter of the paper: each counts as 0. */
const withoutTimes: FixedFields = { at: 0 };

/**
 * The check code as versions before the sorting had it: own finds in the order in which they stand.
 * Files that they saved still carry it.
 */
export function recordCodeAsWritten(record: AssessmentRecord): string {
  const { head, answers, additions, contentVersion } = record;
  const shown = additions.filter(({ isRemoved }) => !isRemoved);
  return checkCode({ contentVersion, head, answers, additions: shown }, withoutTimes);
}

/**
 * The check code of everything that the paper shows. What a person has merely looked at, when a text
 * was last changed, and in which order own finds were written are no matter of the paper: a record that
 * is opened again has them in the order of their ids.
 */
export function recordCode(record: AssessmentRecord): string {
  const additions = [...record.additions].sort((a, b) => (a.id < b.id ? -1 : 1));
  return recordCodeAsWritten({ ...record, additions });
}
