import { isRight } from '../../quiz/answer.ts';
import type { OpenQuestion, QuestionKey, TickPart } from '../../quiz/bank.ts';
import { wallOfId } from '../../fields/ids.ts';
import type { RollupExam } from '../rollup.ts';
import type { ExaminedPerson, Exams } from './exams.ts';

/** What an answer to a question came to. */
export const answerOutcomes = ['全对', '对一部分', '答错', '没答'] as const;
export type AnswerOutcome = (typeof answerOutcomes)[number];

/** How one wording of a question was answered. */
export interface QuestionTally {
  readonly id: string;
  /** Of the question as it was asked: another one says something else and is counted apart. */
  readonly print: string;
  /** In the order of `answerOutcomes`. */
  readonly outcomes: readonly number[];
  /** By part: how often each option was chosen, by its number in the bank. */
  readonly chosen: ReadonlyMap<string, readonly number[]>;
  /** By part: how many have given any answer. */
  readonly answered: ReadonlyMap<string, number>;
}

interface Growing extends QuestionTally {
  readonly outcomes: number[];
  readonly chosen: Map<string, number[]>;
  readonly answered: Map<string, number>;
}

/** No question has more options. */
const mostOptions = 40;

/** @returns undefined for a question that was changed or gone when the exam was handed in. */
export function outcomeOf(exam: RollupExam, id: string): AnswerOutcome | undefined {
  const score = exam.scores[id];
  if (score === undefined) return undefined;
  const isBlank = Object.values(exam.answers[id] ?? {}).every((given) => given.length === 0);
  if (isBlank) return '没答';
  if (isRight(score)) return '全对';
  return score > 0 ? '对一部分' : '答错';
}

function add(tally: Growing, exam: RollupExam, outcome: AnswerOutcome): void {
  const place = answerOutcomes.indexOf(outcome);
  tally.outcomes[place] = (tally.outcomes[place] ?? 0) + 1;
  for (const [part, given] of Object.entries(exam.answers[tally.id] ?? {})) {
    if (given.length === 0) continue;
    tally.answered.set(part, (tally.answered.get(part) ?? 0) + 1);
    const counts = tally.chosen.get(part) ?? [];
    tally.chosen.set(part, counts);
    for (const option of given) {
      if (!Number.isInteger(option) || option < 0 || option >= mostOptions) continue;
      while (counts.length <= option) counts.push(0);
      counts[option] = (counts[option] ?? 0) + 1;
    }
  }
}

const emptyTally = (id: string, print: string): Growing => ({
  id,
  print,
  outcomes: answerOutcomes.map(() => 0),
  chosen: new Map(),
  answered: new Map(),
});

function count({ people }: Exams): QuestionTally[] {
  const byId = new Map<string, Growing[]>();
  for (const { exam } of people) {
    for (const { id, print } of exam.questions) {
      const outcome = outcomeOf(exam, id);
      if (!outcome) continue;
      const wordings = byId.get(id) ?? [];
      if (wordings.length === 0) byId.set(id, wordings);
      let tally = wordings.find((one) => one.print === print);
      if (!tally) {
        tally = emptyTally(id, print);
        wordings.push(tally);
      }
      add(tally, exam, outcome);
    }
  }
  return [...byId.values()].flat();
}

const known = new WeakMap<Exams, readonly QuestionTally[]>();

/** All questions that were asked in the exams that count. Worked out once. */
export function questionTallies(exams: Exams): readonly QuestionTally[] {
  const held = known.get(exams) ?? count(exams);
  known.set(exams, held);
  return held;
}

export const askedCount = ({ outcomes }: QuestionTally): number =>
  outcomes.reduce((sum, one) => sum + one, 0);

/** How often it was not right all through, 0 to 1; what was left blank is no mistake of reading. */
export function faultShare({
  outcomes: [right = 0, partly = 0, wrong = 0],
}: QuestionTally): number {
  const answered = right + partly + wrong;
  return answered === 0 ? 0 : (partly + wrong) / answered;
}

/** The walls that questions were asked of, `gen` among them, each once. */
export const askedWalls = (tallies: readonly QuestionTally[]): string[] => [
  ...new Set(tallies.map(({ id }) => wallOfId(id))),
];

/** An option as it was chosen. */
export interface OptionFigure {
  readonly part: TickPart;
  /** Number in the bank. */
  readonly option: number;
  readonly text: string;
  readonly isRight: boolean;
  readonly chosen: number;
  /** Of those who answered the part; 0 to 1. */
  readonly share: number;
}

/** How often each option was chosen, parts and options in the order of the bank; ordering and matching have none. */
export function optionFigures(
  tally: QuestionTally,
  { parts }: OpenQuestion,
  key: QuestionKey | undefined,
): OptionFigure[] {
  return parts.flatMap((part) => {
    if (part.type === '排序' || part.type === '配对') return [];
    const right = key?.parts.find(({ id }) => id === part.id)?.right ?? [];
    const answered = tally.answered.get(part.id) ?? 0;
    return part.options.map((text, option) => {
      const chosen = tally.chosen.get(part.id)?.[option] ?? 0;
      return {
        part,
        option,
        text,
        isRight: right.includes(option),
        chosen,
        share: answered === 0 ? 0 : chosen / answered,
      };
    });
  });
}

/** The wrong option that most have taken for right; undefined when none was chosen. */
export function misleadingOption(options: readonly OptionFigure[]): OptionFigure | undefined {
  return options
    .filter((one) => !one.isRight && one.chosen > 0)
    .reduce<OptionFigure | undefined>(
      (worst, one) => (worst && worst.share >= one.share ? worst : one),
      undefined,
    );
}

export interface QuestionSelection {
  readonly id: string;
  readonly print: string;
  readonly outcome?: AnswerOutcome;
  /** Who chose this option of this part. */
  readonly part?: string;
  readonly option?: number;
}

/** Those behind a number of a question. */
export function answererBehind(exams: Exams, selection: QuestionSelection): ExaminedPerson[] {
  const { id, print, outcome, part, option } = selection;
  return exams.people.filter(({ exam }) => {
    if (!exam.questions.some((one) => one.id === id && one.print === print)) return false;
    const own = outcomeOf(exam, id);
    if (!own || (outcome !== undefined && own !== outcome)) return false;
    if (part === undefined) return true;
    const given = exam.answers[id]?.[part] ?? [];
    return option === undefined ? given.length > 0 : given.includes(option);
  });
}
