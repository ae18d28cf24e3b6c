import { departmentTable } from '../../src/model/rollup/picture/departmentTables.ts';
import { stateTable } from '../../src/model/rollup/picture/wallTables.ts';
import type { Counting } from '../../src/model/rollup/counting.ts';
import { totalsOf } from '../../src/model/rollup/totals/totals.ts';
import { manyRecords, readIndex } from './rollupOf.ts';

export interface TallyFigures {
  readonly answers: number;
  /** From hand-ins as they are to all totals: the middle one. */
  readonly tallyMs: number;
  /** The same once more after one more file. */
  readonly againMs: number;
  /** Of two tables. */
  readonly tablesMs: number;
}

const runs = 7;
const middle = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function timed<T>(times: number[], task: () => T): T {
  const start = performance.now();
  const result = task();
  times.push(performance.now() - start);
  return result;
}

/** Adds up what so many people have handed in, from nothing and once more. */
export function measureTally(people: number): TallyFigures {
  const index = readIndex();
  const order = index.posts.map(({ name }) => name);
  const records = manyRecords(people, index);
  const answers = records.reduce((sum, { record }) => sum + Object.keys(record.answers).length, 0);
  /** New hand-ins each time: what was read once is not read again. */
  const counting = (): Counting => ({
    people: records.map(({ person, record }) => ({
      id: person.id,
      name: person.name,
      department: person.department,
      post: person.post,
      entry: undefined,
      quiz: undefined,
      assessment: {
        kind: 'assessment',
        id: `assessment-${record.id}`,
        fileName: '',
        takenAt: 0,
        at: 0,
        name: person.name,
        department: person.department,
        contentVersion: record.contentVersion,
        unread: [],
        isCodeRight: true,
        post: person.post,
        period: record.head.period,
        scope: record.head.scope,
        answers: record.answers,
        additions: record.additions,
        noAdditionReason: '',
      },
    })),
    listed: [],
    logs: [],
  });
  const [tally, again, tables] = [[], [], []] as [number[], number[], number[]];
  for (let i = 0; i < runs; i += 1) {
    const first = counting();
    timed(tally, () => totalsOf(first, index, order));
    const [latest] = counting().people;
    const more = { ...first, people: latest ? [...first.people, latest] : first.people };
    const totals = timed(again, () => totalsOf(more, index, order));
    timed(tables, () => [departmentTable(totals), stateTable(totals)]);
  }
  return { answers, tallyMs: middle(tally), againMs: middle(again), tablesMs: middle(tables) };
}
