import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError, type Problem } from '../model/problem/problem.ts';
import { localToday } from '../model/text/dates.ts';
import { contentFolder } from './contentFolder.ts';
import { holdContent, type SoundContent } from './heldContent.ts';
import { readContent } from './readContent.ts';

/** What the folder's files are, by name, size and time: the same text means the same content. */
function stateOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const { mtimeMs, size } = statSync(join(parentPath, name));
      return `${parentPath}/${name} ${mtimeMs} ${size}`;
    })
    .join('\n');
}

interface Reading {
  readonly state: string;
  readonly problems: readonly Problem[];
  /** Absent when there is any fault. */
  readonly sound?: SoundContent;
}

// Shared as in heldContent.ts: the build reads ahead of the collections, which are bundled apart.
const place = Symbol.for('fangkongqiang.lastReading');
const shared = globalThis as { [place]?: Reading };

function read(folder: string, state: string): Reading {
  const date = localToday();
  const { content, problems } = readContent(folder, date);
  const isSound = problems.every(({ severity }) => severity !== 'error');
  return content && isSound
    ? { state, problems, sound: { content, problems, date } }
    : { state, problems };
}

/**
 * The content of this site, read and checked when its files have changed since the last time, and
 * held for the pages.
 * @throws ContentError with the whole report when anything is at fault; pages keep what they had.
 */
export function soundContent(): SoundContent {
  const folder = contentFolder();
  const state = stateOf(folder);
  const last = shared[place];
  const { problems, sound } = last?.state === state ? last : (shared[place] = read(folder, state));
  if (!sound) throw new ContentError(problems);
  holdContent(sound);
  return sound;
}
