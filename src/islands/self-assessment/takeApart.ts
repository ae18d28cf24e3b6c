import { assessments } from '../../browser/assessmentStore.ts';
import { newId } from '../../browser/keeper.ts';
import type { AssessmentRecord } from '../../model/assessment/record.ts';
import { goToRecord } from './route.ts';

/** Takes a file in as a record of its own, beside all that are here, and leads to it. */
export function takeApart(file: AssessmentRecord): void {
  // A file that was handed on has the number of the record that it was made from.
  const isTaken = assessments.open(file.id).status !== 'absent';
  const record = isTaken ? { ...file, id: newId() } : file;
  assessments.save(record.id, undefined, record);
  goToRecord(record.id);
}
