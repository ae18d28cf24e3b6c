import { answerStates, type AnswerState } from '../../assessment/record.ts';
import type { RegisterRow } from '../../register/rows.ts';
import { gradeEntries } from '../../vocabulary.ts';
import type { Counting } from '../counting.ts';
import type { RollupAnswer } from '../rollup.ts';

/** How often something was judged, by state; 待确认 is the lack of a judgement, as everywhere. */
export type StateCounts = Readonly<Record<AnswerState, number>>;

/** What all answers come to, as the tables need it. */
export interface AnswerTally {
  /** By id of the risk; risks that nobody answered have none. */
  readonly byRisk: ReadonlyMap<string, StateCounts>;
  /** What is not yet as it should be. */
  readonly open: readonly OpenMeasure[];
}

/** An answer that says 未落实 or 部分落实, with what is to be done about it. */
export interface OpenMeasure {
  /** `<person>-<risk>`. */
  readonly id: string;
  readonly risk: RegisterRow;
  readonly state: AnswerState;
  readonly measure: string;
  readonly responsible: string;
  /** `2026-12-31`, or empty. */
  readonly dueDate: string;
  readonly name: string;
  readonly department: string;
  readonly post: string;
}

const peoplePerSlice = 60;
const stateCount = answerStates.length;

/**
 * Counts all answers, piece by piece so that a page with 2,000 hand-ins can draw in between. Answers
 * to risks that the walls no longer have are left out.
 */
export function* tallyAnswers(
  { people }: Counting,
  rows: readonly RegisterRow[],
): Generator<void, AnswerTally> {
  const places = new Map(rows.map(({ id }, place) => [id, place]));
  const states = new Map(answerStates.map((state, i) => [state, i]));
  const counts = new Uint32Array(rows.length * stateCount);
  const open: OpenMeasure[] = [];
  let sinceBreath = 0;
  for (const { id: personId, name, department, post, assessment } of people) {
    if (!assessment) continue;
    const note = (risk: RegisterRow, state: AnswerState, answer: RollupAnswer) =>
      open.push({
        id: `${personId}-${risk.id}`,
        risk,
        state,
        measure: answer.measure ?? '',
        responsible: answer.responsible ?? '',
        dueDate: answer.dueDate ?? '',
        name,
        department,
        post,
      });
    for (const riskId in assessment.answers) {
      const answer = assessment.answers[riskId];
      const place = places.get(riskId);
      if (answer?.state === undefined || place === undefined) continue;
      const at = place * stateCount + (states.get(answer.state) ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
      const risk = rows[place];
      if (risk && (answer.state === '未落实' || answer.state === '部分落实')) {
        note(risk, answer.state, answer);
      }
    }
    sinceBreath += 1;
    if (sinceBreath % peoplePerSlice === 0) yield;
  }
  const byRisk = new Map(
    rows.flatMap(({ id }, place) => {
      const own = answerStates.map((_, i) => counts[place * stateCount + i] ?? 0);
      if (own.every((count) => count === 0)) return [];
      return [[id, Object.fromEntries(answerStates.map((s, i) => [s, own[i]])) as StateCounts]];
    }),
  );
  return { byRisk, open: inOrder(open) };
}

/** Overdue and pressing ones first; those without a date last; equal dates by grade. */
function inOrder(open: readonly OpenMeasure[]): readonly OpenMeasure[] {
  const keyOf = ({ dueDate, risk }: OpenMeasure) =>
    `${dueDate || '9999'}${gradeEntries[risk.grade].rank}`;
  return open
    .map((one) => ({ one, key: keyOf(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ one }) => one);
}

export const noStates: StateCounts = { 已落实: 0, 部分落实: 0, 未落实: 0, 不适用: 0, 待确认: 0 };

/** Several counts as one. */
export function addStates(all: readonly StateCounts[]): StateCounts {
  const sum = { ...noStates };
  for (const one of all) for (const state of answerStates) sum[state] += one[state];
  return sum;
}

/** `已落实 12，未落实 3`; states that nobody chose are left out. */
export const statesText = (counts: StateCounts | undefined): string =>
  answerStates
    .flatMap((state) => (counts && counts[state] > 0 ? [`${state} ${counts[state]}`] : []))
    .join('，');
