import { useCallback } from 'preact/hooks';
import { assessments } from '../../browser/assessmentStore.ts';
import { applyChange, type Change } from '../../model/assessment/changes.ts';
import type { AssessmentRecord } from '../../model/assessment/record.ts';
import type { Opened } from '../../model/kept/keep.ts';
import type { SaveState } from '../kept/saveWords.ts';
import { useKept } from '../kept/useKept.ts';

export interface OpenRecord {
  readonly record: AssessmentRecord | undefined;
  readonly status: Opened<AssessmentRecord>['status'];
  readonly save: SaveState;
  readonly change: (change: Change) => void;
  /** Puts another state of the record in its place, as an import and its undoing do. */
  readonly replace: (record: AssessmentRecord) => void;
}

/** An open record, kept while it is filled in. */
export function useRecord(id: string): OpenRecord {
  const { item, status, save, change } = useKept(assessments, id);
  return {
    record: item,
    status,
    save,
    change: useCallback(
      (one: Change) => change((record) => applyChange(record, one, Date.now())),
      [change],
    ),
    replace: useCallback((record: AssessmentRecord) => change(() => record), [change]),
  };
}
