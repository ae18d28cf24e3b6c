import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import {
  loadRecord,
  overwriteRecord,
  saveRecord,
  watchRecord,
} from '../../browser/assessmentStore.ts';
import { afterPaint, onLeaving } from '../../browser/page.ts';
import type { SaveOutcome } from '../../browser/storage.ts';
import { applyChange, type Change } from '../../model/assessment/changes.ts';
import { mergeRecords } from '../../model/assessment/merge.ts';
import type { AssessmentRecord } from '../../model/assessment/record.ts';

export interface SaveState {
  readonly outcome: SaveOutcome | undefined;
  /** `10:32`, when the last change was saved. */
  readonly time: string;
}

export interface OpenRecord {
  readonly record: AssessmentRecord | undefined;
  readonly fault: 'absent' | 'blocked' | 'damaged' | undefined;
  readonly save: SaveState;
  readonly change: (change: Change) => void;
  /** Puts another state of the record in its place, as an import and its undoing do. */
  readonly replace: (record: AssessmentRecord) => void;
}

const clock = () =>
  new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });

/** An open record: every change is painted first and saved right after. */
export function useRecord(id: string): OpenRecord {
  const [loaded] = useState(() => loadRecord(id));
  const [record, setRecord] = useState(loaded.status === 'present' ? loaded.record : undefined);
  const [save, setSave] = useState<SaveState>({ outcome: undefined, time: '' });
  const current = useRef(record);
  const isWaiting = useRef(false);

  const show = useCallback((next: AssessmentRecord) => {
    current.current = next;
    setRecord(next);
  }, []);

  const flush = useCallback(() => {
    if (!isWaiting.current || !current.current) return;
    isWaiting.current = false;
    const saved = saveRecord(current.current);
    if (saved.outcome === 'saved') show(saved.record);
    setSave({ outcome: saved.outcome, time: clock() });
  }, [show]);

  const change = useCallback(
    (one: Change) => {
      if (!current.current) return;
      show(applyChange(current.current, one, Date.now()));
      if (isWaiting.current) return;
      isWaiting.current = true;
      afterPaint(flush);
    },
    [show, flush],
  );

  const replace = useCallback(
    (next: AssessmentRecord) => {
      show(next);
      setSave({ outcome: overwriteRecord(next), time: clock() });
    },
    [show],
  );

  useEffect(() => {
    // The page may be gone before the timer fires.
    const stopListening = onLeaving(flush);
    const unwatch = watchRecord(id, (other) => {
      if (current.current) show(mergeRecords(current.current, other));
    });
    return () => {
      flush();
      stopListening();
      unwatch();
    };
  }, [id, flush, show]);

  return {
    record,
    fault: loaded.status === 'present' ? undefined : loaded.status,
    save,
    change,
    replace,
  };
}
