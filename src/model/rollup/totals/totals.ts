import type { ChecklistIndex } from '../../assessment/checklist.ts';
import type { CountedPerson, Counting } from '../counting.ts';
import type { AssessmentHandIn } from '../rollup.ts';
import { tallyGround, type TallyGround } from './ground.ts';
import { isMarked, marksOf, tallyStates, type Marks } from './marks.ts';

/** Somebody whose self-assessment counts. */
export interface AnsweringPerson extends CountedPerson {
  readonly assessment: AssessmentHandIn;
}

/**
 * All answers that count, in numbers. They are a person's answers to the risks of the scope that
 * the person has chosen; what is not answered there is 没填. The department is the person's (of the
 * roster where the person is on it), not that of the risk: it is there that something is to be done.
 */
export interface Totals {
  readonly ground: TallyGround;
  /** By department in the order of the bureau, then as they come. */
  readonly people: readonly AnsweringPerson[];
  /** By person. */
  readonly marks: readonly Marks[];
  /** Of those who have handed in: of the bureau in its order, then others as they come. */
  readonly departments: readonly string[];
  /** By person: number of the department. */
  readonly departmentOf: Uint16Array;
  /** How many answers: by department, risk and state, see `cubePlace`. */
  readonly cube: Uint32Array;
}

const stateCount = tallyStates.length;

/** Where the answers of a department to a risk begin in the cube; states follow each other. */
export const cubePlace = (riskCount: number, department: number, risk: number): number =>
  (department * riskCount + risk) * stateCount;

const hasAnswered = (person: CountedPerson): person is AnsweringPerson =>
  person.assessment !== undefined;

/**
 * Departments of some people, those of the bureau in its order, then others as they come.
 * @param order of the departments of the bureau.
 */
export function departmentsIn(
  people: readonly Pick<CountedPerson, 'department'>[],
  order: readonly string[],
): string[] {
  const present = new Set(people.map(({ department }) => department));
  const own = order.filter((name) => present.has(name));
  return [...new Set([...own, ...present])];
}

function count(counting: Counting, ground: TallyGround, order: readonly string[]): Totals {
  const answering = counting.people.filter(hasAnswered);
  const departments = departmentsIn(answering, order);
  const numbers = new Map(departments.map((name, number) => [name, number]));
  const numberOf = ({ department }: AnsweringPerson) => numbers.get(department) ?? 0;
  const people = [...answering].sort((a, b) => numberOf(a) - numberOf(b));
  const marks = people.map(({ assessment }) => marksOf(assessment, ground));
  const departmentOf = Uint16Array.from(people, numberOf);
  const riskCount = ground.index.risks.length;
  const cube = new Uint32Array(departments.length * riskCount * stateCount);
  marks.forEach(({ risks, states }, person) => {
    const base = cubePlace(riskCount, departmentOf[person] ?? 0, 0);
    for (let i = 0; i < risks.length; i += 1) {
      const place = base + (risks[i] ?? 0) * stateCount + (states[i] ?? 0);
      cube[place] = (cube[place] ?? 0) + 1;
    }
  });
  return { ground, people, marks, departments, departmentOf, cube };
}

const known = new WeakMap<Counting, Totals>();

/**
 * The totals of what counts. Worked out once for each counting; hand-ins that were read before are
 * not read again.
 * @param order of the departments of the bureau.
 */
export function totalsOf(
  counting: Counting,
  index: ChecklistIndex,
  order: readonly string[],
): Totals {
  const ground = tallyGround(index);
  const held = known.get(counting);
  if (held?.ground === ground) return held;
  const totals = count(counting, ground, order);
  known.set(counting, totals);
  return totals;
}

/**
 * Reads some more hand-ins, so that `totalsOf` has less to do at once.
 * @param isTimeUp asked after each hand-in.
 * @returns whether all have been read.
 */
export function readAhead(
  counting: Counting,
  index: ChecklistIndex,
  isTimeUp: () => boolean,
): boolean {
  const ground = tallyGround(index);
  for (const { assessment } of counting.people) {
    if (!assessment || isMarked(assessment, ground)) continue;
    if (isTimeUp()) return false;
    marksOf(assessment, ground);
  }
  return true;
}

/** How many answers do not count, see `Marks`. */
export const strayCount = ({ marks }: Totals): number =>
  marks.reduce((sum, { strays }) => sum + strays, 0);
