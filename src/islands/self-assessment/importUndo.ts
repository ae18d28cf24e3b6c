import type { AssessmentRecord } from '../../model/assessment/record.ts';

/** The state that the last import of each record has replaced, while this page is open. */
const replaced = new Map<string, AssessmentRecord>();

export function rememberReplaced(before: AssessmentRecord): void {
  replaced.set(before.id, before);
}

export function replacedBy(recordId: string): AssessmentRecord | undefined {
  return replaced.get(recordId);
}

export function forgetReplaced(recordId: string): void {
  replaced.delete(recordId);
}
