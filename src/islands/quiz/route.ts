import { goToHash } from '../../browser/hash.ts';
import { useHash } from '../../browser/useHash.ts';

/** The parts of the page; each has an address. */
export const tabs = [
  { hash: 'practice', name: '练习' },
  { hash: 'exam', name: '考试' },
  { hash: 'wrong', name: '错题本' },
  { hash: 'records', name: '成绩' },
  { hash: 'paper', name: '印卷子' },
] as const;

export interface Route {
  readonly tab: (typeof tabs)[number]['hash'];
  /** `#exam/<id>`: one exam, begun or handed in. */
  readonly examId: string | undefined;
}

function readRoute(hash: string): Route {
  const [name, examId] = hash.split('/');
  const tab = tabs.find((one) => one.hash === name)?.hash ?? 'practice';
  return { tab, examId: tab === 'exam' ? examId : undefined };
}

export const useRoute = (): Route => useHash(readRoute);

/** Leads to one exam, or to where exams begin. */
export function goToExam(examId?: string): void {
  goToHash(examId === undefined ? 'exam' : `exam/${examId}`);
}
