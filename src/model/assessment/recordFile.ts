import { z } from '../kept/miniZod.ts';
import { checkCode } from '../kept/checkCode.ts';
import {
  assessmentKind,
  assessmentSchema,
  fileApp,
  recordShape,
  recordTitle,
  type AssessmentRecord,
} from './record.ts';

/** A record read from a file or from storage, or a sentence that says what is wrong with it. */
export type ReadResult =
  | { readonly record: AssessmentRecord; readonly fault?: undefined }
  | { readonly record?: undefined; readonly fault: string };

/** Larger than any real record by far; reading more would only freeze the page. */
export const largestFileBytes = 5 * 1024 * 1024;

type Migration = (older: Record<string, unknown>) => Record<string, unknown>;
/** `migrations[n]` brings a record of schema n to schema n + 1. */
const migrations: Readonly<Record<number, Migration>> = {};

const fieldNames: Readonly<Record<string, string>> = {
  head: '表头',
  answers: '作答',
  additions: '自行补充的风险点',
  known: '看过的风险点',
  id: '记录编号',
  contentVersion: '内容版本',
  state: '落实情况',
  dueDate: '完成时限',
  scope: '岗位范围',
  at: '修改时间',
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Checks data of any origin. Keys that do not belong are dropped, wrong ones are named. */
export function readRecord(data: unknown): ReadResult {
  if (!isObject(data) || data['app'] !== fileApp) {
    return { fault: '这不是本站导出的自查记录文件。' };
  }
  if (data['kind'] !== assessmentKind) {
    return { fault: '这是本站导出的另一种文件，不是自查记录。' };
  }
  const schema = data['schema'];
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1) {
    return { fault: '文件里没有写明格式版本，可能被改动过。' };
  }
  if (schema > assessmentSchema) {
    return { fault: '这个文件是更新版本的网站导出的，请刷新本页后再试。' };
  }
  let current = data;
  for (let version = schema; version < assessmentSchema; version += 1) {
    current = migrations[version]?.(current) ?? current;
  }
  const result = z.safeParse(recordShape, current);
  if (result.success) return { record: result.data };
  const [issue] = result.error.issues;
  const place = (issue?.path ?? [])
    .map((key) => fieldNames[String(key)] ?? String(key).slice(0, 20))
    .join(' › ');
  return { fault: `文件里“${place || '整体'}”一项不对，没有导入。` };
}

/** Reads the text of a file that a person chose. */
export function readRecordFile(text: string): ReadResult {
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.trim() === '') return { fault: '文件是空的。' };
  // A file in another encoding arrives with this sign in place of its Chinese.
  if (plain.includes('\uFFFD')) {
    return { fault: '文件的编码不对，里面的汉字已经乱了，请用原来导出的文件。' };
  }
  let data: unknown;
  try {
    data = JSON.parse(plain);
  } catch {
    return { fault: '文件不完整或者被改动过，读不出来。' };
  }
  return readRecord(data);
}

/** The text of an exported file: readable, and its last line is the check code. */
export function recordFileText(record: AssessmentRecord): string {
  return `${JSON.stringify({ ...record, code: recordCode(record) }, null, 1)}\n`;
}

/** `自查记录-张三-2026年度.json`, without signs that Windows forbids in names. */
export function recordFileName(record: AssessmentRecord, ending: string): string {
  const title = recordTitle(record).replace(/[\\/:*?"<>|\s]+/g, '-');
  return `自查记录-${title}.${ending}`;
}

/**
 * The check code of everything that the paper shows. What a person has merely looked at, and when
 * a text was last changed, are not on the paper and do not count.
 */
export function recordCode({ head, answers, additions, contentVersion }: AssessmentRecord): string {
  const withoutTime = <T extends { at: number }>(dated: T) => ({ ...dated, at: 0 });
  return checkCode({
    contentVersion,
    head: withoutTime(head),
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, answer]) => [id, withoutTime(answer)]),
    ),
    additions: additions.filter(({ isRemoved }) => !isRemoved).map(withoutTime),
  });
}
