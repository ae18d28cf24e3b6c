// The thread of finishingRoom.ts.
import { mkdirSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { PageText } from '../model/finder/pageTexts.ts';
import { listedFile, type ListedFile } from '../model/published/fileList.ts';
import { finishedPage } from './finishedPage.ts';
import type { FinishingOrder, FinishingSetup, MadeFile } from './finishingRoom.ts';
import { nothingKept, openKeptValues } from './keptValues.ts';
import { PageReader } from './pageReader.ts';

// Node 20 has none.
if (process.env.NODE_COMPILE_CACHE && 'enableCompileCache' in module) module.enableCompileCache();

const { outDir, program } = workerData as FinishingSetup;

const reader = new PageReader(
  program === undefined ? nothingKept : openKeptValues<PageText>('search-texts', program),
);
const listed: ListedFile[] = [];
const folders = new Set<string>();
const decoder = new TextDecoder();

function finish({ path, address, bytes }: MadeFile): void {
  const finished =
    address === undefined
      ? bytes
      : Buffer.from(
          finishedPage(address, decoder.decode(bytes), (page, html) => reader.take(page, html)),
        );
  const file = join(outDir, path);
  const folder = dirname(file);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  // At once: handing so small a file to another thread takes longer than writing it.
  writeFileSync(file, finished);
  listed.push(listedFile(path, finished));
}

parentPort?.on('message', (order: FinishingOrder) => {
  if (order.kind === 'file') finish(order.file);
  else if (order.kind === 'end')
    void reader.finish().then((pages) => parentPort?.postMessage({ listed, pages }));
  // Pagefind is a program of its own, and would be left behind.
  else void reader.close().then(() => parentPort?.close());
});
