import { exams, loadExams, loadWrongBook, takeWrongEntries } from '../../browser/quizStore.ts';
import type { SaveOutcome } from '../../model/kept/keeper.ts';
import type { Exam } from '../../model/quiz/exam.ts';
import { joinQuizFile, type QuizFile } from '../../model/quiz/quizFile.ts';
import { useKeptList } from '../kept/useKeptList.ts';
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
  /** Joins a file, exams and wrong answers, with what is kept. @returns how each part was kept. */
  readonly take: (file: QuizFile) => Promise<readonly SaveOutcome[]>;
}

export function useExams(route: Route): Exams {
  const [all, reload, setAll] = useKeptList<readonly Exam[]>(exams, loadExams);
  const open = ({ id }: Exam) => {
    reload();
    goToExam(id);
  };
  return {
    all,
    inView: all.find(({ id }) => id === route.examId),
    begin: (exam) => {
      exams.save(exam.id, undefined, exam);
      open(exam);
    },
    open,
    drop: ({ id }) => {
      exams.remove(id);
      reload();
    },
    show: (next) => setAll((before) => before.map((one) => (one.id === next.id ? next : one))),
    take: async (file) => {
      const here = loadExams();
      const joined = joinQuizFile({ exams: here, wrongBook: loadWrongBook() }, file);
      const known = new Set(here.map(({ id }) => id));
      const saves = [
        ...joined.exams
          .filter(({ id }) => !known.has(id))
          .map((exam) => exams.save(exam.id, undefined, exam)),
        takeWrongEntries(joined.wrongBook),
      ];
      reload();
      return Promise.all(saves.map(({ settled }) => settled));
    },
  };
}
