import { canonicalJson } from '../kept/checkCode.ts';
import { recordTitle, type Addition, type Answer, type AssessmentRecord } from './record.ts';

/**
 * Joins two states of one record, as two tabs or two machines have left them: of each answer, each
 * added row and the head the later one counts. The order of the two does not matter.
 */
export function mergeRecords(a: AssessmentRecord, b: AssessmentRecord): AssessmentRecord {
  const answers: Record<string, Answer> = { ...a.answers };
  for (const [id, answer] of Object.entries(b.answers)) {
    const mine = answers[id];
    if (!mine || isLater(answer, mine)) answers[id] = answer;
  }
  const additions = new Map<string, Addition>(a.additions.map((one) => [one.id, one]));
  for (const addition of b.additions) {
    const mine = additions.get(addition.id);
    if (!mine || isLater(addition, mine)) additions.set(addition.id, addition);
  }
  return {
    ...a,
    contentVersion: b.head.at > a.head.at ? b.contentVersion : a.contentVersion,
    head: isLater(b.head, a.head) ? b.head : a.head,
    answers,
    additions: [...additions.values()].sort((x, y) => (x.id < y.id ? -1 : 1)),
    known: [...new Set([...a.known, ...b.known])].sort(),
  };
}

/** At the same instant the text that sorts later counts, so that both sides choose alike. */
function isLater<T extends { readonly at: number }>(one: T, other: T): boolean {
  if (one.at !== other.at) return one.at > other.at;
  return JSON.stringify(one) > JSON.stringify(other);
}

/** Whose records two are, where that is not the same person's one record. */
export interface Strangeness {
  /** `person`: the names differ. `record`: one name or none, but begun as two records. */
  readonly kind: 'person' | 'record';
  /** How each is called, `张三 2026年度`. */
  readonly here: string;
  readonly file: string;
}

const plainName = (name: string) => name.normalize('NFKC').replace(/\s/g, '');

/**
 * Whether a file may be somebody else's: joined with it, the answers of two people would stand under
 * one name, and nobody could tell them apart again.
 * @returns undefined when both are states of one record and no other name stands in the file.
 */
export function strangeness(
  here: AssessmentRecord,
  file: AssessmentRecord,
): Strangeness | undefined {
  const names = [here, file].map(({ head }) => plainName(head.name));
  const isNamed = names.every((name) => name !== '');
  const kind =
    isNamed && names[0] !== names[1] ? 'person' : here.id === file.id ? undefined : 'record';
  return kind && { kind, here: recordTitle(here), file: recordTitle(file) };
}

/** What taking in a file would do to the record that is here. */
export interface ImportPreview {
  /** Only in the file. */
  readonly added: readonly string[];
  /** In both, the file's is later. */
  readonly newer: readonly string[];
  /** In both and different, the one here is later. */
  readonly conflicting: readonly string[];
  readonly sameCount: number;
  readonly addedRows: number;
}

/** An answer without its time. */
const judgement = (answer: Answer) => canonicalJson({ ...answer, at: 0 });

export function previewImport(here: AssessmentRecord, file: AssessmentRecord): ImportPreview {
  const added: string[] = [];
  const newer: string[] = [];
  const conflicting: string[] = [];
  let sameCount = 0;
  for (const [id, answer] of Object.entries(file.answers)) {
    const mine = here.answers[id];
    if (!mine) added.push(id);
    else if (judgement(mine) === judgement(answer)) sameCount += 1;
    else if (isLater(answer, mine)) newer.push(id);
    else conflicting.push(id);
  }
  const rows = new Set(here.additions.map(({ id }) => id));
  return {
    added,
    newer,
    conflicting,
    sameCount,
    addedRows: file.additions.filter(({ id }) => !rows.has(id)).length,
  };
}
