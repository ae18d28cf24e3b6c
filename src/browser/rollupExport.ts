import { readRollupFile, rollupFileName, rollupFileText } from '../model/rollup/rollupFile.ts';
import type { RollupFileResult } from '../model/rollup/rollupFile.ts';
import type { Rollup } from '../model/rollup/rollup.ts';
import { localToday } from '../model/text/dates.ts';
import { readText, saveFile } from './files.ts';
import { breathe } from './rollupStore.ts';

/** Longest piece of work between two breaths of the page, in ms. */
const sliceMs = 30;

/** Works something out piece by piece, so that the page draws and takes key presses in between. */
export async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  let began = Date.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (Date.now() - began < sliceMs) continue;
    await breathe();
    began = Date.now();
  }
}

/** Offers the roll-up for saving as one file. */
export async function saveRollupFile(rollup: Rollup): Promise<void> {
  const chunks = await inSlices(rollupFileText(rollup, Date.now()));
  const content = new Blob([...chunks], { type: 'application/json;charset=utf-8' });
  saveFile(rollupFileName(rollup, localToday()), content);
}

/** Reads a chosen file. It never rejects: what is wrong is one sentence. */
export async function openRollupFile(file: File): Promise<RollupFileResult> {
  const text = await readText(file).catch(() => undefined);
  return text === undefined ? { fault: '文件打不开。' } : inSlices(readRollupFile(text));
}
