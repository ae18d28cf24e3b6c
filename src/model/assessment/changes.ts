import { laterThan } from '../kept/envelope.ts';
import type { ChecklistEntry } from './checklist.ts';
import type { Addition, Answer, AssessmentRecord, RecordHead } from './record.ts';

/** What a person can do to a record. Every change carries its time, in ms since 1970. */
export type Change =
  | { readonly type: 'answer'; readonly risk: ChecklistEntry; readonly values: AnswerValues }
  | { readonly type: 'answerAll'; readonly answers: readonly RiskValues[] }
  | { readonly type: 'head'; readonly values: Partial<Omit<RecordHead, 'at'>> }
  | { readonly type: 'add'; readonly addition: Omit<Addition, 'at'> }
  | { readonly type: 'editAddition'; readonly id: string; readonly values: AdditionValues }
  | { readonly type: 'removeAddition'; readonly id: string }
  | { readonly type: 'seen'; readonly ids: readonly string[]; readonly contentVersion: string };

/** What a risk is answered with; what is left out stays as it was. */
export interface RiskValues {
  readonly risk: ChecklistEntry;
  readonly values: AnswerValues;
}

export type AnswerValues = Partial<Omit<Answer, 'at' | 'fingerprint'>>;
export type AdditionValues = Partial<Omit<Addition, 'at' | 'id'>>;

/**
 * Applies a change. The record itself is left as it was.
 * @param now ms since 1970; a change never bears an earlier time than what it replaces.
 */
export function applyChange(
  record: AssessmentRecord,
  change: Change,
  now: number,
): AssessmentRecord {
  switch (change.type) {
    case 'answer':
      return answerAll(record, [change], now);
    case 'answerAll':
      return answerAll(record, change.answers, now);
    case 'head':
      return {
        ...record,
        head: { ...record.head, ...change.values, at: laterThan(record.head.at, now) },
      };
    case 'add':
      return { ...record, additions: [...record.additions, { ...change.addition, at: now }] };
    case 'editAddition':
      return editAddition(record, change.id, change.values, now);
    case 'removeAddition':
      // Kept as removed: another tab that still has it must learn that it is gone.
      return editAddition(record, change.id, { isRemoved: true }, now);
    case 'seen':
      return {
        ...record,
        contentVersion: change.contentVersion,
        known: [...new Set([...record.known, ...change.ids])],
      };
  }
}

function answerAll(
  record: AssessmentRecord,
  changed: readonly RiskValues[],
  now: number,
): AssessmentRecord {
  const answers = { ...record.answers };
  for (const { risk, values } of changed) {
    const { id, fingerprint } = risk;
    const before = answers[id];
    answers[id] = { ...before, ...values, fingerprint, at: laterThan(before?.at, now) };
  }
  return { ...record, answers };
}

function editAddition(
  record: AssessmentRecord,
  id: string,
  values: AdditionValues,
  now: number,
): AssessmentRecord {
  return {
    ...record,
    additions: record.additions.map((one) =>
      one.id === id ? { ...one, ...values, at: laterThan(one.at, now) } : one,
    ),
  };
}

/**
 * A new period on the ground of the last one: texts stay, every judgement has to be made again.
 * @param id of the new record.
 */
export function startNextPeriod(
  last: AssessmentRecord,
  id: string,
  period: string,
  now: number,
): AssessmentRecord {
  const answers = Object.entries(last.answers).map(([riskId, answer]) => [
    riskId,
    { ...answer, state: '待确认' as const, at: now },
  ]);
  return {
    ...last,
    id,
    head: { ...last.head, period, noAdditionReason: '', at: now },
    answers: Object.fromEntries(answers) as AssessmentRecord['answers'],
    additions: last.additions.filter(({ isRemoved }) => !isRemoved),
  };
}

/** What has happened to the content since the record was last opened. */
export interface ContentChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/**
 * @param inScope risks of the record's post now.
 * @param all ids of all risks of the site now.
 */
export function contentChanges(
  { known, answers }: AssessmentRecord,
  inScope: readonly ChecklistEntry[],
  all: ReadonlySet<string>,
): ContentChanges {
  const seen = new Set([...known, ...Object.keys(answers)]);
  return {
    added: known.length === 0 ? [] : inScope.flatMap(({ id }) => (seen.has(id) ? [] : [id])),
    changed: inScope.flatMap((risk) => {
      const answer = answers[risk.id];
      return answer && answer.fingerprint !== risk.fingerprint ? [risk.id] : [];
    }),
    removed: Object.keys(answers).filter((id) => !all.has(id)),
  };
}
