import type { Exam } from '../model/quiz/exam.ts';
import { recheck, type Recheck } from '../model/quiz/recheck.ts';
import { mapFetched, type Fetched } from '../model/published/fetched.ts';
import { fetchData } from './data.ts';
import { fetchExplained } from './quizData.ts';

/** Marks exams out of a file again, in their order, by the bank of the site. */
export async function fetchRechecks(exams: readonly Exam[]): Promise<Fetched<readonly Recheck[]>> {
  const index = await fetchData('quiz');
  if (index.status !== 'present') return index;
  const known = new Set(index.data.questions.map(({ id }) => id));
  // Ids of a file lead to no other address than those of the bank.
  const ids = exams.flatMap(({ questions }) => questions.map(({ id }) => id));
  const texts = await fetchExplained([...new Set(ids)].filter((id) => known.has(id)));
  return mapFetched(texts, ({ questions, keys }) =>
    exams.map((exam) => recheck(exam, index.data, questions, keys)),
  );
}
