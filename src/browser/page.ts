/** The page as a whole: whether it is seen, when it goes, what has the focus. */

export function isPageHidden(): boolean {
  return document.visibilityState === 'hidden';
}

/** Runs a task right after the next frame; a page in the background has no frames. */
export function afterPaint(task: () => void): void {
  if (isPageHidden()) setTimeout(task);
  else requestAnimationFrame(() => setTimeout(task));
}

/** Calls back when the page goes or is put away: it may not come again. @returns a function that ends it. */
export function onLeaving(listener: () => void): () => void {
  window.addEventListener('pagehide', listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    window.removeEventListener('pagehide', listener);
    document.removeEventListener('visibilitychange', listener);
  };
}

/** Brings a part of the page into view. @param id of the element; nothing happens without it. */
export function scrollToPart(id: string): void {
  document.getElementById(id)?.scrollIntoView();
}
