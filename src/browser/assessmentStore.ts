import { mergeRecords } from '../model/assessment/merge.ts';
import { readRecord } from '../model/assessment/recordFile.ts';
import type { AssessmentRecord } from '../model/assessment/record.ts';
import {
  isAsWritten,
  putAside,
  readRecordData,
  recordKeys,
  removeRecordData,
  watchRecordData,
  writeRecordData,
  type SaveOutcome,
} from './storage.ts';

/** Self-assessment records in this browser, each under a key of its own. */
const beginning = 'assessment.';

export type Loaded =
  | { readonly status: 'present'; readonly record: AssessmentRecord }
  | { readonly status: 'absent' | 'blocked' | 'damaged' };

/** Reads a record; what cannot be read is put aside and reported. */
export function loadRecord(id: string): Loaded {
  const stored = readRecordData(beginning + id);
  if (stored.status !== 'present' && stored.status !== 'damaged') return { status: stored.status };
  const result = stored.status === 'present' ? readRecord(stored.data) : undefined;
  if (result?.record) return { status: 'present', record: result.record };
  putAside(beginning + id, stored.status === 'present' ? JSON.stringify(stored.data) : stored.text);
  return { status: 'damaged' };
}

/** All records that can be read, the one changed last first. */
export function listRecords(): AssessmentRecord[] {
  return recordKeys(beginning)
    .flatMap((key) => {
      const loaded = loadRecord(key.slice(beginning.length));
      return loaded.status === 'present' ? [loaded.record] : [];
    })
    .sort((a, b) => lastChange(b) - lastChange(a));
}

/** When anything in the record was last changed, in ms since 1970. */
export function lastChange({ head, answers, additions }: AssessmentRecord): number {
  return Math.max(
    head.at,
    ...Object.values(answers).map(({ at }) => at),
    ...additions.map(({ at }) => at),
  );
}

/**
 * Saves a record together with what another tab may have saved meanwhile.
 * @returns the record as it is now, and whether it could be kept.
 */
export function saveRecord(record: AssessmentRecord): {
  readonly record: AssessmentRecord;
  readonly outcome: SaveOutcome;
} {
  // Reading and checking a long record takes longer than a key press may.
  if (isAsWritten(beginning + record.id)) {
    return { record, outcome: overwriteRecord(record) };
  }
  const loaded = loadRecord(record.id);
  const merged = loaded.status === 'present' ? mergeRecords(record, loaded.record) : record;
  return { record: merged, outcome: writeRecordData(beginning + record.id, merged) };
}

/** Saves a record as it is, without what is stored: to take back an import. */
export function overwriteRecord(record: AssessmentRecord): SaveOutcome {
  return writeRecordData(beginning + record.id, record);
}

export function removeRecord(id: string): void {
  removeRecordData(beginning + id);
}

/** Calls back with what another tab has saved. @returns a function that ends the watch. */
export function watchRecord(id: string, changed: (record: AssessmentRecord) => void): () => void {
  return watchRecordData(beginning + id, () => {
    const loaded = loadRecord(id);
    if (loaded.status === 'present') changed(loaded.record);
  });
}

/** An id that no other record has: plain http has no randomUUID, but it has random values. */
export function newId(): string {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return Array.from(random, (value) => value.toString(36).padStart(7, '0')).join('');
}
