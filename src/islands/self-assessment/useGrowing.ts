import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { beforePrint } from '../../browser/beforePrint.ts';

/**
 * How much of a long list is drawn: the beginning at once, so that it can be used, and the rest
 * portion by portion with key presses let through between. All of it before the page is printed.
 * @param isAllWanted when something far down has to be there at once.
 */
export function useGrowing(length: number, portion: number, isAllWanted: boolean): number {
  const [count, setCount] = useState(portion);
  const isWhole = count >= length;
  useEffect(() => {
    if (isWhole) return undefined;
    const timer = setTimeout(() => setCount((drawn) => drawn + portion));
    return () => clearTimeout(timer);
  }, [count, length, portion]);
  // Not an effect of later: the page can be printed in the moment in which the list stands.
  useLayoutEffect(
    () => (isWhole ? undefined : beforePrint(() => setCount(length))),
    [isWhole, length],
  );
  return isAllWanted ? length : Math.min(count, length);
}
