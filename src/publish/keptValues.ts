import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint } from '../model/text/fingerprint.ts';
import { contentFolder } from '../source/contentFolder.ts';
import { keptFolder } from './keptFolder.ts';
import { digest } from './programKey.ts';

/** What was made in an earlier build, by what it was made of. */
export interface KeptValues<T> {
  /** Whether nothing is kept. */
  readonly isEmpty: boolean;
  /** @param source all that the value is made of, but for the program that makes it. */
  get(source: string): T | undefined;
  put(source: string, value: T): void;
  /** Keeps what this build has asked for or put; what nobody needed any more is let go. */
  save(): void;
}

/** The values in a kept file: none when there is no file, it is damaged or of another program. */
function readKept<T>(path: string, program: string): Map<string, T> {
  try {
    const text = readFileSync(path, 'utf8');
    const end = text.indexOf('\n');
    const values = text.slice(end + 1);
    if (text.slice(0, end) !== digest(program, values)) return new Map();
    return new Map(JSON.parse(values) as [string, T][]);
  } catch {
    return new Map();
  }
}

/** Nothing kept, and nothing to be kept: for a build that starts from scratch. */
export const nothingKept: KeptValues<never> = {
  isEmpty: true,
  get: () => undefined,
  put: () => undefined,
  save: () => undefined,
};

/**
 * Opens what the last build of this content has kept. A file that is missing, damaged or of another
 * program counts as empty.
 * @param name of the file: each content folder has one of its own.
 * @param program the version of the program that makes the values.
 */
export function openKeptValues<T>(name: string, program: string): KeptValues<T> {
  const path = join(keptFolder(), `${name}-${fingerprint(contentFolder())}`);
  const kept = readKept<T>(path, program);
  const used = new Map<string, T>();
  return {
    isEmpty: kept.size === 0,
    get(source) {
      const key = digest(source);
      const value = kept.get(key);
      if (value !== undefined) used.set(key, value);
      return value;
    },
    put: (source, value) => used.set(digest(source), value),
    save() {
      const values = JSON.stringify([...used].sort(([a], [b]) => (a < b ? -1 : 1)));
      mkdirSync(dirname(path), { recursive: true });
      // Whole or not at all: a build that is stopped here leaves the old file.
      writeFileSync(`${path}.new`, `${digest(program, values)}\n${values}`);
      renameSync(`${path}.new`, path);
    },
  };
}
