import { fileApp } from './envelope.ts';
import { isObject, readElement, type KeptKind, type Parts } from './kind.ts';

/**
 * Reading of the files that this site saves. Whatever they hold, they are opened in one way: what
 * is no file of ours is told in a sentence, and inside of one each element is read by itself.
 */

/** Larger than any real file by far; reading more would only freeze the page. */
export const largestFileBytes = 5 * 1024 * 1024;

/** What an office has taken in of two thousand people is larger than what one person hands in. */
export const largestRollupBytes = 96 * 1024 * 1024;

/** The kinds of files; a name once given stays. */
export const fileKinds = {
  assessment: '自查记录',
  quiz: '测验记录',
  'print-log': '承诺书打印记录',
  rollup: '汇总',
} as const;
export type FileKind = keyof typeof fileKinds;
/** Of the elements in a file; raised together with the schema of any kind that files hold. */
const newestSchema = 1;

export interface OpenedFile {
  readonly kind: FileKind;
  /** Of the elements in it. */
  readonly schema: number;
  readonly data: Readonly<Record<string, unknown>>;
}

export type FileResult = OpenedFile | { readonly fault: string };

const isFileKind = (kind: unknown): kind is FileKind =>
  typeof kind === 'string' && Object.prototype.hasOwnProperty.call(fileKinds, kind);

/** A print log as versions before the common frame saved it. */
const isOldLog = (data: Readonly<Record<string, unknown>>) => data['kind'] === 'fangkong.print-log';

/** Twice as deep as anything that this site saves: to go down without an end would fill the stack. */
const deepestLevel = 24;

function isDeeperThan(levels: number, data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  if (levels === 0) return true;
  const values = data as Readonly<Record<string, unknown>>;
  for (const key in values) if (isDeeperThan(levels - 1, values[key])) return true;
  return false;
}

/** @param text as read from the disk, with or without a BOM. */
export function openFile(text: string): FileResult {
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
  if (!isObject(data)) return { fault: '这不是本站导出的文件。' };
  if (isDeeperThan(deepestLevel, data)) {
    return { fault: '文件里一层套一层，套得太深，不是本站导出的。' };
  }
  if (isOldLog(data)) return { kind: 'print-log', schema: 1, data: { events: data['data'] } };
  if (data['app'] !== fileApp) return { fault: '这不是本站导出的文件。' };
  const { kind, schema } = data;
  if (typeof schema !== 'number' || !Number.isInteger(schema) || schema < 1) {
    return { fault: '文件里没有写明格式版本，可能被改动过。' };
  }
  if (schema > newestSchema) {
    return { fault: '这个文件是更新版本的网站导出的，请刷新本页后再试。' };
  }
  if (!isFileKind(kind)) return { fault: '这是本站导出的另一种文件，这里用不上。' };
  return { kind, schema, data };
}

/** The text of a file: readable, its last line is the check code or codes. */
export function fileText(
  kind: FileKind,
  data: Readonly<Record<string, unknown>>,
  code: Readonly<Record<string, unknown>>,
): string {
  const frame = { app: fileApp, kind, schema: newestSchema };
  return `${JSON.stringify({ ...frame, ...data, ...code }, null, 1)}\n`;
}

/** An item read from a file, and what in it could not be read. */
export interface ReadItem<Item> {
  readonly item: Item | undefined;
  /** As `partName` calls them. */
  readonly unread: readonly string[];
}

/**
 * Reads data element by element, as what stands in store is read.
 * @param schema of the elements: older ones are brought up.
 */
export function readItem<Item>(
  kind: KeptKind<Item>,
  id: string,
  data: unknown,
  schema: number,
): ReadItem<Item> {
  const sound: Record<string, unknown> = {};
  const unread: string[] = [];
  for (const [part, value] of Object.entries(kind.partsOf(data))) {
    const read = readElement(kind, part, { schema, data: value });
    if (read) sound[part] = read.data;
    else unread.push(kind.partName(part));
  }
  const parts: Parts = sound;
  return { item: Object.keys(sound).length > 0 ? kind.join(id, parts) : undefined, unread };
}
