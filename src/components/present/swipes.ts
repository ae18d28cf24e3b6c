/** A finger that goes less far means something else. */
const leastPx = 50;
/** So much further sideways than up or down, or the page is being scrolled. */
const leastSlope = 1.5;

/** One finger to the left goes on, to the right goes back. */
export function listenToSwipes(
  root: HTMLElement,
  { on, back }: { readonly on: () => void; readonly back: () => void },
): void {
  let start: Touch | undefined;
  root.addEventListener(
    'touchstart',
    ({ touches }) => {
      start = touches.length === 1 ? touches[0] : undefined;
    },
    { passive: true },
  );
  root.addEventListener(
    'touchend',
    ({ changedTouches }) => {
      const end = changedTouches[0];
      if (!start || !end) return;
      const dx = end.clientX - start.clientX;
      const dy = end.clientY - start.clientY;
      start = undefined;
      if (Math.abs(dx) < leastPx || Math.abs(dx) < leastSlope * Math.abs(dy)) return;
      if (dx < 0) on();
      else back();
    },
    { passive: true },
  );
}
