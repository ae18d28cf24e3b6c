import { useEffect, useState } from 'preact/hooks';

/** As many rows as are shown before one asks for more. */
const portion = 80;
/** As many as are drawn at first, when the figures have just been counted. */
export const batch = 10;
/** As many as are drawn between two breaths of the page: laying out long texts takes longest. */
const step = 2 * batch;

/** How much of a long list is shown, how much of that is drawn so far, and how one goes on. */
export function usePortions(length: number): {
  readonly shown: number;
  /** Grows to `shown` by itself, one step with each picture of the page. */
  readonly drawn: number;
  /** How many come with the next portion; 0 at the end. */
  readonly next: number;
  readonly showMore: () => void;
} {
  const [count, setCount] = useState(portion);
  const [ready, setReady] = useState(batch);
  const shown = Math.min(count, length);
  const drawn = Math.min(ready, shown);
  useEffect(() => {
    if (drawn === shown) return undefined;
    const timer = setTimeout(() => setReady(drawn + step));
    return () => clearTimeout(timer);
  }, [drawn, shown]);
  return {
    shown,
    drawn,
    next: Math.min(portion, length - shown),
    showMore: () => setCount(shown + portion),
  };
}
