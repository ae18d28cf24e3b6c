/** Longest piece of work between two breaths of the page, in ms. */
const sliceMs = 25;

/** Lets the page draw and answer. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * For a loop that looks at many things and is no generator.
 * @param afterMs how long it may run before the page breathes.
 * @returns what is awaited after each round; most rounds it does nothing.
 */
export function breather(afterMs: number): () => Promise<void> {
  let began = Date.now();
  return async () => {
    if (Date.now() - began < afterMs) return;
    await breathe();
    began = Date.now();
  };
}

/** Goes on with a piece of work for one slice. @returns its last step: done when it has come to its end. */
export function oneSlice<T>(steps: Generator<unknown, T>): IteratorResult<unknown, T> {
  const until = performance.now() + sliceMs;
  let step = steps.next();
  while (!step.done && performance.now() < until) step = steps.next();
  return step;
}

/** Works something out piece by piece, so that the page draws and takes key presses in between. */
export async function inSlices<T>(steps: Generator<unknown, T>): Promise<T> {
  for (;;) {
    const step = oneSlice(steps);
    if (step.done) return step.value;
    await breathe();
  }
}
