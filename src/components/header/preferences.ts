import { keepPreference, loadPreferences } from '../../browser/preferenceStore.ts';

function isDark(root: HTMLElement): boolean {
  const chosen = root.dataset['theme'];
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Makes the header's two switches work and keeps the choice for the next visit. */
export function startPreferenceSwitches(): void {
  const root = document.documentElement;
  const theme = document.querySelector<HTMLButtonElement>('[data-switch="theme"]');
  const textSize = document.querySelector<HTMLButtonElement>('[data-switch="text-size"]');

  const show = () => {
    theme?.setAttribute('aria-pressed', String(isDark(root)));
    textSize?.setAttribute('aria-pressed', String(root.dataset['textSize'] === 'large'));
  };

  theme?.addEventListener('click', () => {
    const next = isDark(root) ? 'light' : 'dark';
    root.dataset['theme'] = next;
    keepPreference('theme', next);
    show();
  });

  textSize?.addEventListener('click', () => {
    const isLarge = (root.dataset['textSize'] ?? loadPreferences().textSize) === 'large';
    if (isLarge) delete root.dataset['textSize'];
    else root.dataset['textSize'] = 'large';
    keepPreference('textSize', isLarge ? undefined : 'large');
    show();
  });

  show();
}
