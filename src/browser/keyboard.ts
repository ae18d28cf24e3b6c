/** Keys that hold for the whole page. */

/** Fields in which no letter is written: a key there is free for a shortcut. */
const unwritten = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color'];

/** Whether something is being written, so that a letter is a letter and no shortcut. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !unwritten.includes(target.type);
  return target instanceof HTMLElement && target.matches('textarea, select, [contenteditable]');
}

/** Keys that belong to the input method, such as the Enter that ends a composition. */
export function isComposingKey(event: KeyboardEvent): boolean {
  return event.isComposing || event.key === 'Process';
}

/** Calls back on every key press of the page. @returns a function that ends it. */
export function onPageKey(listener: (event: KeyboardEvent) => void): () => void {
  document.addEventListener('keydown', listener);
  return () => document.removeEventListener('keydown', listener);
}

/** Calls back on Ctrl+S, in the place of what the browser does with it. */
export function onSaveKey(save: () => void): () => void {
  return onPageKey((event) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  });
}

/** What has the focus, to give it back later. */
export function focusedElement(): HTMLElement | null {
  return document.activeElement instanceof HTMLElement ? document.activeElement : null;
}
