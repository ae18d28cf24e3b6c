import type { BankEntry, BankIndex, QuestionKey, Reading } from './bank.ts';
import { isRight } from './answer.ts';
import type { Exam } from './exam.ts';

export interface ResultLine {
  readonly name: string;
  /** Earned and to be earned, in questions: a half-right answer earns a part. */
  readonly earned: number;
  readonly count: number;
  /** Answered right all through, and answered right in part. */
  readonly right: number;
  readonly partly: number;
}

/** A line in whole questions: a reader knows no 0.3 of a question. */
export function lineText({ right, partly, count }: ResultLine): string {
  return `对 ${right} / ${count} 题${partly > 0 ? `，另有 ${partly} 题对一部分` : ''}`;
}

function linesBy(
  exam: Exam,
  entries: ReadonlyMap<string, BankEntry>,
  nameOf: (entry: BankEntry) => string | undefined,
): ResultLine[] {
  const lines = new Map<string, ResultLine>();
  for (const [id, score] of Object.entries(exam.handedIn?.scores ?? {})) {
    const entry = entries.get(id);
    const name = entry && nameOf(entry);
    if (!name) continue;
    const line = lines.get(name) ?? { name, earned: 0, count: 0, right: 0, partly: 0 };
    lines.set(name, {
      name,
      earned: line.earned + score,
      count: line.count + 1,
      right: line.right + (isRight(score) ? 1 : 0),
      partly: line.partly + (score > 0 && !isRight(score) ? 1 : 0),
    });
  }
  return [...lines.values()].sort((a, b) => a.earned / a.count - b.earned / b.count);
}

export interface ExamResults {
  readonly byCategory: readonly ResultLine[];
  readonly byGrade: readonly ResultLine[];
  readonly byWall: readonly ResultLine[];
  readonly wrongIds: readonly string[];
  /** What to read again, each once, in the order of the wrong questions. */
  readonly readings: readonly Reading[];
  /** Drawn, but changed or gone from the bank before it was handed in. */
  readonly leftOut: number;
}

/** Where an exam went well and where not, the weakest first. */
export function examResults(
  exam: Exam,
  index: BankIndex,
  keys: readonly QuestionKey[],
): ExamResults {
  const entries = new Map(index.questions.map((entry) => [entry.id, entry]));
  const wallName = (id: string) =>
    id === 'gen' ? '通用' : index.walls.find((wall) => wall.id === id)?.name;
  const scores = exam.handedIn?.scores ?? {};
  const wrongIds = exam.questions.flatMap(({ id }) => {
    const score = scores[id];
    return score === undefined || isRight(score) ? [] : [id];
  });
  const readings = new Map<string, Reading>();
  for (const id of wrongIds) {
    for (const reading of keys.find((key) => key.id === id)?.readings ?? []) {
      readings.set(reading.text, reading);
    }
  }
  return {
    byCategory: linesBy(exam, entries, ({ category }) => category),
    byGrade: linesBy(exam, entries, ({ grade }) => grade),
    byWall: linesBy(exam, entries, ({ wall }) => wallName(wall)),
    wrongIds,
    readings: [...readings.values()],
    leftOut: exam.questions.length - Object.keys(scores).length,
  };
}
