import { focusedElement, isTyping, onPageKey } from './keyboard.ts';

/** The code of the dialog: fetched when somebody reaches for it. */
export interface SearchDialogCode {
  /** @param opener gets the focus back when the dialog closes. */
  readonly openSearch: (opener: HTMLElement | null) => void;
}

/**
 * Lets `/`, Ctrl+K and every `data-search-open` link open the dialog. When its code cannot be
 * fetched they lead where the link leads without scripts: to the wall index.
 */
export function launchSearchWith(fetchCode: () => Promise<SearchDialogCode>): void {
  let code: Promise<SearchDialogCode> | undefined;
  const load = () => (code ??= fetchCode());
  const open = async (opener: HTMLElement | null) => (await load()).openSearch(opener);
  const links = Array.from(document.querySelectorAll<HTMLAnchorElement>('[data-search-open]'));
  const goWithout = () => {
    const [link] = links;
    if (link) location.assign(link.href);
  };
  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      open(link).catch(goWithout);
    });
    const warmUp = () => void load().catch(() => undefined);
    link.addEventListener('pointerenter', warmUp, { once: true });
    link.addEventListener('focus', warmUp, { once: true });
  }
  onPageKey((event) => {
    if (event.isComposing) return;
    const isSlash = event.key === '/' && !event.ctrlKey && !event.altKey && !event.metaKey;
    const isCtrlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!isCtrlK && !(isSlash && !isTyping(event.target))) return;
    event.preventDefault();
    open(focusedElement()).catch(goWithout);
  });
}
