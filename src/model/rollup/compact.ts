import { answerStates, headShape, additionShape, textLimits } from '../assessment/record.ts';
import { contentVersionShape, type AnswerState } from '../assessment/record.ts';
import { riskIdPattern } from '../fields/ids.ts';
import { z } from '../kept/miniZod.ts';
import { printEventShape } from '../letter/printLog.ts';
import { answerShape as examAnswerShape, questionShape } from '../quiz/exam.ts';
import { grades, type Grade } from '../vocabulary.ts';
import type { AssessmentHandIn, HandIn, RollupAnswer } from './rollup.ts';

/**
 * A hand-in as it is kept and passed on: nearly all answers are a state and nothing else, so risks
 * stand grouped by it, and two thousand hand-ins take a tenth of the room.
 */

const count = z.number().check(z.minimum(0), z.maximum(8.64e15));
const line = z.string().check(z.maxLength(400));

const texts: ReadonlySet<string> = new Set([
  'reason',
  'gradeReason',
  'note',
  'measure',
  'responsible',
  'dueDate',
]);

/** Whether data is an answer. By hand: thousands are read when a roll-up is opened. */
function isAnswer(data: unknown): data is RollupAnswer {
  if (typeof data !== 'object' || data === null) return false;
  return Object.entries(data).every(([key, value]) => {
    if (key === 'state') return answerStates.includes(value as AnswerState);
    if (key === 'grade') return grades.includes(value as Grade);
    if (key === 'isOutdated') return value === true;
    // What a newer version of the site has added is not known here.
    return !texts.has(key) || (typeof value === 'string' && value.length <= textLimits.text);
  });
}

const isTold = (data: unknown) =>
  typeof data === 'object' && data !== null && Object.values(data).every(isAnswer);

const headFields = {
  id: z.string().check(z.regex(/^[a-z-]{4,12}-[0-9a-z-]{4,60}$/)),
  fileName: line,
  takenAt: count,
  at: count,
  name: line,
  department: line,
  contentVersion: contentVersionShape,
  unread: z.array(line),
  isCodeRight: z.boolean(),
};

const { post, period, noAdditionReason, scope } = headShape.shape;

/** Ids of risks with a space between them. */
const idList = z.string().check(z.maxLength(40_000));

const assessmentShape = z.object({
  ...headFields,
  kind: z.literal('assessment'),
  post,
  period,
  scope,
  /** By state: the risks that were answered so and in no other word. */
  states: z.partialRecord(z.enum(answerStates), idList),
  /** Of these: the risks that have been reworded since. */
  outdated: idList,
  told: z.custom<Readonly<Record<string, RollupAnswer>>>(isTold),
  additions: z.array(additionShape),
  noAdditionReason,
});

const examShape = z.object({
  id: line,
  paperName: line,
  contentVersion: line,
  mark: z.number().check(z.minimum(0), z.maximum(100)),
  passMark: z.number().check(z.minimum(0), z.maximum(100)),
  at: count,
  questions: z.array(questionShape),
  answers: z.record(z.string(), examAnswerShape),
  scores: z.record(z.string(), z.number().check(z.minimum(0), z.maximum(1))),
});

const quizShape = z.object({ ...headFields, kind: z.literal('quiz'), exams: z.array(examShape) });
const logShape = z.object({
  ...headFields,
  kind: z.literal('print-log'),
  events: z.array(printEventShape),
});

/** What is kept of a hand-in. */
export const compactShape = z.discriminatedUnion('kind', [assessmentShape, quizShape, logShape]);
type CompactAssessment = Omit<AssessmentHandIn, 'answers'> & {
  readonly states: Readonly<Partial<Record<AnswerState, string>>>;
  readonly outdated: string;
  readonly told: Readonly<Record<string, RollupAnswer>>;
};
export type CompactHandIn = CompactAssessment | Exclude<HandIn, AssessmentHandIn>;

/** The state, where an answer says nothing else. */
function plainState({ state, isOutdated, ...rest }: RollupAnswer): AnswerState | undefined {
  void isOutdated;
  return Object.keys(rest).length === 0 ? state : undefined;
}

function compactAssessment({ answers, ...head }: AssessmentHandIn): CompactAssessment {
  const byState = new Map<AnswerState, string[]>();
  const outdated: string[] = [];
  const told: Record<string, RollupAnswer> = {};
  // In the order of their ids: the same answers are the same text, whatever order they came in.
  for (const id of Object.keys(answers).sort()) {
    const answer = answers[id];
    if (!answer) continue;
    const state = plainState(answer);
    if (!state) {
      told[id] = answer;
      continue;
    }
    const ids = byState.get(state);
    if (ids) ids.push(id);
    else byState.set(state, [id]);
    if (answer.isOutdated) outdated.push(id);
  }
  return {
    ...head,
    states: Object.fromEntries([...byState].map(([state, ids]) => [state, ids.join(' ')])),
    outdated: outdated.join(' '),
    told,
  };
}

/** What came in compact is kept so, without being made so again. */
const compacts = new WeakMap<HandIn, CompactHandIn>();

/** A hand-in as it is kept. */
export function compactHandIn(handIn: HandIn): CompactHandIn {
  if (handIn.kind !== 'assessment') return handIn;
  return compacts.get(handIn) ?? compactAssessment(handIn);
}

/** One object for all answers that say the same: half a million of them would take 50 MB apart. */
const plainAnswers = new Map<string, RollupAnswer>(
  answerStates.flatMap((state) => [
    [state, Object.freeze({ state })],
    [`${state} `, Object.freeze({ state, isOutdated: true as const })],
  ]),
);

const idsIn = (list: string) => list.split(' ').filter((id) => riskIdPattern.test(id));

/** What `compactHandIn` was given. @param compact checked by `compactShape`. */
export function expandHandIn(compact: CompactHandIn): HandIn {
  if (compact.kind !== 'assessment') return compact;
  const { states, outdated, told, ...head } = compact;
  const old = new Set(idsIn(outdated));
  const answers: Record<string, RollupAnswer> = {};
  for (const state of answerStates) {
    for (const id of idsIn(states[state] ?? '')) {
      const answer = plainAnswers.get(old.has(id) ? `${state} ` : state);
      if (answer) answers[id] = answer;
    }
  }
  for (const [id, answer] of Object.entries(told)) {
    if (riskIdPattern.test(id)) answers[id] = answer;
  }
  const handIn: HandIn = { ...head, answers };
  compacts.set(handIn, compact);
  return handIn;
}
