import { lastChange, type Addition, type Answer } from '../assessment/record.ts';
import { readRecord, recordCode, recordCodeAsWritten } from '../assessment/recordFile.ts';
import { questionIdPattern } from '../fields/ids.ts';
import { checkCode } from '../kept/checkCode.ts';
import { openFile, type OpenedFile } from '../kept/keptFile.ts';
import { readPrintLog } from '../letter/printLogFile.ts';
import type { Exam } from '../quiz/exam.ts';
import { examCode, readQuiz } from '../quiz/quizFile.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { comparedName } from './matching.ts';
import type {
  AssessmentHandIn,
  HandIn,
  LogHandIn,
  QuizHandIn,
  RollupAnswer,
  RollupExam,
} from './rollup.ts';

/** What came of one file: something handed in, or one sentence on why nothing did. */
export type TakenFile =
  | { readonly handIn: HandIn; readonly fault?: undefined }
  | { readonly handIn?: undefined; readonly fault: string };

/** What is known of a file besides its text. */
export interface FileCircumstances {
  /** With the folder it lay in. */
  readonly fileName: string;
  /** ms since 1970. */
  readonly takenAt: number;
  /** How each risk reads now, by id: `ChecklistEntry.fingerprint`. */
  readonly fingerprints: ReadonlyMap<string, string>;
}

/** More of what could not be read helps nobody. */
const mostUnread = 20;

/** Two sums of different beginnings: one of 32 bits would meet another's among 2,000 now and then. */
const sumOf = (text: string) => fingerprint(`a${text}`) + fingerprint(`b${text}`);

/** What a person may write of a risk, as the office needs it. */
const texts = ['reason', 'gradeReason', 'note', 'measure', 'responsible', 'dueDate'] as const;

/** An answer without what only the person's own page needs; undefined when it says nothing. */
function rollupAnswer(answer: Answer, present: string | undefined): RollupAnswer | undefined {
  const { state, grade } = answer;
  const said: { -readonly [K in keyof RollupAnswer]: RollupAnswer[K] } = {};
  let isEmpty = !state && !grade;
  if (state) said.state = state;
  if (grade) said.grade = grade;
  for (const key of texts) {
    const text = answer[key];
    if (!text?.trim()) continue;
    said[key] = text;
    isEmpty = false;
  }
  if (isEmpty) return undefined;
  if (present !== undefined && present !== answer.fingerprint) said.isOutdated = true;
  return said;
}

/** Older versions summed up own finds in the order in which they stand in the file. */
function isRecordCodeRight(
  record: Parameters<typeof recordCode>[0],
  { code, additions }: Readonly<Record<string, unknown>>,
): boolean {
  if (code === recordCode(record)) return true;
  if (!Array.isArray(additions) || record.additions.length < 2) return false;
  const order = new Map(additions.map((one: Addition, i) => [one?.id, i]));
  const asWritten = [...record.additions].sort(
    (a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
  );
  return code === recordCodeAsWritten({ ...record, additions: asWritten });
}

type Taken<T extends HandIn> = { readonly handIn: T } | { readonly fault: string };

function assessmentOf(opened: OpenedFile, about: FileCircumstances): Taken<AssessmentHandIn> {
  const { record, unread, fault } = readRecord(opened);
  if (!record) return { fault };
  const { head } = record;
  const answers: Record<string, RollupAnswer> = {};
  for (const [id, answer] of Object.entries(record.answers)) {
    const said = rollupAnswer(answer, about.fingerprints.get(id));
    if (said) answers[id] = said;
  }
  // A record that a colleague has copied and filled in anew keeps its id: whose it is belongs to it.
  const whose = [comparedName(head.name), head.department.trim(), head.period.trim()].join('\n');
  return {
    handIn: {
      kind: 'assessment',
      id: `assessment-${record.id}-${fingerprint(whose)}`,
      fileName: about.fileName.slice(-200),
      takenAt: about.takenAt,
      at: lastChange(record),
      name: head.name,
      department: head.department,
      contentVersion: record.contentVersion,
      unread: unread.slice(0, mostUnread),
      isCodeRight: isRecordCodeRight(record, opened.data),
      post: head.post,
      period: head.period,
      scope: head.scope,
      answers,
      additions: record.additions.filter(({ isRemoved }) => !isRemoved),
      noAdditionReason: head.noAdditionReason,
    },
  };
}

const partIdPattern = /^[0-9A-Za-z-]{1,40}$/;

/** Only what is a question's: a file can hold anything. */
const ofQuestions = <T>(values: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([id]) => questionIdPattern.test(id)));

function rollupExam(exam: Exam): RollupExam | undefined {
  const { id, paperName, contentVersion, passMark, questions, handedIn } = exam;
  if (!handedIn) return undefined;
  const answers = Object.entries(ofQuestions(exam.answers)).map(([question, parts]) => {
    const own = Object.entries(parts).filter(([part]) => partIdPattern.test(part));
    return [question, Object.fromEntries(own)] as const;
  });
  return {
    id,
    paperName,
    contentVersion,
    mark: handedIn.mark,
    passMark,
    at: handedIn.at,
    questions: questions.map((one) => ({ id: one.id, print: one.print })),
    answers: Object.fromEntries(answers),
    scores: ofQuestions(handedIn.scores),
  };
}

function quizOf(opened: OpenedFile, about: FileCircumstances): Taken<QuizHandIn> {
  const { file, fault } = readQuiz(opened);
  if (!file) return { fault };
  const exams = file.exams.flatMap((exam) => rollupExam(exam) ?? []);
  if (exams.length === 0) return { fault: '测验记录里没有交了卷的考试，没有收。' };
  const { codes } = opened.data;
  const known = new Set(Array.isArray(codes) ? codes : []);
  const { name, department } = file.head;
  const what = exams.map(({ id, mark, at }) => `${id} ${mark} ${at}`).sort();
  return {
    handIn: {
      kind: 'quiz',
      id: `quiz-${sumOf([comparedName(name), department.trim(), ...what].join('\n'))}`,
      fileName: about.fileName.slice(-200),
      takenAt: about.takenAt,
      at: Math.max(...exams.map(({ at }) => at)),
      name,
      department,
      contentVersion: exams[exams.length - 1]?.contentVersion ?? '',
      unread: file.unread.slice(0, mostUnread),
      isCodeRight: file.exams.every((exam) => known.has(examCode(exam))),
      exams,
    },
  };
}

function logOf(opened: OpenedFile, about: FileCircumstances): Taken<LogHandIn> {
  const result = readPrintLog(opened);
  if (!result.log) return { fault: result.fault };
  const { log, unread } = result;
  if (log.length === 0) return { fault: '打印记录是空的，没有收。' };
  return {
    handIn: {
      kind: 'print-log',
      id: `print-log-${sumOf(JSON.stringify(log))}`,
      fileName: about.fileName.slice(-200),
      takenAt: about.takenAt,
      at: Math.max(...log.map(({ at }) => at)),
      name: '',
      department: '',
      contentVersion: log[0]?.contentVersion ?? '',
      unread: unread.slice(0, mostUnread),
      isCodeRight: opened.data['code'] === checkCode(log),
      events: log,
    },
  };
}

/**
 * Reads the text of a file that was handed in. It never throws: what is wrong with a file is one
 * sentence, and what in a sound one could not be read stands in `unread`.
 */
export function takeIn(text: string, about: FileCircumstances): TakenFile {
  const opened = openFile(text);
  if ('fault' in opened) return opened;
  switch (opened.kind) {
    case 'assessment':
      return assessmentOf(opened, about);
    case 'quiz':
      return quizOf(opened, about);
    case 'print-log':
      return logOf(opened, about);
    case 'rollup':
      return { fault: '这是汇总文件，不是一个人交的：在“存和比”里打开。' };
  }
}
