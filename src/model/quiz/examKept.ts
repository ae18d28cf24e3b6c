import { questionIdPattern } from '../fields/ids.ts';
import { fits } from '../kept/fits.ts';
import { isObject, keptKind, type Parts } from '../kept/kind.ts';
import { z } from '../kept/miniZod.ts';
import { answerShape, handedInShape, paperShape, questionShape, type Exam } from './exam.ts';
import type { Answer } from './answer.ts';

/**
 * Names of the elements: `paper` (what was drawn and when), `q.00` … (the questions in their order),
 * `a.w01-q03` (an answer), `flag.w01-q03`, `at` (the question in view), `elapsed`, `handed-in`.
 */
const questionPart = 'q.';
const answerPart = 'a.';
const flagPart = 'flag.';

/** What stands in the element `paper`. */
const paperFields = [
  'seed',
  'paperId',
  'paperName',
  'minutes',
  'passMark',
  'cutsOffAtTime',
  'contentVersion',
  'postText',
  'startedAt',
] as const;
type Paper = Pick<Exam, (typeof paperFields)[number]>;

/** Where the sheet itself is damaged: the answers are still there and can be handed in. */
const lostPaper: Paper = {
  seed: '',
  paperId: '',
  paperName: '考试（卷头坏了）',
  minutes: 0,
  passMark: 100,
  cutsOffAtTime: false,
  contentVersion: '',
  postText: '',
  startedAt: 0,
};

const numberShape = z.number().check(z.minimum(0), z.maximum(8.64e15));

function partsOf(data: unknown): Parts {
  if (!isObject(data)) return {};
  const { questions, answers, flagged, at, elapsedSeconds, handedIn } = data;
  const parts: Record<string, unknown> = {
    paper: Object.fromEntries(paperFields.map((field) => [field, data[field]])),
  };
  if (Array.isArray(questions)) {
    questions.forEach((question: unknown, i) => {
      parts[`${questionPart}${String(i).padStart(3, '0')}`] = question;
    });
  }
  if (isObject(answers)) {
    for (const [id, answer] of Object.entries(answers)) {
      parts[`${answerPart}${id.slice(0, 40)}`] = answer;
    }
  }
  if (Array.isArray(flagged)) {
    for (const id of flagged) parts[`${flagPart}${String(id).slice(0, 40)}`] = true;
  }
  if (at !== undefined) parts['at'] = at;
  if (elapsedSeconds !== undefined) parts['elapsed'] = elapsedSeconds;
  // The answers that were handed in go with the mark: nothing that another tab still writes changes them.
  if (isObject(handedIn)) parts['handed-in'] = { ...handedIn, answers };
  return parts;
}

const isQuestionId = (id: string) => questionIdPattern.test(id);

function readPart(part: string, data: unknown) {
  if (part === 'paper') return fits(paperShape, data);
  if (part === 'handed-in') return fits(handedInShape, data);
  if (part === 'at' || part === 'elapsed') return fits(numberShape, data);
  if (part.startsWith(questionPart)) return fits(questionShape, data);
  if (part.startsWith(answerPart)) {
    return isQuestionId(part.slice(answerPart.length)) ? fits(answerShape, data) : undefined;
  }
  if (part.startsWith(flagPart)) {
    return isQuestionId(part.slice(flagPart.length)) ? fits(z.boolean(), data) : undefined;
  }
  return undefined;
}

function join(id: string, parts: Parts): Exam {
  const questions: { part: string; question: Exam['questions'][number] }[] = [];
  const answers: Record<string, Exam['answers'][string]> = {};
  const flagged: string[] = [];
  for (const [part, data] of Object.entries(parts)) {
    if (part.startsWith(questionPart)) {
      questions.push({ part, question: data as Exam['questions'][number] });
    } else if (part.startsWith(answerPart)) {
      answers[part.slice(answerPart.length)] = data as Answer & Exam['answers'][string];
    } else if (part.startsWith(flagPart) && data === true) {
      flagged.push(part.slice(flagPart.length));
    }
  }
  const drawn = questions
    .sort((a, b) => (a.part < b.part ? -1 : 1))
    .map(({ question }) => question);
  const missing = Object.keys(answers).filter((one) => drawn.every((other) => other.id !== one));
  const handed = parts['handed-in'] as
    (Exam['handedIn'] & { answers?: Exam['answers'] }) | undefined;
  return {
    ...lostPaper,
    ...(parts['paper'] as Paper | undefined),
    schema: 1,
    id,
    // A question whose own element is lost is known by its answer; its print is not, so it is not marked.
    questions: [...drawn, ...missing.map((one) => ({ id: one, print: '' }))],
    answers: handed?.answers ?? answers,
    flagged,
    at: (parts['at'] as number | undefined) ?? 0,
    elapsedSeconds: (parts['elapsed'] as number | undefined) ?? 0,
    ...(handed && {
      handedIn: { at: handed.at, scores: handed.scores, mark: handed.mark },
    }),
  };
}

const fixedNames: Readonly<Record<string, string>> = {
  paper: '卷头',
  at: '做到第几题',
  elapsed: '已用的时间',
  'handed-in': '成绩',
};

/** An exam, element by element. */
export const examKept = keptKind<Exam>({
  name: 'exam',
  schema: 1,
  migrations: {},
  partsOf,
  readPart,
  join,
  partName: (part) =>
    fixedNames[part] ??
    (part.startsWith(answerPart)
      ? `${part.slice(answerPart.length)} 题的作答`
      : '一道题或者一个标记'),
  joinPart(part, stored, mine) {
    // A handed-in exam is final; two tabs that both let the clock run have not used the time twice.
    if (part === 'handed-in') return stored;
    return part === 'elapsed' ? Math.max(stored as number, mine as number) : mine;
  },
});
