import { useEffect, useState } from 'preact/hooks';
import { fetchKeys, fetchQuestions } from '../../browser/quizData.ts';
import type { OpenQuestion, QuestionKey } from '../../model/quiz/bank.ts';

export interface ExamTexts {
  readonly questions: readonly OpenQuestion[] | undefined;
  /** Only for exams that were handed in. */
  readonly keys: readonly QuestionKey[] | undefined;
  readonly hasFailed: boolean;
}

/** The texts of an exam. Keys are fetched only when it is over. */
export function useExamTexts(ids: readonly string[], wantsKeys: boolean): ExamTexts {
  const [questions, setQuestions] = useState<readonly OpenQuestion[]>();
  const [keys, setKeys] = useState<readonly QuestionKey[]>();
  const [hasFailed, setHasFailed] = useState(false);
  const wanted = ids.join();
  useEffect(() => {
    fetchQuestions(ids).then(setQuestions, () => setHasFailed(true));
  }, [wanted]);
  useEffect(() => {
    if (wantsKeys) fetchKeys(ids).then(setKeys, () => setHasFailed(true));
  }, [wanted, wantsKeys]);
  return { questions, keys, hasFailed };
}
