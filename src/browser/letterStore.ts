import { onlyItem } from '../model/kept/envelope.ts';
import type { Save } from '../model/kept/keeper.ts';
import { draftKept } from '../model/letter/draftKept.ts';
import type { PrintEvent, PrintLog } from '../model/letter/printLog.ts';
import { eventPart, printLogKept } from '../model/letter/printLogKept.ts';
import { keeper } from './keeper.ts';

/** The letter being written. */
export const drafts = keeper.of(draftKept);
export const printLogs = keeper.of(printLogKept);

/** The log of what was printed from this computer, the latest first. */
export function loadPrintLog(): PrintLog {
  const opened = printLogs.open(onlyItem);
  return opened.status === 'present' ? opened.item : [];
}

/** Notes what goes to the printer. */
export function notePrinted(event: PrintEvent): Save {
  return printLogs.write(onlyItem, { [eventPart(event)]: event });
}
