import { postRefPattern, wallIdPattern } from '../fields/ids.ts';
import { fileApp } from '../kept/envelope.ts';
import { z } from '../kept/miniZod.ts';
import type { MyPost } from '../post/myPost.ts';
import type { FormPlace } from '../post/postList.ts';
import { categories, grades, postLevels } from '../vocabulary.ts';

/** Where a person stands on one risk. */
export const answerStates = ['已落实', '部分落实', '未落实', '不适用', '待确认'] as const;
export type AnswerState = (typeof answerStates)[number];

/** What a file or an entry of the storage holds. */
export const assessmentKind = 'assessment';
/** Of the file; the elements of a record in store have a schema of their own kind. */
export const assessmentSchema = 1;

/** Longest texts, in characters: what still fits a row of the printed form. */
export const textLimits = { short: 40, text: 300 } as const;

const short = z.string().check(z.maxLength(textLimits.short));
const text = z.string().check(z.maxLength(textLimits.text));
const datePattern = /^(\d{4}-\d{2}-\d{2})?$/;
const date = z.string().check(z.regex(datePattern));
/** Milliseconds since 1970: the later of two changes to the same thing counts. */
const time = z.number().check(z.int(), z.minimum(0), z.maximum(8.64e15));

export const answerShape = z.object({
  state: z.optional(z.enum(answerStates)),
  /** Why the risk does not apply; required with 不适用. */
  reason: z.optional(text),
  /** Answers to the three questions that suggest a grade; true where the trigger holds. */
  triggers: z.optional(
    z.object({
      alone: z.optional(z.boolean()),
      unbounded: z.optional(z.boolean()),
      happened: z.optional(z.boolean()),
    }),
  ),
  /** The grade that the person proposes, when it is not the published one. */
  grade: z.optional(z.enum(grades)),
  gradeReason: z.optional(text),
  note: z.optional(text),
  measure: z.optional(text),
  responsible: z.optional(short),
  dueDate: z.optional(date),
  /** Of the risk as it read when it was answered. */
  fingerprint: z.string().check(z.maxLength(16)),
  at: time,
});
export type Answer = z.infer<typeof answerShape>;

const states: ReadonlySet<unknown> = new Set(answerStates);
const knownGrades: ReadonlySet<unknown> = new Set(grades);
const latestTime = 8.64e15;
const isTextUpTo = (length: number, value: unknown) =>
  value === undefined || (typeof value === 'string' && value.length <= length);
const isDate = (value: unknown) =>
  value === undefined || (typeof value === 'string' && datePattern.test(value));

/**
 * Whether data is an answer: true only where `answerShape` says the same, ten times as slowly, and an
 * office reads half a million. It says nothing of answers to the three questions: those are left to
 * the shape.
 */
export function isSoundAnswer(data: unknown): data is Answer {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return false;
  const answer = data as Readonly<Partial<Record<keyof Answer, unknown>>>;
  const { state, grade, triggers, fingerprint, at } = answer;
  return (
    triggers === undefined &&
    typeof fingerprint === 'string' &&
    fingerprint.length <= 16 &&
    typeof at === 'number' &&
    Number.isInteger(at) &&
    at >= 0 &&
    at <= latestTime &&
    (state === undefined || states.has(state)) &&
    (grade === undefined || knownGrades.has(grade)) &&
    isTextUpTo(textLimits.text, answer.reason) &&
    isTextUpTo(textLimits.text, answer.gradeReason) &&
    isTextUpTo(textLimits.text, answer.note) &&
    isTextUpTo(textLimits.text, answer.measure) &&
    isTextUpTo(textLimits.short, answer.responsible) &&
    isDate(answer.dueDate)
  );
}

/**
 * Whether a risk has been judged. 待确认 is not a judgement but the lack of one, here and wherever
 * risks are counted, filtered or listed.
 */
export const isJudged = (answer: Pick<Answer, 'state'> | undefined): boolean =>
  answer?.state !== undefined && answer.state !== '待确认';

/** Why a risk does not apply, in the words that most people need: chosen, and still to be changed. */
export const inapplicableReasons = [
  '本岗位不办这一环节',
  '由别的岗位办理，本岗位不经手',
  '本期没有办过这项业务',
  '本单位没有这项职权',
] as const;

export const additionShape = z.object({
  id: z.string().check(z.regex(/^a-[0-9a-z]{4,20}$/)),
  place: short,
  title: short,
  manifestation: text,
  category: z.enum(categories),
  grade: z.enum(grades),
  measure: text,
  responsible: short,
  dueDate: date,
  at: time,
  isRemoved: z.optional(z.boolean()),
});
/** A risk that the person found: 自行补充. */
export type Addition = z.infer<typeof additionShape>;

export const headShape = z.object({
  name: short,
  department: short,
  post: short,
  period: short,
  duties: text,
  scope: z.object({
    // Records of versions before the catalogue of posts have none.
    posts: z.optional(z.array(z.string().check(z.regex(postRefPattern)))),
    levels: z.array(z.enum(postLevels)),
    departments: z.array(short),
    walls: z.array(z.string().check(z.regex(wallIdPattern))),
  }),
  /** 无新增: why nothing was added, when the person says so. */
  noAdditionReason: text,
  at: time,
});
export type RecordHead = Omit<z.infer<typeof headShape>, 'scope'> & { readonly scope: MyPost };

export const contentVersionShape = z.string().check(z.maxLength(16));
export const recordIdPattern = /^[0-9a-z]{6,30}$/;

export interface AssessmentRecord {
  readonly app: typeof fileApp;
  readonly kind: typeof assessmentKind;
  readonly schema: typeof assessmentSchema;
  readonly contentVersion: string;
  readonly id: string;
  readonly head: RecordHead;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly additions: readonly Addition[];
  /** Risks that the person has seen in this record: later ones are marked as new. */
  readonly known: readonly string[];
}

/** A new record. @param id unique on this machine; @param now ms since 1970; @param place for its head. */
export function createRecord(
  id: string,
  period: string,
  scope: MyPost,
  contentVersion: string,
  now: number,
  place: FormPlace = { department: scope.departments[0] ?? '', post: '' },
): AssessmentRecord {
  return {
    app: fileApp,
    kind: assessmentKind,
    schema: assessmentSchema,
    contentVersion,
    id,
    head: {
      name: '',
      ...place,
      period,
      duties: '',
      scope: {
        posts: [...scope.posts],
        levels: [...scope.levels],
        departments: [...scope.departments],
        walls: [...scope.walls],
      },
      noAdditionReason: '',
      at: now,
    },
    answers: {},
    additions: [],
    known: [],
  };
}

/** When anything in the record was last changed, in ms since 1970. */
export function lastChange({ head, answers, additions }: AssessmentRecord): number {
  let latest = head.at;
  for (const id of Object.keys(answers)) latest = Math.max(latest, answers[id]?.at ?? 0);
  for (const { at } of additions) latest = Math.max(latest, at);
  return latest;
}

/** How a record is called in lists and file names. */
export function recordTitle({ head: { name, period } }: AssessmentRecord): string {
  return `${name.trim() || '未填姓名'} ${period.trim() || '未填期间'}`;
}
