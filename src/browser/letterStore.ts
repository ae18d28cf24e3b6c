import { readDraft, type LetterDraft } from '../model/letter/draft.ts';
import {
  printLogSchema,
  withEvent,
  type PrintEvent,
  type PrintLog,
} from '../model/letter/printLog.ts';
import { readRecordData, removeRecordData, writeRecordData, type SaveOutcome } from './storage.ts';

/** The letter being written and the log of what was printed, in this browser. */
const draftKey = 'letter.draft';
const logKey = 'letter.print-log';

export function loadDraft(): LetterDraft | undefined {
  const stored = readRecordData(draftKey);
  return stored.status === 'present' ? readDraft(stored.data) : undefined;
}

export function saveDraft(draft: LetterDraft): SaveOutcome {
  return writeRecordData(draftKey, draft);
}

export function clearDraft(): void {
  removeRecordData(draftKey);
}

export function loadPrintLog(): PrintLog {
  const stored = readRecordData(logKey);
  if (stored.status !== 'present') return [];
  const result = printLogSchema.safeParse(stored.data);
  return result.success ? result.data : [];
}

/** Notes what goes to the printer. When the storage is full the oldest half gives way. */
export function notePrinted(event: PrintEvent): SaveOutcome {
  const log = withEvent(loadPrintLog(), event);
  const outcome = writeRecordData(logKey, log);
  if (outcome !== 'full') return outcome;
  return writeRecordData(logKey, log.slice(0, Math.ceil(log.length / 2)));
}

export function clearPrintLog(): void {
  removeRecordData(logKey);
}
