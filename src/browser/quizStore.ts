import { onlyItem } from '../model/kept/envelope.ts';
import type { Save } from '../model/kept/keeper.ts';
import { keptExams, type Exam } from '../model/quiz/exam.ts';
import { examKept } from '../model/quiz/examKept.ts';
import type { Round } from '../model/quiz/practice.ts';
import { roundKept } from '../model/quiz/roundKept.ts';
import { seedFrom, seedLength } from '../model/quiz/seed.ts';
import { entryAfter, type WrongBook } from '../model/quiz/wrongBook.ts';
import { wrongBookKept } from '../model/quiz/wrongBookKept.ts';
import { keeper } from './keeper.ts';

/** Quizzes in this browser: each exam and each round of practice by its id, and one wrong-answer book. */
export const exams = keeper.of(examKept);
export const rounds = keeper.of(roundKept);
export const wrongBooks = keeper.of(wrongBookKept);

export function newSeed(): string {
  return seedFrom(crypto.getRandomValues(new Uint8Array(seedLength)));
}

const presentItems = <Item>(
  list: readonly { readonly opened: { readonly status: string; readonly item?: Item } }[],
): Item[] => list.flatMap(({ opened: { item } }) => (item === undefined ? [] : [item]));

/** All exams, the latest begun first. */
export function loadExams(): Exam[] {
  return presentItems<Exam>(exams.list()).sort((a, b) => b.startedAt - a.startedAt);
}

/** Of what was handed in only the best and the latest of each paper stay; unfinished ones all stay. */
export function dropSuperseded(): void {
  const all = loadExams();
  const kept = new Set(keptExams(all));
  for (const exam of all) if (exam.handedIn && !kept.has(exam)) exams.remove(exam.id);
}

export function loadWrongBook(): WrongBook {
  const opened = wrongBooks.open(onlyItem);
  return opened.status === 'present' ? opened.item : {};
}

/** Notes an answer in the book; undefined when there was nothing to note. */
export function noteInBook(id: string, wasRight: boolean): Save | undefined {
  const entry = entryAfter(loadWrongBook()[id], wasRight, Date.now());
  return entry && wrongBooks.write(onlyItem, { [id]: entry });
}

/** Takes entries over, each as it stands. */
export function takeWrongEntries(entries: WrongBook): Save {
  return wrongBooks.write(onlyItem, entries);
}

/** Rounds that were not finished, the one with most answers first. */
export function loadRounds(): Round[] {
  return presentItems<Round>(rounds.list())
    .filter(({ practice }) => practice.queue.length > 0)
    .sort((a, b) => b.turn - a.turn);
}

/** Keeps where a round stands; one with nothing left is forgotten. */
export function keepRound(before: Round | undefined, round: Round): Save | undefined {
  if (round.practice.queue.length > 0) return rounds.save(round.seed, before, round);
  rounds.remove(round.seed);
  return undefined;
}
