import { useLayoutEffect, useState } from 'preact/hooks';
import { oneSlice } from '../../browser/inSlices.ts';

/**
 * Works something out piece by piece, so that the page draws and takes key presses in between.
 * @param make begins anew whenever one of the changes has changed; undefined while there is nothing
 *   to work on yet.
 * @returns what came of it last; undefined until it has come for the first time.
 */
export function useSliced<T>(
  make: (() => Generator<void, T>) | undefined,
  changes: readonly unknown[],
): T | undefined {
  const [found, setFound] = useState<{ readonly value: T }>();
  // Before it is painted: what one slice is enough for never shows as it was before.
  useLayoutEffect(() => {
    if (!make) return undefined;
    const steps = make();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const work = () => {
      const step = oneSlice(steps);
      if (step.done) setFound({ value: step.value });
      else timer = setTimeout(work);
    };
    work();
    return () => clearTimeout(timer);
  }, changes);
  return found?.value;
}
