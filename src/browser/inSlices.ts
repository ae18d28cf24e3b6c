import { breathe } from './rollupStore.ts';

/** Longest piece of work between two breaths of the page, in ms. */
const sliceMs = 30;

/** Works something out piece by piece, so that the page draws and takes key presses in between. */
export async function inSlices<T>(steps: Generator<unknown, T>): Promise<T> {
  let began = Date.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (Date.now() - began < sliceMs) continue;
    await breathe();
    began = Date.now();
  }
}
