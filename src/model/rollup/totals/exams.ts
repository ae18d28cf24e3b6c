import type { CountedPerson, Counting } from '../counting.ts';
import type { RollupExam } from '../rollup.ts';
import { departmentsIn } from './totals.ts';

/** Somebody with an exam. */
export interface ExaminedPerson {
  readonly person: CountedPerson;
  /** The one that counts. */
  readonly exam: RollupExam;
}

/** Of each department, departments in the order of the bureau. */
export interface DepartmentExams {
  readonly department: string;
  readonly examined: number;
  readonly passed: number;
}

export interface Exams {
  /** By department, then as in the roster. */
  readonly people: readonly ExaminedPerson[];
  readonly departments: readonly DepartmentExams[];
}

/** The year of a period such as `2026年度`; undefined when none stands in it: then all years count. */
export function yearOf(period: string): number | undefined {
  const year = /(?:19|20)\d{2}/.exec(period.normalize('NFKC'))?.[0];
  return year === undefined ? undefined : Number(year);
}

/**
 * The exam that counts of those that somebody has handed in: the latest of the year, not the best.
 * Whoever sits again because of wrong answers shows by it what is known now. Files hold the exams of
 * all years.
 */
export function countedExam(
  exams: readonly RollupExam[],
  year: number | undefined,
): RollupExam | undefined {
  return exams
    .filter(({ at }) => year === undefined || new Date(at).getFullYear() === year)
    .reduce<RollupExam | undefined>(
      (latest, exam) => (latest && latest.at > exam.at ? latest : exam),
      undefined,
    );
}

/** By the pass mark that the exam itself bore. */
export const hasPassed = ({ mark, passMark }: RollupExam): boolean => mark >= passMark;

function count(counting: Counting, order: readonly string[], year: number | undefined): Exams {
  const all = counting.people.flatMap((person) => {
    const exam = person.quiz && countedExam(person.quiz.exams, year);
    return exam ? [{ person, exam }] : [];
  });
  const names = departmentsIn(
    all.map(({ person }) => person),
    order,
  );
  const groups = new Map<string, ExaminedPerson[]>(names.map((name) => [name, []]));
  for (const one of all) groups.get(one.person.department)?.push(one);
  return {
    people: [...groups.values()].flat(),
    departments: [...groups].map(([department, own]) => ({
      department,
      examined: own.length,
      passed: own.filter(({ exam }) => hasPassed(exam)).length,
    })),
  };
}

const known = new WeakMap<Counting, { readonly period: string; readonly exams: Exams }>();

/**
 * Who has an exam that counts. Worked out once for each counting.
 * @param order of the departments of the bureau.
 */
export function examsOf(counting: Counting, period: string, order: readonly string[]): Exams {
  const held = known.get(counting);
  if (held?.period === period) return held.exams;
  const exams = count(counting, order, yearOf(period));
  known.set(counting, { period, exams });
  return exams;
}

/** Those behind a number; marks are not told. */
export function examinedBehind(
  { people }: Exams,
  { department, passed }: { readonly department?: string; readonly passed?: boolean },
): ExaminedPerson[] {
  return people.filter(
    ({ person, exam }) =>
      (department === undefined || person.department === department) &&
      (passed === undefined || hasPassed(exam) === passed),
  );
}
