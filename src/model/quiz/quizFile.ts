import { fileApp } from '../assessment/record.ts';
import { checkCode } from '../kept/checkCode.ts';
import { z } from '../kept/miniZod.ts';
import { examShape, type Exam } from './exam.ts';
import { joinBooks, wrongBookShape, type WrongBook } from './wrongBook.ts';

/** The file in which quiz results leave the browser: the same envelope as the self-assessment. */
export const quizFileKind = 'quiz';
const quizFileSchema = 1;

const fileShape = z.object({
  app: z.literal(fileApp),
  kind: z.literal(quizFileKind),
  schema: z.literal(quizFileSchema),
  head: z.object({
    name: z.string().check(z.maxLength(60)),
    department: z.string().check(z.maxLength(60)),
  }),
  exams: z.array(examShape).check(z.maxLength(500)),
  wrongBook: wrongBookShape,
});

export type QuizFile = z.infer<typeof fileShape>;

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

export function quizFileText(
  head: QuizFile['head'],
  exams: readonly Exam[],
  wrongBook: WrongBook,
): string {
  const codes = exams.map((exam) => examCode(exam));
  const file = { app: fileApp, kind: quizFileKind, schema: quizFileSchema, head, exams, wrongBook };
  return `${JSON.stringify({ ...file, codes }, null, 1)}\n`;
}

export type QuizFileResult =
  | { readonly file: QuizFile; readonly fault?: undefined }
  | { readonly file?: undefined; readonly fault: string };

/** Reads a file that a person chose, or says in a sentence what is wrong with it. */
export function readQuizFile(text: string): QuizFileResult {
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.trim() === '') return { fault: '文件是空的。' };
  let data: unknown;
  try {
    data = JSON.parse(plain);
  } catch {
    return { fault: '文件不完整或者被改动过，读不出来。' };
  }
  if (typeof data !== 'object' || data === null || !('app' in data) || data.app !== fileApp) {
    return { fault: '这不是本站导出的文件。' };
  }
  if (!('kind' in data) || data.kind !== quizFileKind) {
    return { fault: '这是本站导出的另一种文件，不是测验记录。' };
  }
  if ('schema' in data && typeof data.schema === 'number' && data.schema > quizFileSchema) {
    return { fault: '这个文件是更新版本的网站导出的，请刷新本页后再试。' };
  }
  const result = z.safeParse(fileShape, data);
  return result.success
    ? { file: result.data }
    : { fault: '文件里有一项不对，可能被改动过，没有导入。' };
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
