import { useEffect } from 'preact/hooks';
import { preparePrinting, printPage, type PaperSize, type PrintKind } from '../../browser/print.ts';

/**
 * Makes the page print as sheets of this size for as long as the view is there.
 * @returns what opens the printing dialog.
 */
export function usePrinting(size: PaperSize, kind: PrintKind): () => void {
  useEffect(() => preparePrinting(size, kind), [size, kind]);
  return printPage;
}
