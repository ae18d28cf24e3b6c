import { render } from 'preact';
import { makePageDialog, type PageDialog } from '../../browser/pageDialog.ts';
import { SearchDialog } from './SearchDialog.tsx';

let dialog: PageDialog | undefined;

function create(): PageDialog {
  const made = makePageDialog('search', '查找');
  render(<SearchDialog onClose={made.close} onChoose={made.leave} />, made.element);
  return made;
}

/**
 * Shows the dialog; what was typed last is still there.
 * @param opener gets the focus back when the dialog closes.
 */
export function openSearch(opener: HTMLElement | null): void {
  dialog ??= create();
  if (dialog.element.open) return;
  dialog.open(opener);
  dialog.element.querySelector<HTMLInputElement>('#finder-input')?.select();
}
