import type { BankIndex, OpenQuestion, QuestionKey } from '../model/quiz/bank.ts';
import { decodeKeys } from '../model/quiz/keyCoding.ts';
import { siteBase } from './siteBase.ts';

async function fetchData<T>(path: string): Promise<T> {
  const response = await fetch(`${siteBase()}data/${path}.json`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json() as Promise<T>;
}

/** Which questions there are, without their texts. */
export const fetchBankIndex = () => fetchData<BankIndex>('quiz');

const fileOf = (id: string) => id.split('-')[0] ?? 'gen';
const filesOf = (ids: readonly string[]) => [...new Set(ids.map(fileOf))];

/** The questions of these ids, in their order; ids that the bank no longer has are left out. */
export async function fetchQuestions(ids: readonly string[]): Promise<OpenQuestion[]> {
  const files = await Promise.all(
    filesOf(ids).map((file) => fetchData<OpenQuestion[]>(`quiz/${file}`)),
  );
  const byId = new Map(files.flat().map((question) => [question.id, question]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What these questions are judged by. */
export async function fetchKeys(ids: readonly string[]): Promise<QuestionKey[]> {
  const files = await Promise.all(
    filesOf(ids).map((file) => fetchData<{ key: string }>(`quiz/${file}-key`)),
  );
  const wanted = new Set(ids);
  return files.flatMap(({ key }) => decodeKeys(key)).filter(({ id }) => wanted.has(id));
}
