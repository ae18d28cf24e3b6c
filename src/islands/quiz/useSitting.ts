import { useEffect, useRef, useState } from 'preact/hooks';
import { isPageHidden } from '../../browser/page.ts';
import { fetchKeys } from '../../browser/quizData.ts';
import { dropSuperseded, noteInBook, saveExam } from '../../browser/quizStore.ts';
import { isRight } from '../../model/quiz/answer.ts';
import type { OpenQuestion } from '../../model/quiz/bank.ts';
import { examAfter, handIn, isCutOff, type Exam, type ExamAction } from '../../model/quiz/exam.ts';
import { faultText } from '../../model/published/fetched.ts';

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

  const act = (action: ExamAction) => {
    const next = examAfter(latest.current, action);
    latest.current = next;
    if (saveExam(next) === 'saved') setFault('');
    else setFault('没有存住：这台电脑的浏览器不让存，或者满了。请不要关这一页，做完就交卷。');
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
    const done = handIn(latest.current, questions, keys.data, Date.now());
    const isKept = saveExam(done) === 'saved';
    for (const [id, score] of Object.entries(done.handedIn?.scores ?? {})) {
      noteInBook(id, isRight(score));
    }
    // Without the new result in store the older ones are all there is.
    if (isKept) dropSuperseded();
    onHandedIn(done, isKept);
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
