/** Opens the search dialog; its code is fetched only when somebody reaches for it. */

let dialog: Promise<typeof import('./mount.tsx')> | undefined;

function load(): Promise<typeof import('./mount.tsx')> {
  dialog ??= import('./mount.tsx');
  return dialog;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
  );
}

async function open(opener: HTMLElement | null): Promise<void> {
  const { openSearch } = await load();
  openSearch(opener);
}

/**
 * Lets `/`, Ctrl+K and every `data-search-open` link open the dialog. When its code cannot be
 * fetched the link does what it does without scripts: it leads to the wall index.
 */
export function startSearchLauncher(): void {
  for (const link of Array.from(
    document.querySelectorAll<HTMLAnchorElement>('[data-search-open]'),
  )) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      open(link).catch(() => location.assign(link.href));
    });
    const warmUp = () => void load().catch(() => undefined);
    link.addEventListener('pointerenter', warmUp, { once: true });
    link.addEventListener('focus', warmUp, { once: true });
  }
  document.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const isSlash = event.key === '/' && !event.ctrlKey && !event.altKey && !event.metaKey;
    const isCtrlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!isCtrlK && !(isSlash && !isTyping(event.target))) return;
    event.preventDefault();
    void open(document.activeElement as HTMLElement | null).catch(() => undefined);
  });
}
