import { assessments } from '../../browser/assessmentStore.ts';
import { newId } from '../../browser/keeper.ts';
import { startNextPeriod } from '../../model/assessment/changes.ts';
import { createRecord, lastChange, type AssessmentRecord } from '../../model/assessment/record.ts';
import type { ChecklistIndex } from '../../model/assessment/checklist.ts';
import type { MyPost } from '../../model/post/myPost.ts';
import { formPlace } from '../../model/post/postList.ts';
import { useKeptList } from '../kept/useKeptList.ts';
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
  /** How many are kept by a newer version of the site, so that nothing of them can be read. */
  readonly newerCount: number;
  readonly find: (id: string) => AssessmentRecord | undefined;
  /** Begins one and leads to it. */
  readonly begin: (period: string, post: MyPost, index: ChecklistIndex) => void;
  /** Begins the next one from what was written in this one. */
  readonly beginNext: (from: AssessmentRecord, period: string) => void;
  /** Takes one in from a file, in the place of the one that is here; that can be undone. */
  readonly take: (record: AssessmentRecord) => void;
  readonly remove: (id: string) => void;
  /** Shows what is kept now. */
  readonly reload: () => void;
}

function listed() {
  const opened = assessments.list();
  const all = opened
    .flatMap(({ opened: one }): readonly ListedRecord[] => {
      const record = one.status === 'present' || one.status === 'newer' ? one.item : undefined;
      return record ? [{ record, changedAt: lastChange(record) }] : [];
    })
    .sort((a, b) => b.changedAt - a.changedAt);
  const isUnread = ({ opened: one }: (typeof opened)[number]) =>
    one.status === 'newer' && one.item === undefined;
  return { all, newerCount: opened.filter(isUnread).length };
}

export function useRecords(): Records {
  const [{ all, newerCount }, reload] = useKeptList(assessments, listed);
  const find = (id: string) => all.find(({ record }) => record.id === id)?.record;
  // One that the browser does not keep is worked on all the same; the page says that it is not kept.
  const open = (record: AssessmentRecord, before?: AssessmentRecord) => {
    assessments.save(record.id, before, record);
    goToRecord(record.id);
  };
  return {
    all,
    newerCount,
    find,
    begin: (period, post, { contentVersion, posts }) =>
      open(createRecord(newId(), period, post, contentVersion, Date.now(), formPlace(posts, post))),
    beginNext: (from, period) => open(startNextPeriod(from, newId(), period, Date.now())),
    take: (record) => {
      const before = find(record.id);
      if (before) rememberReplaced(before);
      open(record, before);
    },
    remove: (id) => {
      assessments.remove(id);
      reload();
    },
    reload,
  };
}
