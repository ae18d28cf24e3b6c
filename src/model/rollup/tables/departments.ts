import type { ChecklistIndex } from '../../assessment/checklist.ts';
import type { RegisterData } from '../../register/rows.ts';
import type { Counting } from '../counting.ts';

/** What all tables are made of. */
export interface TableSources {
  readonly unit: string;
  readonly period: string;
  readonly counting: Counting;
  readonly index: ChecklistIndex;
  readonly register: RegisterData;
  /** `2026-12-01`: what is overdue is so on that day. */
  readonly today: string;
}

/**
 * The departments of the tables: those that have posts, risks or people, in the order of the bureau,
 * then those that only the roster knows.
 */
export function tableDepartments({ index, register, counting }: TableSources): string[] {
  const named = new Set([
    ...index.posts.filter(({ group }) => group !== '外单位').map(({ name }) => name),
    ...index.departments,
    ...counting.people.map(({ department }) => department),
  ]);
  named.delete('');
  const known = register.departments.filter((name) => named.has(name));
  const others = [...named].filter((name) => !register.departments.includes(name));
  return [...known, ...others];
}

/** People of the roster of each department, and those who handed in without being on it. */
export function peopleByDepartment({ people }: Counting) {
  const byDepartment = new Map<string, { expected: number; handedIn: number; others: number }>();
  for (const { department, entry, assessment } of people) {
    const counts = byDepartment.get(department) ?? { expected: 0, handedIn: 0, others: 0 };
    if (entry) {
      counts.expected += 1;
      if (assessment) counts.handedIn += 1;
    } else if (assessment) counts.others += 1;
    byDepartment.set(department, counts);
  }
  return byDepartment;
}
