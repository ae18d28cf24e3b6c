/** A modal dialog of the whole page, made when it is first wanted and kept. */
export interface PageDialog {
  readonly element: HTMLDialogElement;
  /** Shows it. @param opener gets the focus back when it closes. */
  readonly open: (opener: HTMLElement | null) => void;
  readonly close: () => void;
  /** Closes it and leaves the focus to the place that the reader goes to. */
  readonly leave: () => void;
}

/** @param name what the dialog is called for those who hear the page. */
export function makePageDialog(className: string, name: string): PageDialog {
  const element = document.createElement('dialog');
  let opener: HTMLElement | null = null;
  element.className = className;
  element.setAttribute('aria-label', name);
  document.body.append(element);
  element.addEventListener('close', () => opener?.focus());
  // A press on the backdrop lands on the dialog itself.
  element.addEventListener('click', (event) => {
    if (event.target === element) element.close();
  });
  return {
    element,
    open: (from) => {
      if (element.open) return;
      opener = from;
      element.showModal();
    },
    close: () => element.close(),
    leave: () => {
      opener = null;
      element.close();
    },
  };
}
