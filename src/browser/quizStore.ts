import { keptExams, readExam, type Exam } from '../model/quiz/exam.ts';
import { readRound, type Round } from '../model/quiz/practice.ts';
import { noteAnswer, readWrongBook, type WrongBook } from '../model/quiz/wrongBook.ts';
import { seedFrom, seedLength } from '../model/quiz/seed.ts';
import {
  readRecordData,
  recordKeys,
  removeRecordData,
  writeRecordData,
  type SaveOutcome,
} from './storage.ts';

/** Quizzes in this browser: each exam and the wrong-answer book under a key of its own. */
const examBeginning = 'quiz.exam.';
const bookKey = 'quiz.wrong-book';
const roundKey = 'quiz.round';

export function newSeed(): string {
  return seedFrom(crypto.getRandomValues(new Uint8Array(seedLength)));
}

/** All exams, the latest begun first. Damaged ones stay where they are and are not shown. */
export function loadExams(): Exam[] {
  return recordKeys(examBeginning)
    .flatMap((key) => {
      const stored = readRecordData(key);
      return stored.status === 'present' ? (readExam(stored.data) ?? []) : [];
    })
    .sort((a, b) => b.startedAt - a.startedAt);
}

export function saveExam(exam: Exam): SaveOutcome {
  return writeRecordData(examBeginning + exam.id, exam);
}

export function removeExam(id: string): void {
  removeRecordData(examBeginning + id);
}

/** Of what was handed in only the best and the latest of each paper stay; unfinished ones all stay. */
export function dropSuperseded(): void {
  const exams = loadExams();
  const kept = new Set(keptExams(exams));
  for (const exam of exams) if (exam.handedIn && !kept.has(exam)) removeExam(exam.id);
}

export function loadWrongBook(): WrongBook {
  const stored = readRecordData(bookKey);
  return (stored.status === 'present' ? readWrongBook(stored.data) : undefined) ?? {};
}

export function saveWrongBook(book: WrongBook): SaveOutcome {
  return writeRecordData(bookKey, book);
}

/** Notes an answer in the book; read anew each time, since another tab may have written. */
export function noteInBook(id: string, wasRight: boolean): void {
  saveWrongBook(noteAnswer(loadWrongBook(), id, wasRight, Date.now()));
}

/** The round of practice that was not finished. */
export function loadRound(): Round | undefined {
  const stored = readRecordData(roundKey);
  return stored.status === 'present' ? readRound(stored.data) : undefined;
}

/** Keeps where a round stands; one with nothing left is forgotten. */
export function keepRound(round: Round): void {
  if (round.practice.queue.length > 0) writeRecordData(roundKey, round);
  else removeRecordData(roundKey);
}

export function dropRound(): void {
  removeRecordData(roundKey);
}
