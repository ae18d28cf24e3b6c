import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { onLeaving } from '../../../browser/page.ts';

/** So long somebody may type before it is handed on, in ms. */
const patienceMs = 300;

/**
 * What is being typed, handed on when typing pauses, when the field goes and when the page does:
 * nothing is lost, and the page is not worked over with each key.
 * @param given as it is kept; when it changes elsewhere, that counts.
 */
export function useDebounced<T>(
  given: T,
  onChange: (value: T) => void,
): readonly [T, (change: (value: T) => T) => void] {
  const [value, setValue] = useState(given);
  const latest = useRef(given);
  const isWaiting = useRef(false);
  const hand = useRef(onChange);
  hand.current = onChange;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (!isWaiting.current) return;
    isWaiting.current = false;
    hand.current(latest.current);
  }, []);

  useEffect(() => {
    if (isWaiting.current) return;
    latest.current = given;
    setValue(given);
  }, [given]);

  useEffect(() => {
    const stay = onLeaving(flush);
    return () => {
      stay();
      flush();
    };
  }, []);

  const change = useCallback((next: (value: T) => T) => {
    latest.current = next(latest.current);
    setValue(latest.current);
    isWaiting.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, patienceMs);
  }, []);
  return [value, change];
}
