import { useEffect, useState } from 'preact/hooks';
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
    const timer = setTimeout(() => setCount(count + portion));
    const stopWaiting = beforePrint(() => setCount(length));
    return () => {
      clearTimeout(timer);
      stopWaiting();
    };
  }, [count, length, portion]);
  return isAllWanted ? length : Math.min(count, length);
}
