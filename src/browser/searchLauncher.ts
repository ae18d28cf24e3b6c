/** Placeholder until the dialog lands. */
export function startSearchLauncher(): void {
  document.querySelectorAll('[data-search-open]');
}
