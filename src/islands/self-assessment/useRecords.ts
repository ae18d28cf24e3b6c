import { useState } from 'preact/hooks';
import {
  lastChange,
  listRecords,
  newId,
  overwriteRecord,
  removeRecord,
} from '../../browser/assessmentStore.ts';
import type { SaveOutcome } from '../../browser/storage.ts';
import { startNextPeriod } from '../../model/assessment/changes.ts';
import { createRecord, type AssessmentRecord } from '../../model/assessment/record.ts';
import type { MyPost } from '../../model/post/myPost.ts';
import { rememberReplaced } from './importUndo.ts';
import { goToRecord } from './route.ts';

export interface ListedRecord {
  readonly record: AssessmentRecord;
  /** In ms since 1970. */
  readonly changedAt: number;
}

/** The records of this browser, and what can be done with them from the start. */
export interface Records {
  /** The one changed last first. */
  readonly all: readonly ListedRecord[];
  /** Why the last one could not be begun or taken in; undefined when it could. */
  readonly fault: Exclude<SaveOutcome, 'saved'> | undefined;
  readonly find: (id: string) => AssessmentRecord | undefined;
  /** Begins one and leads to it. */
  readonly begin: (period: string, post: MyPost, contentVersion: string) => void;
  /** Begins the next one from what was written in this one. */
  readonly beginNext: (from: AssessmentRecord, period: string) => void;
  /** Takes one in from a file, in the place of the one that is here; that can be undone. */
  readonly take: (record: AssessmentRecord) => void;
  readonly remove: (id: string) => void;
  /** Shows what is kept now. */
  readonly reload: () => void;
}

const listed = () =>
  listRecords().map((record): ListedRecord => ({ record, changedAt: lastChange(record) }));

export function useRecords(): Records {
  const [all, setAll] = useState<readonly ListedRecord[]>(listed);
  const [fault, setFault] = useState<Records['fault']>();
  const reload = () => setAll(listed());
  const open = (record: AssessmentRecord) => {
    const outcome = overwriteRecord(record);
    if (outcome === 'saved') goToRecord(record.id);
    else setFault(outcome);
  };
  const find = (id: string) => all.find(({ record }) => record.id === id)?.record;
  return {
    all,
    fault,
    find,
    begin: (period, post, contentVersion) =>
      open(createRecord(newId(), period, post, contentVersion, Date.now())),
    beginNext: (from, period) => open(startNextPeriod(from, newId(), period, Date.now())),
    take: (record) => {
      const before = find(record.id);
      if (before) rememberReplaced(before);
      open(record);
    },
    remove: (id) => {
      removeRecord(id);
      reload();
    },
    reload,
  };
}
