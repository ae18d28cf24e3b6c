/** What is printed: sheets that the page has laid out, or the letters. Styles read it from the root. */
export type PrintKind = 'form' | 'letters' | 'board';

/** As CSS says it. */
export type PaperSize =
  'A4 portrait' | 'A4 landscape' | 'A3 landscape' | 'A5 portrait' | `${number}mm ${number}mm`;

/**
 * Sets the sheet for printing until the returned function is called. Named pages would do it in
 * style sheets alone, but kernels below 131 give every sheet the size of the first unnamed one. The
 * rule stands in a sheet made by script (`adoptedStyleSheets`, since 73), which no policy forbids:
 * those of the site are closed to scripts where the page was opened from a folder. The page of upright
 * sheets, see wallPaper.css, is named once more: of two sheets kernels take the later one's word even
 * where it is the less specific.
 * @param margin as CSS says it; sheets of paper have their own.
 */
function setPageSize(size: PaperSize, margin = '0'): () => void {
  const sheet = new CSSStyleSheet();
  sheet.insertRule(`@page{size:${size};margin:${margin}}`);
  sheet.insertRule(`@page upright{size:A4 portrait;margin:${margin}}`, 1);
  // Frozen in kernels below 99: put in anew as a whole.
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

/** Makes the page ready for printing. @returns a function that takes everything back. */
export function preparePrinting(size: PaperSize, kind: PrintKind): () => void {
  const undoSize = setPageSize(size);
  document.documentElement.dataset['print'] = kind;
  return () => {
    delete document.documentElement.dataset['print'];
    undoSize();
  };
}

/**
 * Calls back when the page is printed by the browser's own command and not by a button of the page,
 * which has laid out its sheets by then.
 * @param lay must draw at once: what is drawn later is not on the paper.
 * @param size of the paper, with common margins around what is drawn.
 * @returns a function that ends it.
 */
export function onBrowserPrint(size: PaperSize, lay: () => void, clear: () => void): () => void {
  let undoSize: (() => void) | undefined;
  const before = () => {
    if (document.documentElement.dataset['print'] !== undefined) return;
    lay();
    undoSize = setPageSize(size, '12mm');
  };
  const after = () => {
    if (!undoSize) return;
    undoSize();
    undoSize = undefined;
    clear();
  };
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
    after();
  };
}

/**
 * Makes the page ready whenever it is printed, by its button or by the browser's own command, and
 * takes everything back afterwards.
 * @param size asked for at that moment.
 */
export function onEveryPrint(size: () => PaperSize, kind: PrintKind): void {
  let undo: (() => void) | undefined;
  window.addEventListener('beforeprint', () => {
    undo ??= preparePrinting(size(), kind);
  });
  window.addEventListener('afterprint', () => {
    undo?.();
    undo = undefined;
  });
}

/** Opens the printing dialog for the page as it stands. */
export function printPage(): void {
  window.print();
}

/** Prints with a size and kind of its own, and leaves the page as it was. */
export function printOnce(size: PaperSize, kind: PrintKind): void {
  const undo = preparePrinting(size, kind);
  printPage();
  undo();
}
