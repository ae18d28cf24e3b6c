import { readFileSync } from 'node:fs';
import type { ChecklistIndex } from '../../src/model/assessment/checklist.ts';
import type { AssessmentRecord } from '../../src/model/assessment/record.ts';
import { everyPost } from '../../src/model/post/myPost.ts';
import { madeBureau, type MadePerson } from '../fixtures/rollup/madeBureau.ts';

export const readIndex = (): ChecklistIndex =>
  JSON.parse(readFileSync('dist/data/checklist.json', 'utf8')) as ChecklistIndex;

/** Everybody goes through the walls on which the made-up answers are: all of them count. */
function widened(record: AssessmentRecord): AssessmentRecord {
  const walls = [...new Set(Object.keys(record.answers).map((id) => id.split('-')[0] ?? ''))];
  return { ...record, head: { ...record.head, scope: { ...everyPost, walls } } };
}

/** So many people, each with a record of 40 to 250 answers. */
export function manyRecords(
  people: number,
  index: ChecklistIndex,
): { readonly person: MadePerson; readonly record: AssessmentRecord }[] {
  const bureau = madeBureau({
    people,
    seed: 'benchmark',
    index,
    answers: [40, 250],
    assessmentShare: 1,
  });
  return bureau.people.flatMap((person) =>
    person.record ? [{ person, record: widened(person.record) }] : [],
  );
}
