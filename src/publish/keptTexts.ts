import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PageText } from '../model/finder/pageTexts.ts';
import { fingerprint } from '../model/text/fingerprint.ts';
import { contentFolder } from '../source/contentFolder.ts';
import { keptFolder } from './keptFolder.ts';

/** What was read out of pages in an earlier build, by what stood in them. */
export interface KeptTexts {
  /** @param body the part of the page that is read. */
  get(body: string): PageText | undefined;
  put(body: string, page: PageText): void;
  /** Keeps what this build has asked for or put; what no page needed any more is let go. */
  save(): void;
}

const digest = (...texts: readonly (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('base64');
};

/** All that decides how a page is read; what another program has kept is worth nothing. */
const sources = ['src', 'astro.config.mjs', 'package-lock.json'];

function programVersion(): string {
  const files = sources.flatMap((source) =>
    statSync(source).isDirectory()
      ? readdirSync(source, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => join(parentPath, name))
          .sort()
      : [source],
  );
  return digest(process.version, ...files.flatMap((file) => [file, readFileSync(file)]));
}

/** Each content folder has a file of its own. */
const keptFile = () => join(keptFolder(), `search-texts-${fingerprint(contentFolder())}`);

/** The pages in a kept file: none when there is no file, it is damaged or of another program. */
function readKept(path: string, program: string): Map<string, PageText> {
  try {
    const text = readFileSync(path, 'utf8');
    const end = text.indexOf('\n');
    const pages = text.slice(end + 1);
    if (text.slice(0, end) !== digest(program, pages)) return new Map();
    return new Map(JSON.parse(pages) as [string, PageText][]);
  } catch {
    return new Map();
  }
}

/** Nothing kept, and nothing to be kept: for a build that starts from scratch. */
export const nothingKept: KeptTexts = {
  get: () => undefined,
  put: () => undefined,
  save: () => undefined,
};

/**
 * Opens what the last build of this content has kept. A file that is missing, damaged or of another
 * program counts as empty.
 * @param program the version of the program that reads the pages.
 */
export function openKeptTexts(program = programVersion()): KeptTexts {
  const path = keptFile();
  const kept = readKept(path, program);
  const used = new Map<string, PageText>();
  return {
    get(body) {
      const key = digest(body);
      const page = kept.get(key);
      if (page) used.set(key, page);
      return page;
    },
    put: (body, page) => used.set(digest(body), page),
    save() {
      const pages = JSON.stringify([...used].sort(([a], [b]) => (a < b ? -1 : 1)));
      mkdirSync(dirname(path), { recursive: true });
      // Whole or not at all: a build that is stopped here leaves the old file.
      writeFileSync(`${path}.new`, `${digest(program, pages)}\n${pages}`);
      renameSync(`${path}.new`, path);
    },
  };
}
