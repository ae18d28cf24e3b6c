import { fileApp, itemIdPattern, keyOf, seal, unseal } from '../kept/envelope.ts';
import { openFile } from '../kept/keptFile.ts';
import { isObject, readElement, type Parts } from '../kept/kind.ts';
import type { Rollup } from './rollup.ts';
import { rollupKept } from './rollupKept.ts';

/**
 * A whole roll-up as one file: the same elements in the same envelopes as in the browser, one a line,
 * so that a damaged line costs no more than what stands on it.
 */

const sealKey = (id: string, part: string) => keyOf({ kind: rollupKept.name, item: id, part });

/** Lines made before the page may breathe. */
const linesAtATime = 50;

/**
 * The text of the file in pieces.
 * @param now ms since 1970, for elements that carry no time of their own.
 */
export function* rollupFileText(rollup: Rollup, now: number): Generator<void, readonly string[]> {
  const { id } = rollup;
  const { name, schema } = rollupKept;
  const chunks = [
    `{"app":"${fileApp}","kind":"${name}","schema":${schema},"id":${JSON.stringify(id)},\n"elements":{\n`,
  ];
  let count = 0;
  for (const [part, data] of Object.entries(rollupKept.partsOf(rollup))) {
    const at = rollupKept.timeOf?.(data) ?? now;
    const text = seal(sealKey(id, part), { schema, at, data });
    chunks.push(`${count > 0 ? ',\n' : ''}${JSON.stringify(part)}:${JSON.stringify(text)}`);
    count += 1;
    if (count % linesAtATime === 0) yield;
  }
  // Whether the file is whole: a line that is missing leaves no trace of its own.
  chunks.push(`\n},\n"count":${count}}\n`);
  return chunks;
}

/** `汇总-2026年度-2026-12-01.json`, without signs that Windows forbids in names. */
export function rollupFileName({ head }: Rollup, day: string): string {
  const period = head.period.replace(/[\\/:*?"<>|\s]+/g, '-') || '未写期间';
  return `汇总${head.isNameless ? '-不含姓名' : ''}-${period}-${day}.json`;
}

export interface ReadRollup {
  readonly rollup: Rollup;
  /** What stands in the file, sealed, by element: only what could be read. */
  readonly sealed: ReadonlyMap<string, string>;
  /** How many elements could not be read. */
  readonly unread: number;
}

export type RollupFileResult =
  (ReadRollup & { readonly fault?: undefined }) | { readonly fault: string };

/** Reads the text of a file step by step. It never throws: what is wrong is one sentence. */
export function* readRollupFile(text: string): Generator<void, RollupFileResult> {
  const opened = openFile(text);
  if ('fault' in opened) return { fault: opened.fault };
  if (opened.kind !== 'rollup') {
    return { fault: '这是一个人交的文件，不是汇总文件：在“收文件”里收。' };
  }
  const { id, elements, count } = opened.data;
  if (typeof id !== 'string' || !itemIdPattern.test(id) || !isObject(elements)) {
    return { fault: '文件里没有汇总的内容，可能被改动过。' };
  }
  const parts: Record<string, unknown> = {};
  const sealed = new Map<string, string>();
  const lines = Object.entries(elements);
  let done = 0;
  for (const [part, line] of lines) {
    const content = typeof line === 'string' ? unseal(sealKey(id, part), line) : undefined;
    const read =
      content && content.schema <= rollupKept.schema
        ? readElement(rollupKept, part, content)
        : undefined;
    if (read && typeof line === 'string') {
      parts[part] = read.data;
      sealed.set(part, line);
    }
    done += 1;
    if (done % linesAtATime === 0) yield;
  }
  const rollup = sealed.size > 0 ? rollupKept.join(id, parts satisfies Parts) : undefined;
  if (!rollup) return { fault: '文件里没有一项读得出来。' };
  const whole = typeof count === 'number' ? Math.max(count, lines.length) : lines.length;
  return { rollup, sealed, unread: whole - sealed.size };
}
