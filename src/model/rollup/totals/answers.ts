import type { ChecklistEntry } from '../../assessment/checklist.ts';
import type { RollupAnswer } from '../rollup.ts';
import { categories, grades, type Category, type Grade } from '../../vocabulary.ts';
import { stateNumber, tallyStates, type TallyState } from './marks.ts';
import type { AnsweringPerson, Totals } from './totals.ts';

/** Which answers: all that is given must hold. */
export interface AnswerSelection {
  readonly department?: string;
  /** Id. */
  readonly wall?: string;
  /** Id. */
  readonly risk?: string;
  readonly grade?: Grade;
  readonly category?: Category;
  /** None means every state. */
  readonly states: readonly TallyState[];
  /** Only those without a measure, though something is open. */
  readonly lacksMeasure?: boolean;
}

/** Where an answer stands: which person, and at which place of the person's risks. */
export interface AnswerPlace {
  readonly person: number;
  readonly place: number;
}

/** Places in two columns of numbers: there may be hundreds of thousands. */
export interface PlaceList {
  readonly length: number;
  readonly at: (i: number) => AnswerPlace;
}

/** More than any person has risks. */
const placeRoom = 0x10000;

const placeList = (numbers: ArrayLike<number>): PlaceList => ({
  length: numbers.length,
  at: (i) => {
    const number = numbers[i] ?? 0;
    return { person: Math.floor(number / placeRoom), place: number % placeRoom };
  },
});

/** One for each risk that is selected. */
function wantedRisks({ ground }: Totals, selection: AnswerSelection): Uint8Array {
  const { wall, risk, grade, category } = selection;
  const wallNumber = ground.index.walls.findIndex(({ id }) => id === wall);
  const wanted = new Uint8Array(ground.index.risks.length);
  ground.index.risks.forEach((entry, number) => {
    const isWanted =
      (wall === undefined || ground.walls[number] === wallNumber) &&
      (risk === undefined || entry.id === risk) &&
      (grade === undefined || ground.grades[number] === grades.indexOf(grade)) &&
      (category === undefined || ground.categories[number] === categories.indexOf(category));
    wanted[number] = isWanted ? 1 : 0;
  });
  return wanted;
}

/** The answers behind a number, by department, then by person. */
export function answersBehind(totals: Totals, selection: AnswerSelection): PlaceList {
  const { marks, departments, departmentOf } = totals;
  const wantedStates = new Uint8Array(tallyStates.length);
  const states = selection.states.length > 0 ? selection.states : tallyStates;
  for (const state of states) wantedStates[stateNumber(state)] = 1;
  const wanted = wantedRisks(totals, selection);
  const department =
    selection.department === undefined ? undefined : departments.indexOf(selection.department);
  // Room for all of them at once: a list that grows by a hundred thousand is copied again and again.
  const found = new Float64Array(marks.reduce((sum, { risks }) => sum + risks.length, 0));
  let count = 0;
  marks.forEach(({ risks, states: own, measures }, person) => {
    if (department !== undefined && departmentOf[person] !== department) return;
    const measured = selection.lacksMeasure ? new Set(measures) : undefined;
    for (let place = 0; place < risks.length; place += 1) {
      if (wantedStates[own[place] ?? 0] !== 1 || wanted[risks[place] ?? 0] !== 1) continue;
      if (measured?.has(place)) continue;
      found[count] = person * placeRoom + place;
      count += 1;
    }
  });
  return placeList(found.slice(0, count));
}

/** Any places, such as those at which a grade is proposed. @param placesOf by person. */
export function placesWhere(
  totals: Totals,
  placesOf: (person: number) => Iterable<number>,
): PlaceList {
  const found: number[] = [];
  totals.people.forEach((_, person) => {
    for (const place of placesOf(person)) found.push(person * placeRoom + place);
  });
  return placeList(found);
}

/** An answer with all that a list says of it. */
export interface ListedAnswer {
  readonly person: AnsweringPerson;
  readonly risk: ChecklistEntry;
  readonly state: TallyState;
  /** Nothing is said of a risk that was not touched. */
  readonly answer: RollupAnswer;
}

/** @returns undefined only for a place that no list has given out. */
export function answerAt(totals: Totals, { person, place }: AnswerPlace): ListedAnswer | undefined {
  const somebody = totals.people[person];
  const marks = totals.marks[person];
  const risk = totals.ground.index.risks[marks?.risks[place] ?? -1];
  if (!somebody || !marks || !risk) return undefined;
  return {
    person: somebody,
    risk,
    state: tallyStates[marks.states[place] ?? 0] ?? '没填',
    answer: somebody.assessment.answers[risk.id] ?? {},
  };
}
