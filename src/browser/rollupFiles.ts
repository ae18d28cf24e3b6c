import type { RosterContext } from '../model/letter/roster.ts';
import { isFolderEdition } from './edition.ts';
import { breather, inSlices } from './inSlices.ts';
import type { HandInJob, PathFile, ReadFile, ReadRosterResult } from './rollupReader.ts';
import { largestRosterBytes, rosterTooLarge } from './rosterFile.ts';
import type { RollupJob, RollupWorkerNews } from './rollupWorker.ts';

export type { PathFile, ReadFile, ReadRosterResult } from './rollupReader.ts';

/** Pages of the folder edition may not start workers (Chromium gives file: no origin). */
function startWorker(): Worker | undefined {
  if (isFolderEdition()) return undefined;
  try {
    return new Worker(new URL('./rollupWorker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}

interface Reading {
  /** Some more files have been read. */
  readonly onRead: (read: readonly ReadFile[]) => void;
  /** Ends the reading; what was told stays. */
  readonly signal: AbortSignal;
}

/**
 * Gives a job to a worker. @param told with everything it says; returns true when that was the end.
 * @returns false when the worker could not be had, or broke down.
 */
function workAside(
  job: RollupJob,
  told: (news: RollupWorkerNews) => boolean,
  signal: AbortSignal,
): Promise<boolean> {
  const worker = startWorker();
  if (!worker) return Promise.resolve(false);
  return new Promise((resolve) => {
    const end = (isWhole: boolean) => {
      worker.terminate();
      resolve(isWhole);
    };
    signal.addEventListener('abort', () => end(true), { once: true });
    worker.addEventListener('error', (event) => {
      // Told by what the page does instead, not as a fault of its scripts.
      event.preventDefault();
      end(false);
    });
    worker.addEventListener('message', ({ data }: MessageEvent<RollupWorkerNews>) => {
      if (!signal.aborted && told(data)) end(true);
    });
    worker.postMessage(job);
  });
}

/** In the page itself, with pauses in which it is drawn and answers. */
const pauseAfterMs = 30;

async function readHere(job: HandInJob, { onRead, signal }: Reading): Promise<boolean> {
  const reader = await import('./rollupReader.ts').catch(() => undefined);
  if (!reader) return false;
  const breath = breather(pauseAfterMs);
  for await (const one of reader.readHandIns(job)) {
    if (signal.aborted) return true;
    onRead([one]);
    await breath();
  }
  return true;
}

/**
 * Reads what was handed in, beside the page where the browser allows it.
 * @returns false when the program that reads could not be had; then nothing more was read.
 */
export async function readHandInFiles(job: HandInJob, reading: Reading): Promise<boolean> {
  const { onRead, signal } = reading;
  const read = new Set<string>();
  const isWhole = await workAside(
    { job: 'hand-ins', ...job },
    (news) => {
      if ('read' in news) {
        for (const { path } of news.read) read.add(path);
        onRead(news.read);
      }
      return 'isDone' in news;
    },
    signal,
  );
  if (isWhole || signal.aborted) return true;
  const rest: readonly PathFile[] = job.files.filter(({ path }) => !read.has(path));
  return readHere({ ...job, files: rest }, reading);
}

const faulty = (fault: string): ReadRosterResult => ({
  entries: [],
  notes: [],
  remarks: [],
  sheet: '',
  fault,
});

/** Reads a roster through to its people. It never rejects: what is wrong is the `fault`. */
export async function readRosterFile(
  file: File,
  context: RosterContext,
): Promise<ReadRosterResult> {
  if (file.size > largestRosterBytes) return faulty(rosterTooLarge);
  if (file.size === 0) return faulty('文件是空的。');
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { signal } = new AbortController();
    let roster: ReadRosterResult | undefined;
    await workAside(
      { job: 'roster', bytes, context },
      (news) => {
        if ('roster' in news) roster = news.roster;
        return roster !== undefined;
      },
      signal,
    );
    if (roster) return roster;
    const reader = await import('./rollupReader.ts').catch(() => undefined);
    if (!reader) return faulty('读表格的程序没有取到，名册没有读：请刷新页面再选一次。');
    return await inSlices(reader.readRosterJob({ bytes, context }));
  } catch {
    return faulty('文件打不开：可能正被别的程序占用，关掉再选一次。');
  }
}
