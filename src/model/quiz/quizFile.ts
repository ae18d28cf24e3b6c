import { checkCode } from '../kept/checkCode.ts';
import { itemIdPattern, onlyItem } from '../kept/envelope.ts';
import { fileText, openFile, readItem, type OpenedFile } from '../kept/keptFile.ts';
import { isObject } from '../kept/kind.ts';
import type { Exam } from './exam.ts';
import { examKept } from './examKept.ts';
import { joinBooks, type WrongBook } from './wrongBook.ts';
import { wrongBookKept } from './wrongBookKept.ts';

/** Who hands the file in. */
export interface QuizFileHead {
  readonly name: string;
  readonly department: string;
}

/** What a file of quiz results holds. */
export interface QuizFile {
  readonly head: QuizFileHead;
  readonly exams: readonly Exam[];
  readonly wrongBook: WrongBook;
  /** What in the file could not be read, in words. */
  readonly unread: readonly string[];
}

/** The check code of a handed-in exam: seed, content version, answers and mark stand in it. */
export function examCode({ seed, paperId, contentVersion, questions, answers, handedIn }: Exam) {
  return checkCode({
    seed,
    paperId,
    contentVersion,
    questions,
    answers,
    mark: handedIn?.mark,
    at: handedIn?.at,
  });
}

/** The file in which quiz results leave the browser. */
export function quizFileText(
  head: QuizFileHead,
  exams: readonly Exam[],
  wrongBook: WrongBook,
): string {
  return fileText('quiz', { head, exams, wrongBook }, { codes: exams.map(examCode) });
}

export type QuizFileResult =
  | { readonly file: QuizFile; readonly fault?: undefined }
  | { readonly file?: undefined; readonly fault: string };

const headText = (value: unknown) => (typeof value === 'string' ? value.slice(0, 60) : '');

function readExamOf(data: unknown, i: number, schema: number): { exam?: Exam; unread: string[] } {
  const name = `第 ${i + 1} 次考试`;
  const id = isObject(data) ? data['id'] : undefined;
  if (typeof id !== 'string' || !itemIdPattern.test(id)) return { unread: [name] };
  const { item, unread } = readItem(examKept, id, data, schema);
  return {
    // Only what was handed in leaves a browser; without its mark it would come back as one to go on with.
    ...(item?.handedIn && { exam: item }),
    unread: item ? unread.map((part) => `${name}的${part}`) : [name],
  };
}

/** Quiz results out of an opened file. */
export function readQuiz({ kind, schema, data }: OpenedFile): QuizFileResult {
  if (kind !== 'quiz') return { fault: '这是本站导出的另一种文件，不是测验记录。' };
  const { head, exams, wrongBook } = data;
  const read = (Array.isArray(exams) ? exams.slice(0, 500) : []).map((exam, i) =>
    readExamOf(exam, i, schema),
  );
  const book = readItem(wrongBookKept, onlyItem, wrongBook, schema);
  return {
    file: {
      head: {
        name: headText(isObject(head) ? head['name'] : undefined),
        department: headText(isObject(head) ? head['department'] : undefined),
      },
      exams: read.flatMap(({ exam }) => exam ?? []),
      wrongBook: book.item ?? {},
      unread: [
        ...(Array.isArray(exams) ? [] : ['考试']),
        ...read.flatMap(({ unread }) => unread),
        ...book.unread,
      ],
    },
  };
}

/** Reads a file that a person chose, or says in a sentence what is wrong with it. */
export function readQuizFile(text: string): QuizFileResult {
  const opened = openFile(text);
  return 'fault' in opened ? opened : readQuiz(opened);
}

/** Exams of both, each once; the wrong books joined. */
export function joinQuizFile(
  mine: { readonly exams: readonly Exam[]; readonly wrongBook: WrongBook },
  file: QuizFile,
): { readonly exams: Exam[]; readonly wrongBook: WrongBook } {
  const known = new Set(mine.exams.map(({ id }) => id));
  return {
    exams: [...mine.exams, ...file.exams.filter(({ id }) => !known.has(id))],
    wrongBook: joinBooks(mine.wrongBook, file.wrongBook),
  };
}
