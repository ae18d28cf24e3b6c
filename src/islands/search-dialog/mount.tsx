import { render } from 'preact';
import { SearchDialog } from './SearchDialog.tsx';

let host: HTMLDialogElement | undefined;
let opener: HTMLElement | null = null;

function create(): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = 'search';
  dialog.setAttribute('aria-label', '查找');
  document.body.append(dialog);
  const choose = () => {
    // The focus belongs to the place that the result leads to.
    opener = null;
    dialog.close();
  };
  render(<SearchDialog onClose={() => dialog.close()} onChoose={choose} />, dialog);
  dialog.addEventListener('close', () => opener?.focus());
  // A press on the backdrop lands on the dialog itself.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}

/**
 * Shows the dialog; what was typed last is still there.
 * @param from gets the focus back when the dialog closes.
 */
export function openSearch(from: HTMLElement | null): void {
  host ??= create();
  if (host.open) return;
  opener = from;
  host.showModal();
  host.querySelector<HTMLInputElement>('#finder-input')?.select();
}
