import { readRosterSteps, type Roster, type RosterContext } from '../model/letter/roster.ts';
import { compactHandIn, type CompactHandIn } from '../model/rollup/compact.ts';
import type { RosterEntry } from '../model/rollup/rollup.ts';
import { largestRollupRoster, rosterEntries } from '../model/rollup/rosterEntries.ts';
import { takeIn, type FileCircumstances } from '../model/rollup/takeIn.ts';
import { decodeText } from './files.ts';
import { readRosterBytes } from './rosterReader.ts';

/** The reading of what an office was handed, in a worker or in the page. */

/** A file and the folders that it lay in. */
export interface PathFile {
  readonly path: string;
  readonly file: File;
  /** Its size: to ask the browser for it anew takes longer than to pass it on. */
  readonly bytes: number;
}

export interface ReadFile {
  readonly path: string;
  readonly taken:
    | { readonly compact: CompactHandIn; readonly fault?: undefined }
    | { readonly compact?: undefined; readonly fault: string };
}

export interface HandInJob {
  readonly files: readonly PathFile[];
  /** How each risk reads now. */
  readonly fingerprints: readonly (readonly [riskId: string, fingerprint: string])[];
  /** ms since 1970. */
  readonly takenAt: number;
}

/**
 * Files that are asked of the disk in one go: in asking, not in reading, lies most of the time that a
 * file takes, above all for a page without a worker.
 */
const askedAtOnce = 16;
/** One large file is asked for by itself. */
const mostBytesAtOnce = 2 * 1024 * 1024;

async function bytesOf({ file }: PathFile): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** What stands in files, undefined for one that cannot be read. */
async function bytesOfAll(files: readonly PathFile[]): Promise<(Uint8Array | undefined)[]> {
  const length = files.reduce((sum, { bytes }) => sum + bytes, 0);
  try {
    const whole = new Uint8Array(await new Blob(files.map(({ file }) => file)).arrayBuffer());
    if (whole.length === length) {
      let at = 0;
      return files.map(({ bytes }) => whole.subarray(at, (at += bytes)));
    }
  } catch {
    // One of them has been changed or taken away: the others are read by themselves.
  }
  return Promise.all(files.map(bytesOf));
}

/** Files in their order, in groups that are asked for together. */
function* groupsOf(files: readonly PathFile[]): Generator<readonly PathFile[], void> {
  let group: PathFile[] = [];
  let length = 0;
  for (const file of files) {
    const isFull = group.length === askedAtOnce || length + file.bytes > mostBytesAtOnce;
    if (isFull && group.length > 0) {
      yield group;
      group = [];
      length = 0;
    }
    group.push(file);
    length += file.bytes;
  }
  if (group.length > 0) yield group;
}

/** Whatever is in a file, and whatever the program fails at: the other files are read. */
function takenOf(bytes: Uint8Array, about: FileCircumstances): ReadFile['taken'] {
  try {
    const { handIn, fault } = takeIn(decodeText(bytes), about);
    return handIn ? { compact: compactHandIn(handIn) } : { fault: fault ?? '' };
  } catch {
    return { fault: '读到一半出了错，没有收。' };
  }
}

/** Reads files one by one, in their order. A file that cannot be read is one of the results. */
export async function* readHandIns({
  files,
  fingerprints,
  takenAt,
}: HandInJob): AsyncGenerator<ReadFile, void> {
  const known = new Map(fingerprints);
  for (const group of groupsOf(files)) {
    const all = await bytesOfAll(group);
    for (const [i, { path }] of group.entries()) {
      const bytes = all[i];
      if (!bytes) {
        const fault = '文件打不开：可能正被别的程序占用，或者已经挪走了。';
        yield { path, taken: { fault } };
        continue;
      }
      yield { path, taken: takenOf(bytes, { fileName: path, takenAt, fingerprints: known }) };
    }
  }
}

export interface RosterJob {
  readonly bytes: Uint8Array;
  readonly context: RosterContext;
}

/** A roster as the roll-up needs it: without the posts to choose from of each person. */
export interface ReadRosterResult extends Pick<Roster, 'notes' | 'remarks' | 'sheet'> {
  readonly entries: readonly RosterEntry[];
  /** Why nothing could be read at all. */
  readonly fault?: string;
}

const rosterFault = (fault: string): ReadRosterResult => ({
  entries: [],
  notes: [],
  remarks: [],
  sheet: '',
  fault,
});

/** Reads a roster file through to its people. @returns step by step, so that the page can breathe. */
export function* readRosterJob({
  bytes,
  context,
}: RosterJob): Generator<unknown, ReadRosterResult> {
  const { sheets, fault } = yield* readRosterBytes(bytes);
  if (!sheets) return rosterFault(fault);
  const roster = yield* readRosterSteps(sheets, context, undefined, largestRollupRoster);
  const { people, notes, remarks, sheet } = roster;
  return {
    entries: rosterEntries(people),
    notes,
    remarks,
    sheet,
    ...(roster.fault !== undefined && { fault: roster.fault }),
  };
}
