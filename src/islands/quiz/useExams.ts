import { useEffect, useState } from 'preact/hooks';
import {
  loadExams,
  loadWrongBook,
  removeExam,
  saveExam,
  saveWrongBook,
} from '../../browser/quizStore.ts';
import type { Exam } from '../../model/quiz/exam.ts';
import { joinQuizFile, type QuizFile } from '../../model/quiz/quizFile.ts';
import { goToExam, type Route } from './route.ts';

/** The exams of this browser, and what can be done with them. */
export interface Exams {
  /** The latest begun first. */
  readonly all: readonly Exam[];
  /** The one that the address names. */
  readonly inView: Exam | undefined;
  /** Keeps a new exam and leads to it. */
  readonly begin: (exam: Exam) => void;
  /** Leads to an exam that is there. */
  readonly open: (exam: Exam) => void;
  readonly drop: (exam: Exam) => void;
  /** Shows another state of an exam, which is kept already. */
  readonly show: (exam: Exam) => void;
  /** Joins a file, exams and wrong answers, with what is kept. */
  readonly take: (file: QuizFile) => void;
}

export function useExams(route: Route): Exams {
  const [all, setAll] = useState<readonly Exam[]>(loadExams);
  const reload = () => setAll(loadExams());
  const open = ({ id }: Exam) => {
    reload();
    goToExam(id);
  };
  // Another tab may have written meanwhile.
  useEffect(reload, [route]);
  return {
    all,
    inView: all.find(({ id }) => id === route.examId),
    begin: (exam) => {
      saveExam(exam);
      open(exam);
    },
    open,
    drop: ({ id }) => {
      removeExam(id);
      reload();
    },
    show: (next) => setAll((before) => before.map((one) => (one.id === next.id ? next : one))),
    take: (file) => {
      const joined = joinQuizFile({ exams: loadExams(), wrongBook: loadWrongBook() }, file);
      for (const exam of joined.exams) saveExam(exam);
      saveWrongBook(joined.wrongBook);
      reload();
    },
  };
}
