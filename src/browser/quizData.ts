import type { OpenQuestion, QuestionKey } from '../model/quiz/bank.ts';
import { decodeKeys } from '../model/quiz/keyCoding.ts';
import { allFetched, bothFetched, mapFetched, type Fetched } from '../model/published/fetched.ts';
import { fetchData } from './data.ts';

const fileOf = (id: string) => id.split('-')[0] ?? 'gen';
const filesOf = (ids: readonly string[]) => [...new Set(ids.map(fileOf))];

/** The questions of these ids, in their order; ids that the bank no longer has are left out. */
export async function fetchQuestions(
  ids: readonly string[],
): Promise<Fetched<readonly OpenQuestion[]>> {
  const files = await Promise.all(filesOf(ids).map((file) => fetchData('quiz/*', file)));
  return mapFetched(allFetched(files), (lists) => {
    const all = lists.flatMap(({ questions }) => questions);
    const byId = new Map(all.map((question) => [question.id, question]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  });
}

/** What these questions are judged by. */
export async function fetchKeys(ids: readonly string[]): Promise<Fetched<readonly QuestionKey[]>> {
  const files = await Promise.all(filesOf(ids).map((file) => fetchData('quiz/*-key', file)));
  const wanted = new Set(ids);
  try {
    return mapFetched(allFetched(files), (lists) =>
      lists.flatMap(({ key }) => decodeKeys(key)).filter(({ id }) => wanted.has(id)),
    );
  } catch {
    return { status: 'absent', fault: { cause: 'unreadable', path: 'data/quiz/' } };
  }
}

export interface ExplainedQuestions {
  readonly questions: readonly OpenQuestion[];
  readonly keys: readonly QuestionKey[];
}

/** Questions together with what they are judged by: for practice and for papers to print. */
export async function fetchExplained(ids: readonly string[]): Promise<Fetched<ExplainedQuestions>> {
  const both = bothFetched(...(await Promise.all([fetchQuestions(ids), fetchKeys(ids)])));
  return mapFetched(both, ([questions, keys]) => ({ questions, keys }));
}
