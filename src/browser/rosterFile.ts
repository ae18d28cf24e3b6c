import { isFolderEdition } from './edition.ts';
import type { ReadTable } from './rosterReader.ts';
import type { WorkerNews } from './rosterWorker.ts';

export type { ReadTable } from './rosterReader.ts';

/** Far above a roster of a thousand people; more would only freeze the page. */
export const largestRosterBytes = 8 * 1024 * 1024;
export const rosterTooLarge = '文件超过 8 MB，不像名册。请删掉图片和多余的表再试。';

interface Reading {
  /** From 0 to 1. */
  readonly onProgress: (progress: number) => void;
  /** Ends the reading; nothing comes of it then. */
  readonly signal: AbortSignal;
}

/** In the page itself, with pauses in which it is drawn and answers. */
const pauseAfterMs = 30;
const pause = () => new Promise((resolve) => setTimeout(resolve, 0));

async function readHere(bytes: Uint8Array, { onProgress, signal }: Reading) {
  const reader = await import('./rosterReader.ts').catch(() => undefined);
  if (!reader) return { fault: '读表格的程序没有取到，名册没有读：请刷新页面再选一次。' };
  const steps = reader.readRosterBytes(bytes);
  let began = Date.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (Date.now() - began < pauseAfterMs) continue;
    onProgress(step.value);
    await pause();
    if (signal.aborted) return undefined;
    began = Date.now();
  }
}

/** Pages of the folder edition may not start workers (Chromium gives file: no origin). */
function startWorker(): Worker | undefined {
  if (isFolderEdition()) return undefined;
  try {
    return new Worker(new URL('./rosterWorker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}

/** @returns undefined when the worker could not be had, or broke down. */
function readAside(
  worker: Worker,
  bytes: Uint8Array,
  { onProgress, signal }: Reading,
): Promise<ReadTable | undefined> {
  return new Promise((resolve) => {
    const end = (result?: ReadTable) => {
      worker.terminate();
      resolve(result);
    };
    signal.addEventListener('abort', () => end(), { once: true });
    worker.addEventListener('error', (event) => {
      // Told by what the page does instead, not as a fault of its scripts.
      event.preventDefault();
      end();
    });
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerNews>) => {
      if ('progress' in data) onProgress(data.progress);
      else end(data.result);
    });
    worker.postMessage(bytes.buffer);
  });
}

/**
 * Reads a roster file, beside the page where the browser allows it.
 * @returns undefined when it was ended by the signal.
 */
export async function readTable(file: File, reading: Reading): Promise<ReadTable | undefined> {
  if (file.size > largestRosterBytes) return { fault: rosterTooLarge };
  if (file.size === 0) return { fault: '文件是空的。' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const worker = startWorker();
  const result = worker && (await readAside(worker, bytes, reading));
  if (reading.signal.aborted) return undefined;
  return result ?? readHere(bytes, reading);
}
