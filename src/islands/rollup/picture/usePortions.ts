import { useState } from 'preact/hooks';

/** As many rows as are drawn at once: what a slow machine draws without a pause that one notices. */
const portion = 80;

/** How much of a long list is drawn, and how one goes on. */
export function usePortions(length: number): {
  readonly shown: number;
  /** How many come with the next portion; 0 at the end. */
  readonly next: number;
  readonly showMore: () => void;
} {
  const [count, setCount] = useState(portion);
  const shown = Math.min(count, length);
  return {
    shown,
    next: Math.min(portion, length - shown),
    showMore: () => setCount(shown + portion),
  };
}
