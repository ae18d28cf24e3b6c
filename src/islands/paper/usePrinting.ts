import { useLayoutEffect } from 'preact/hooks';
import { preparePrinting, printPage, type PaperSize, type PrintKind } from '../../browser/print.ts';

/**
 * Makes the page print as sheets of this size for as long as the view is there.
 * @returns what opens the printing dialog.
 */
export function usePrinting(size: PaperSize, kind: PrintKind): () => void {
  // Before the sheets are painted: who prints at once must not get the size of before.
  useLayoutEffect(() => preparePrinting(size, kind), [size, kind]);
  return printPage;
}
