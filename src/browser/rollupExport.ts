import { readRollupFile, rollupFileName, rollupFileText } from '../model/rollup/rollupFile.ts';
import type { RollupFileResult } from '../model/rollup/rollupFile.ts';
import type { Rollup } from '../model/rollup/rollup.ts';
import { localToday } from '../model/text/dates.ts';
import { readText, saveFile } from './files.ts';
import { inSlices } from './inSlices.ts';

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
