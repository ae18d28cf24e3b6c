import { isComposingKey, isTyping, onPageKey } from '../../browser/keyboard.ts';

export interface PresentActions {
  on(): void;
  back(): void;
  first(): void;
  last(): void;
  leave(): void;
  fullScreen(): void;
}

/** Clickers send PageUp and PageDown. */
const actionOf: Readonly<Record<string, keyof PresentActions>> = {
  ArrowRight: 'on',
  ArrowDown: 'on',
  PageDown: 'on',
  ' ': 'on',
  Enter: 'on',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  Escape: 'leave',
  f: 'fullScreen',
  F: 'fullScreen',
};

/** Enter and Space press what has the focus. */
const isPress = ({ key, target }: KeyboardEvent) =>
  (key === 'Enter' || key === ' ') && target instanceof Element && target.closest('a, button');

export function listenToKeys(actions: PresentActions): void {
  onPageKey((event) => {
    const { ctrlKey, altKey, metaKey, key, target, defaultPrevented } = event;
    if (ctrlKey || altKey || metaKey || defaultPrevented) return;
    if (isTyping(target) || isComposingKey(event) || isPress(event)) return;
    // The search lies over the slides and has keys of its own.
    if (document.querySelector('dialog[open]')) return;
    const action = actionOf[key];
    if (!action) return;
    event.preventDefault();
    actions[action]();
  });
}
