import { questionIdPattern } from '../fields/ids.ts';
import { z } from '../kept/miniZod.ts';
import type { BankIndex, OpenQuestion, QuestionKey } from './bank.ts';
import type { Paper } from './examSchema.ts';
import { isAnswered, questionScore, type Answer } from './answer.ts';

/** An exam as it is kept in the browser, from the first question until after it was handed in. */

const shortText = z.string().check(z.maxLength(80));
const count = z.number().check(z.minimum(0), z.maximum(8.64e15));

export const paperShape = z.object({
  seed: shortText,
  paperId: shortText,
  paperName: shortText,
  minutes: count,
  passMark: z.number().check(z.minimum(0), z.maximum(100)),
  cutsOffAtTime: z.boolean(),
  contentVersion: shortText,
  /** In words, for the score sheet. */
  postText: z.string().check(z.maxLength(400)),
  startedAt: count,
});

export const questionShape = z.object({
  id: z.string().check(z.regex(questionIdPattern)),
  print: shortText,
});

/** By part of the question. */
export const answerShape = z.record(z.string(), z.array(z.number()));

const score = z.number().check(z.minimum(0), z.maximum(1));
export const handedInShape = z.object({
  at: count,
  /** What each question earned. */
  scores: z.record(z.string(), score),
  mark: z.number().check(z.minimum(0), z.maximum(100)),
  answers: z.optional(z.record(z.string(), answerShape)),
});

export interface Exam extends z.infer<typeof paperShape> {
  /** Of this shape. */
  readonly schema: 1;
  readonly id: string;
  readonly questions: readonly z.infer<typeof questionShape>[];
  readonly answers: Readonly<Record<string, z.infer<typeof answerShape>>>;
  readonly flagged: readonly string[];
  /** Number of the question in view, from 0. */
  readonly at: number;
  /** While the page was open, in s: closing it stops the clock. */
  readonly elapsedSeconds: number;
  /** When it was handed in, with what each question earned (0 to 1). */
  readonly handedIn?: {
    readonly at: number;
    readonly scores: Readonly<Record<string, number>>;
    readonly mark: number;
  };
}

interface Beginning {
  readonly id: string;
  readonly seed: string;
  readonly paper: Paper;
  /** For whom it was drawn, in words. */
  readonly postText: string;
  readonly questions: readonly OpenQuestion[];
  /** ms since 1970. */
  readonly now: number;
}

/** An exam before its first answer. It holds the rules as they are now: later ones do not touch it. */
export function beginExam(
  { exam: rules, contentVersion }: Pick<BankIndex, 'exam' | 'contentVersion'>,
  { id, seed, paper, postText, questions, now }: Beginning,
): Exam {
  return {
    schema: 1,
    id,
    seed,
    paperId: paper.id,
    paperName: paper.name,
    minutes: paper.minutes,
    passMark: paper.passMark,
    cutsOffAtTime: rules?.cutsOffAtTime ?? false,
    contentVersion,
    postText,
    questions: questions.map(({ id: questionId, print }) => ({ id: questionId, print })),
    answers: {},
    flagged: [],
    at: 0,
    startedAt: now,
    elapsedSeconds: 0,
  };
}

export type ExamAction =
  | { readonly type: 'answer'; readonly id: string; readonly answer: Answer }
  | { readonly type: 'flag'; readonly id: string }
  | { readonly type: 'go'; readonly at: number }
  | { readonly type: 'tick'; readonly seconds: number };

/** What a person does in an exam. After it was handed in nothing changes any more. */
export function examAfter(exam: Exam, action: ExamAction): Exam {
  if (exam.handedIn) return exam;
  switch (action.type) {
    case 'answer':
      return {
        ...exam,
        answers: {
          ...exam.answers,
          [action.id]: Object.fromEntries(
            Object.entries(action.answer).map(([part, given]) => [part, [...given]]),
          ),
        },
      };
    case 'flag':
      return {
        ...exam,
        flagged: exam.flagged.includes(action.id)
          ? exam.flagged.filter((id) => id !== action.id)
          : [...exam.flagged, action.id],
      };
    case 'go':
      return { ...exam, at: Math.max(0, Math.min(exam.questions.length - 1, action.at)) };
    case 'tick':
      return { ...exam, elapsedSeconds: exam.elapsedSeconds + action.seconds };
  }
}

/** Numbers (from 1) of the questions without a full answer. */
export function unanswered(exam: Exam, questions: readonly OpenQuestion[]): number[] {
  return exam.questions.flatMap(({ id }, i) => {
    const question = questions.find((one) => one.id === id);
    return question && isAnswered(question, exam.answers[id] ?? {}) ? [] : [i + 1];
  });
}

/**
 * Hands an exam in. A question whose text has changed since it was drawn is left out of the mark,
 * so that nobody loses for a change of the bank.
 * @param now ms since 1970.
 */
export function handIn(
  exam: Exam,
  questions: readonly OpenQuestion[],
  keys: readonly QuestionKey[],
  now: number,
): Exam {
  if (exam.handedIn) return exam;
  const scores: Record<string, number> = {};
  for (const { id, print } of exam.questions) {
    const question = questions.find((one) => one.id === id && one.print === print);
    const key = keys.find((one) => one.id === id);
    if (question && key) scores[id] = questionScore(question, key, exam.answers[id]);
  }
  const counted = Object.values(scores);
  const sum = counted.reduce((all, score) => all + score, 0);
  // Half marks are kept: 87.5 is a usual result where a half-right answer earns half.
  const mark = counted.length === 0 ? 0 : Math.round((sum / counted.length) * 200) / 2;
  return { ...exam, handedIn: { at: now, scores, mark } };
}

/** Whether the time is over and the rules take the paper away then. */
export function isCutOff({ cutsOffAtTime, elapsedSeconds, minutes }: Exam): boolean {
  return cutsOffAtTime && elapsedSeconds >= minutes * 60;
}

/** Of the exams on one paper for one post only the best and the latest are kept. */
export function keptExams(exams: readonly Exam[]): Exam[] {
  const done = exams
    .filter(({ handedIn }) => handedIn)
    .sort((a, b) => (b.handedIn?.at ?? 0) - (a.handedIn?.at ?? 0));
  return done.filter((exam, i) => {
    const alike = done.filter(
      (one) => one.paperId === exam.paperId && one.postText === exam.postText,
    );
    const best = alike.reduce((a, b) =>
      (b.handedIn?.mark ?? 0) > (a.handedIn?.mark ?? 0) ? b : a,
    );
    return exam === best || exam === alike[0] || i === 0;
  });
}
