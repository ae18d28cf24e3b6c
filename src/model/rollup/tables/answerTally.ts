import { answerStates } from '../../assessment/record.ts';
import type { RegisterRow } from '../../register/rows.ts';
import { gradeEntries } from '../../vocabulary.ts';
import {
  dayNumber,
  judgedStates,
  openStates,
  tallyStates,
  type TallyState,
} from '../totals/marks.ts';
import { cubePlace, type Totals } from '../totals/totals.ts';

/** How often something was judged, by state. */
export type StateCounts = Readonly<Record<TallyState, number>>;

/** What all answers that count come to, as the tables need it: the same as the pictures show. */
export interface AnswerTally {
  /** By id of the risk; risks that are in nobody's scope have none. */
  readonly byRisk: ReadonlyMap<string, StateCounts>;
  /** What is not yet as it should be. */
  readonly open: readonly OpenMeasure[];
}

/** An answer that says 未落实 or 部分落实, with what is to be done about it. */
export interface OpenMeasure {
  /** `<person>-<risk>`. */
  readonly id: string;
  readonly risk: RegisterRow;
  readonly state: TallyState;
  readonly measure: string;
  readonly responsible: string;
  /** `2026-12-31`, or empty. */
  readonly dueDate: string;
  readonly name: string;
  readonly department: string;
  readonly post: string;
}

/** Hand-ins between two breaths of the page. */
const peoplePerSlice = 60;

export const noStates: StateCounts = {
  没填: 0,
  已落实: 0,
  部分落实: 0,
  未落实: 0,
  不适用: 0,
  待确认: 0,
};

/** Several counts as one. */
export function addStates(all: readonly StateCounts[]): StateCounts {
  const sum = { ...noStates };
  for (const one of all) for (const state of tallyStates) sum[state] += one[state];
  return sum;
}

/** Sum of some states. */
export const countOf = (counts: StateCounts, states: readonly TallyState[]): number =>
  states.reduce((sum, state) => sum + counts[state], 0);

export const judgedCount = (counts: StateCounts): number => countOf(counts, judgedStates);

/** `已落实 12，未落实 3`; what nobody chose is left out. */
export const statesText = (counts: StateCounts | undefined): string =>
  answerStates
    .flatMap((state) => (counts && counts[state] > 0 ? [`${state} ${counts[state]}`] : []))
    .join('，');

function countRisks({ ground, departments, cube }: Totals): Map<string, StateCounts> {
  const { risks } = ground.index;
  const width = tallyStates.length;
  const sums = new Uint32Array(risks.length * width);
  for (let department = 0; department < departments.length; department += 1) {
    const from = cubePlace(risks.length, department, 0);
    for (let i = 0; i < sums.length; i += 1) sums[i] = (sums[i] ?? 0) + (cube[from + i] ?? 0);
  }
  const counts = new Map<string, StateCounts>();
  risks.forEach(({ id }, risk) => {
    const own = { ...noStates };
    tallyStates.forEach((state, i) => (own[state] = sums[risk * width + i] ?? 0));
    if (countOf(own, tallyStates) > 0) counts.set(id, own);
  });
  return counts;
}

/** Overdue and pressing ones first; those without a date last; equal dates by grade. */
function inOrder(open: readonly OpenMeasure[]): readonly OpenMeasure[] {
  const room = open.length + 1;
  // One number for date, grade and place: numbers are sorted many times faster than by a rule.
  const keys = Float64Array.from(open, ({ dueDate, risk }, i) => {
    return (dayNumber(dueDate) * 4 + gradeEntries[risk.grade].rank) * room + i;
  }).sort();
  return Array.from(keys, (key) => open[key % room]).flatMap((one) => one ?? []);
}

/**
 * Counts all answers, piece by piece so that a page with 2,000 hand-ins can draw in between.
 * @param rows of the register, for what is said of a risk.
 */
export function* tallyAnswers(
  totals: Totals,
  rows: readonly RegisterRow[],
): Generator<void, AnswerTally> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byNumber = totals.ground.index.risks.map(({ id }) => byId.get(id));
  const isOpen = tallyStates.map((state) => openStates.some((one) => one === state));
  const open: OpenMeasure[] = [];
  for (const [person, marks] of totals.marks.entries()) {
    const somebody = totals.people[person];
    if (!somebody) continue;
    const { id, name, department, post, assessment } = somebody;
    for (let place = 0; place < marks.risks.length; place += 1) {
      const state = marks.states[place] ?? 0;
      const risk = isOpen[state] ? byNumber[marks.risks[place] ?? 0] : undefined;
      if (!risk) continue;
      const answer = assessment.answers[risk.id];
      open.push({
        id: `${id}-${risk.id}`,
        risk,
        state: tallyStates[state] ?? '没填',
        measure: answer?.measure ?? '',
        responsible: answer?.responsible ?? '',
        dueDate: answer?.dueDate ?? '',
        name,
        department,
        post,
      });
    }
    if (person % peoplePerSlice === peoplePerSlice - 1) yield;
  }
  const byRisk = countRisks(totals);
  yield;
  return { byRisk, open: inOrder(open) };
}
