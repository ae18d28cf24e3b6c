import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { Problem } from '../model/problem/problem.ts';
import { readContent } from './readContent.ts';
import type { TextFile } from './rename.ts';

/** A file that cannot be read or written as text; the message is for the author. */
export class TextFileError extends Error {}

function readText(path: string, file: string): TextFile {
  try {
    // A byte order mark stays in the text, so that it is written back.
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { file, text: decoder.decode(readFileSync(path)) };
  } catch {
    throw new TextFileError(
      `content/${file} 不是 UTF-8 编码，多半是 GBK：另存为“UTF-8（无 BOM）”再改名`,
    );
  }
}

/**
 * All text files of a content folder, drafts among them.
 * @throws TextFileError when one is not UTF-8: renaming the others would leave it behind.
 */
export function readTexts(root: string): TextFile[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[^.].*\.(?:yaml|mdx)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => readText(path, relative(root, path).split(sep).join('/')));
}

/**
 * Writes the changed files.
 * @param last written after all others: until the file that gives the name has the new one, the same
 * command can be run again.
 * @throws TextFileError when a file cannot be written.
 */
export function writeTexts(root: string, files: readonly TextFile[], last: string): void {
  const ordered = [...files].sort((a, b) => Number(a.file === last) - Number(b.file === last));
  for (const { file, text } of ordered) {
    try {
      writeFileSync(join(root, file), text);
    } catch (error) {
      throw new TextFileError(
        `content/${file} 写不进去：${String(error)}\n解决以后再运行一次同样的命令，会接着改完。`,
      );
    }
  }
}

export const errorsOf = (problems: readonly Problem[]): Problem[] =>
  problems.filter(({ severity }) => severity === 'error');

/**
 * The errors that the content would have with changed files, found in a copy of it.
 * @param today YYYY-MM-DD.
 */
export function errorsWith(root: string, files: readonly TextFile[], today: string): Problem[] {
  const copy = mkdtempSync(join(tmpdir(), 'rename-'));
  try {
    cpSync(root, copy, { recursive: true });
    writeTexts(copy, files, '');
    return errorsOf(readContent(copy, today).problems);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
