import { useEffect, useRef, useState } from 'preact/hooks';
import { isPageHidden } from '../../browser/page.ts';
import { fetchKeys } from '../../browser/quizData.ts';
import { dropSuperseded, exams, noteInBook } from '../../browser/quizStore.ts';
import { isRight } from '../../model/quiz/answer.ts';
import type { OpenQuestion } from '../../model/quiz/bank.ts';
import { examAfter, handIn, isCutOff, type Exam, type ExamAction } from '../../model/quiz/exam.ts';
import type { Save } from '../../model/kept/keeper.ts';
import { faultText } from '../../model/published/fetched.ts';
import { isAtRisk, saveWords } from '../kept/saveWords.ts';

const tickSeconds = 5;

interface Sitting {
  /** Does something in the exam and keeps it at once. */
  readonly act: (action: ExamAction) => void;
  /** Hands the exam in: the keys are fetched only now. */
  readonly finish: () => Promise<void>;
  /** What could not be done or kept; empty when all is well. */
  readonly fault: string;
}

export interface SittingEvents {
  readonly onChange: (exam: Exam) => void;
  /** @param isKept false when the browser could not store the result. */
  readonly onHandedIn: (exam: Exam, isKept: boolean) => void;
}

/**
 * An exam being written, with its clock and all that is kept of it.
 * @param questions undefined while they are being fetched: until then it cannot be handed in.
 */
export function useSitting(
  exam: Exam,
  questions: readonly OpenQuestion[] | undefined,
  { onChange, onHandedIn }: SittingEvents,
): Sitting {
  const [fault, setFault] = useState('');
  const latest = useRef(exam);
  latest.current = exam;
  const isHandingIn = useRef(false);

  const tell = async ({ settled }: Save): Promise<boolean> => {
    const state = { outcome: await settled, time: '' };
    setFault(isAtRisk(state) ? saveWords(state, '请不要关这一页，做完就交卷') : '');
    return !isAtRisk(state);
  };
  const act = (action: ExamAction) => {
    const before = latest.current;
    const next = examAfter(before, action);
    if (next === before) return;
    latest.current = next;
    void tell(exams.save(next.id, before, next));
    onChange(next);
  };
  const finish = async () => {
    if (!questions || isHandingIn.current) return;
    isHandingIn.current = true;
    const keys = await fetchKeys(latest.current.questions.map(({ id }) => id));
    isHandingIn.current = false;
    if (keys.status === 'absent') {
      setFault(`卷子还没有交，答的都还在：答案没有取到。${faultText(keys.fault)}`);
      return;
    }
    const before = latest.current;
    const done = handIn(before, questions, keys.data, Date.now());
    const save = exams.save(done.id, before, done);
    for (const [id, score] of Object.entries(done.handedIn?.scores ?? {})) {
      noteInBook(id, isRight(score));
    }
    const isKept = await tell(save);
    // Without the new result in store the older ones are all there is.
    if (isKept) dropSuperseded();
    // What was handed in first counts: another tab may have been quicker.
    const kept = exams.open(done.id);
    onHandedIn(kept.status === 'present' ? kept.item : done, isKept);
  };
  const now = useRef({ act, finish });
  now.current = { act, finish };

  useEffect(() => {
    const timer = setInterval(() => {
      if (isPageHidden()) return;
      now.current.act({ type: 'tick', seconds: tickSeconds });
      if (isCutOff(latest.current)) void now.current.finish();
    }, tickSeconds * 1000);
    return () => clearInterval(timer);
  }, []);
  return { act, finish, fault };
}
