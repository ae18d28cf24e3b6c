import type { Exam } from '../model/quiz/exam.ts';
import { quizFileText, type QuizFile } from '../model/quiz/quizFile.ts';
import type { WrongBook } from '../model/quiz/wrongBook.ts';
import { saveText } from './files.ts';

/** Saves results and the wrong-answer book as the file that `/quiz/` reads again. */
export function saveQuizFile(
  head: QuizFile['head'],
  exams: readonly Exam[],
  book: WrongBook,
): void {
  const who = head.name && `-${head.name.replace(/[\\/:*?"<>|\s]+/g, '-')}`;
  saveText(`测验记录${who}.json`, quizFileText(head, exams, book), 'application/json');
}
